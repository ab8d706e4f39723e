//! Owns the folder for a stick: what a page opened by double click loads, and nothing else.

use base64::{Engine, engine::general_purpose::STANDARD};
use vivarium_course::model::Course;

use crate::{
    BundleError, FRAME, LESSONS, MANIFEST, Site,
    select::{self, Selection},
};

/// What a learner opens.
pub const START: &str = "START.html";

/// Says whether a page from a folder ever loads this file. Browsers refuse it `fetch`, service workers and
/// installation, so the assets are read from their copies in `data/`.
pub fn belongs(path: &str) -> bool {
    const OUTSIDE: [&str; 4] = ["sw.js", "service-worker.js", "embed-demo.html", "embed-demo.js"];
    !path.starts_with("assets/") && !OUTSIDE.contains(&path) && !path.ends_with(".webmanifest")
}

/// Makes the folder. `deflate` compresses without a header; only a course that was cut down needs it.
pub fn folder(
    mut site: Site,
    selection: &Selection,
    deflate: impl Fn(&[u8]) -> Vec<u8>,
) -> Result<(Site, Course), BundleError> {
    let course = select::limit(&mut site, selection)?;
    if *selection != Selection::Whole {
        for path in [LESSONS, MANIFEST] {
            let content = site.get(path).ok_or(BundleError::Missing(path))?;
            let name = path.trim_start_matches("assets/");
            let script = data_script(name, content, &deflate);
            site.insert(format!("data/{name}.js"), script.into_bytes());
        }
    }
    site.retain(|path, _| belongs(path));
    if !site.contains_key("data/python_bg.wasm.js") {
        return Err(BundleError::Missing("data/python_bg.wasm.js"));
    }
    let frame = site.remove(FRAME).ok_or(BundleError::Missing(FRAME))?;
    site.insert(START.to_owned(), frame);
    Ok((site, course))
}

/// An asset as a script, as `public/boot.js` reads it: gzip in base64.
fn data_script(name: &str, content: &[u8], deflate: impl Fn(&[u8]) -> Vec<u8>) -> String {
    // The shortest header: no name, no time, unknown system.
    let mut packed = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    packed.extend(deflate(content));
    packed.extend(rawzip::crc32(content).to_le_bytes());
    #[expect(clippy::cast_possible_truncation, reason = "gzip counts modulo 2^32")]
    packed.extend((content.len() as u32).to_le_bytes());
    let text = STANDARD.encode(packed);
    format!("(self.VIVARIUM_DATA ??= {{}})[\"{name}\"] = \"{text}\";\n")
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec};

    use super::{belongs, data_script};

    #[test]
    fn a_folder_holds_what_it_loads() {
        for path in ["boot.js", "data/core.pack.js", "icons/vivarium.svg", "notices.html"] {
            assert!(belongs(path), "{path}");
        }
        for path in ["assets/core.pack", "sw.js", "vivarium.webmanifest"] {
            assert!(!belongs(path), "{path}");
        }
    }

    #[test]
    fn a_script_holds_gzip() {
        let content = b"lessons ".repeat(100);
        let script = data_script("lessons.json", &content, |it| compress_to_vec(it, 6));
        let text =
            script.split_once("] = \"").and_then(|it| it.1.strip_suffix("\";\n")).expect("a text");
        let packed = STANDARD.decode(text).expect("base64");
        let body = &packed[10..packed.len() - 8];
        assert_eq!(decompress_to_vec(body).expect("deflate"), content);
    }
}
