//! Owns the single file: the whole product as one HTML page, which asks for nothing outside of itself.
//!
//! Scripts and styles stand in the page, and the policy names the scripts by their hashes. The assets are in elements
//! that are not run, as `public/boot.js` looks for them; fonts and the icon are `data:` addresses.

use std::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use vivarium_course::model::Course;

use crate::{BundleError, FRAME, Site, frame, select::Selection, usb};

/// The name of the file where nobody gives another.
pub const NAME: &str = "vivarium.html";

/// Scripts that run at once, in this order.
const SCRIPTS: [&str; 4] = ["app.js", "files.js", "data/unpack.js", "boot.js"];

/// Makes the page. `script` writes bytes as a script, as for [`usb::folder`].
pub fn page(
    site: Site,
    selection: &Selection,
    script: impl Fn(&str, &[u8]) -> Option<String>,
) -> Result<(Vec<u8>, Course), BundleError> {
    let (mut site, course) = usb::folder(site, selection, &script)?;
    // A page of its own in other forms; here it is kept beside the assets, and can be saved.
    usb::pack(&mut site, usb::NOTICES, &script)?;
    let frame = site.remove(usb::START).ok_or(BundleError::Missing(FRAME))?;
    let frame = String::from_utf8(frame).map_err(|_| BundleError::Damaged(FRAME))?;
    let mut head = String::new();
    let mut rest = frame.as_str();
    while let Some((start, tag, after)) = next_tag(rest) {
        head.push_str(&rest[..start]);
        head.push_str(&replaced(&site, tag)?);
        rest = after;
    }
    let (body, end) = rest.rsplit_once("</body>").ok_or(BundleError::Damaged(FRAME))?;
    let mut hashes = String::new();
    let mut scripts = String::new();
    for name in SCRIPTS {
        let text = text(&site, name)?;
        let _ = write!(hashes, "{} ", frame::script_hash(text.as_bytes()));
        let _ = writeln!(scripts, "<script>{}</script>", inside(text, "</script", name)?);
    }
    let head = head.replacen(frame::OWN_SCRIPTS, &format!("script-src {hashes}"), 1);
    if !head.contains(&hashes) {
        return Err(BundleError::Damaged(FRAME));
    }
    Ok((format!("{head}{body}{}{scripts}</body>{end}", held(&site)?).into_bytes(), course))
}

/// The elements that hold the assets.
fn held(site: &Site) -> Result<String, BundleError> {
    let mut held = String::new();
    for (path, content) in site {
        let Some(name) = path.strip_prefix("data/").and_then(|it| it.strip_suffix(".js")) else {
            continue;
        };
        if SCRIPTS.contains(&path.as_str()) {
            continue;
        }
        let content = std::str::from_utf8(content).ok().and_then(|it| it.split_once("] = ["));
        let (length, text) = content
            .and_then(|(_, it)| it.strip_suffix("\"];\n")?.split_once(", \""))
            .ok_or(BundleError::Damaged("a script in data/"))?;
        let _ = writeln!(
            held,
            "<script type=\"text/plain\" data-name=\"{name}\" data-length=\"{length}\">{text}</script>"
        );
    }
    Ok(held)
}

/// Finds the next `link` or `script` element: where it begins, its opening tag, and what follows the element.
fn next_tag(html: &str) -> Option<(usize, &str, &str)> {
    let start = [html.find("<link "), html.find("<script ")].into_iter().flatten().min()?;
    let end = start + html[start..].find('>')? + 1;
    let after = html[end..].strip_prefix("</script>").unwrap_or(&html[end..]);
    Some((start, &html[start..end], after))
}

/// What stands in the place of an element that names a file.
fn replaced(site: &Site, tag: &str) -> Result<String, BundleError> {
    let attribute = |name: &str| tag.split_once(&format!("{name}=\""))?.1.split('"').next();
    match (attribute("rel"), attribute("href")) {
        (Some("stylesheet"), Some(path)) => {
            let css = with_fonts(site, inside(text(site, path)?, "</style", path)?)?;
            Ok(format!("<style>{css}</style>"))
        }
        (Some("icon"), Some(path)) => {
            let icon = site.get(path).ok_or(BundleError::Missing("its icon"))?;
            Ok(format!(
                "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">",
                STANDARD.encode(icon)
            ))
        }
        // Scripts come at the end, and there is nothing to install.
        _ => Ok(String::new()),
    }
}

fn with_fonts(site: &Site, css: &str) -> Result<String, BundleError> {
    let mut parts = css.split("url(./");
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (path, rest) = part.split_once(')').ok_or(BundleError::Damaged("a style sheet"))?;
        let font = site.get(path).ok_or(BundleError::Missing("a font"))?;
        let _ = write!(made, "url(data:font/woff2;base64,{}){rest}", STANDARD.encode(font));
    }
    Ok(made)
}

fn text<'a>(site: &'a Site, path: &str) -> Result<&'a str, BundleError> {
    let known = SCRIPTS.into_iter().find(|it| *it == path).unwrap_or("a style sheet");
    let bytes = site.get(path).ok_or(BundleError::Missing(known))?;
    std::str::from_utf8(bytes).map_err(|_| BundleError::Damaged(known))
}

/// A page would end an element early, or take line ends for others and the hash with them.
fn inside<'a>(text: &'a str, end: &str, path: &str) -> Result<&'a str, BundleError> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(end) || lower.contains("<!--") || text.contains('\r') {
        let known = SCRIPTS.into_iter().find(|it| *it == path).unwrap_or("a style sheet");
        return Err(BundleError::Damaged(known));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::{
        BundleError, FRAME, LESSONS, Site,
        frame::script_hash,
        select::{Selection, tests::course},
    };

    fn script(name: &str, content: &[u8]) -> Option<String> {
        let text = content.len().to_string();
        Some(format!("(self.VIVARIUM_DATA ??= {{}})[\"{name}\"] = [{text}, \"{name} packed\"];\n"))
    }

    fn site() -> Site {
        let frame = "<html><head><meta charset=\"utf-8\"><meta content=\"script-src 'self' 'wasm-unsafe-eval'; x\"><link rel=\"icon\" href=\"i.svg\">\
            <link rel=\"stylesheet\" href=\"a.css\"><script src=\"app.js\" defer></script></head><body>Starting</body></html>";
        let files: [(&str, Vec<u8>); 11] = [
            (FRAME, frame.into()),
            (LESSONS, serde_json::to_vec(&course()).expect("plain data")),
            ("a.css", b"x{src:url(./fonts/f.woff2) format(\"woff2\")}".to_vec()),
            ("fonts/f.woff2", b"font".to_vec()),
            ("i.svg", b"<svg/>".to_vec()),
            ("app.js", b"app()".to_vec()),
            ("files.js", b"files()".to_vec()),
            ("boot.js", b"boot()".to_vec()),
            ("editor.js", b"'</script>'".to_vec()),
            ("notices.html", b"<p>".to_vec()),
            ("data/unpack.js", b"unpack()".to_vec()),
        ];
        let mut site: Site =
            files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect();
        let data = "(self.VIVARIUM_DATA ??= {})[\"python_bg.wasm\"] = [3, \"ab=\u{90}\"];\n";
        site.insert("data/python_bg.wasm.js".to_owned(), data.into());
        site
    }

    #[test]
    fn a_page_holds_everything_and_names_its_scripts() {
        let (bytes, _) = page(site(), &Selection::Whole, script).expect("a page");
        let html = String::from_utf8(bytes).expect("text");
        for code in ["app()", "files()", "unpack()", "boot()", "'</script>'"] {
            assert!(html.contains(&script_hash(code.as_bytes())), "{code}");
        }
        assert!(
            html.contains("data-name=\"python_bg.wasm\" data-length=\"3\">ab=\u{90}</script>"),
            "{html}"
        );
        for (name, length) in [("editor.js", 11), ("notices.html", 3)] {
            let held =
                format!("data-name=\"{name}\" data-length=\"{length}\">{name} packed</script>");
            assert!(html.contains(&held), "{held}: {html}");
        }
        assert!(
            html.contains("<script>boot()</script>")
                && html.contains("url(data:font/woff2;base64,")
        );
        assert!(!html.contains("src=\"") && !html.contains("'self'"), "{html}");
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        let mut site = site();
        site.insert("app.js".to_owned(), b"'</SCRIPT>'".to_vec());
        assert!(matches!(
            page(site, &Selection::Whole, script),
            Err(BundleError::Damaged("app.js"))
        ));
    }
}
