//! Owns changes to the page's frame, `index.html`: what the page is told, and what it may connect to.

use crate::{BundleError, FRAME, Site};

const CHARSET: &str = "<meta charset=\"utf-8\">";
const CONNECT: &str = "connect-src 'self';";
/// Where a page may take scripts from, in its policy.
#[cfg(feature = "tools")]
pub(crate) const OWN_SCRIPTS: &str = "script-src 'self' ";

/// Tells the page something: a `meta` element with this name.
pub fn add_meta(site: &mut Site, name: &str, content: &str) -> Result<(), BundleError> {
    let meta = format!("{CHARSET}\n    <meta name=\"{name}\" content=\"{}\">", escaped(content));
    replace(site, CHARSET, &meta)
}

/// Lets the page connect to these places besides its own, and to nothing else.
pub fn widen_connections(site: &mut Site, places: &str) -> Result<(), BundleError> {
    replace(site, CONNECT, &format!("connect-src 'self' {places};"))
}

/// Lets the page run this script also where it comes from no file: the policy names its hash (CSP level 3, section 2.3.1).
#[cfg(feature = "tools")]
pub fn allow_script(site: &mut Site, script: &[u8]) -> Result<(), BundleError> {
    replace(site, OWN_SCRIPTS, &format!("{OWN_SCRIPTS}{} ", script_hash(script)))
}

/// The name of a script in a policy, in quotes.
#[cfg(feature = "tools")]
pub(crate) fn script_hash(script: &[u8]) -> String {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};

    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

fn replace(site: &mut Site, old: &str, new: &str) -> Result<(), BundleError> {
    let bytes = site.get_mut(FRAME).ok_or(BundleError::Missing(FRAME))?;
    let text = std::str::from_utf8(bytes).map_err(|_| BundleError::Damaged(FRAME))?;
    // Exactly one: a frame that was changed before, or by another build, is not guessed at.
    if text.matches(old).count() != 1 {
        return Err(BundleError::Damaged(FRAME));
    }
    *bytes = text.replacen(old, new, 1).into_bytes();
    Ok(())
}

/// Escapes a text for XML and for attributes in double quotes.
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, char| {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // XML knows no other control characters.
            char if char.is_control() && !"\n\t".contains(char) => {}
            char => out.push(char),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::{add_meta, widen_connections};
    use crate::{BundleError, FRAME, Site};

    #[test]
    fn a_frame_is_changed_once() {
        let html = "<head><meta http-equiv=\"x\" content=\"a; connect-src 'self'; b\"><meta charset=\"utf-8\"></head>";
        let mut site = Site::from([(FRAME.to_owned(), html.into())]);
        add_meta(&mut site, "name", "{\"a\": 1}").expect("it can be changed");
        widen_connections(&mut site, "https:").expect("it can be changed");
        let text = String::from_utf8(site[FRAME].clone()).expect("text");
        assert!(text.contains("<meta name=\"name\" content=\"{&quot;a&quot;: 1}\">"), "{text}");
        assert!(text.contains("a; connect-src 'self' https:; b"), "{text}");
        assert!(matches!(widen_connections(&mut site, "http:"), Err(BundleError::Damaged(_))));
    }

    #[cfg(feature = "tools")]
    #[test]
    fn a_script_is_named_by_its_hash_beside_the_page_s_own() {
        let html = "<meta content=\"script-src 'self' 'wasm-unsafe-eval'; x\">";
        let mut site = Site::from([(FRAME.to_owned(), html.into())]);
        super::allow_script(&mut site, b"").expect("it can be changed");
        let text = String::from_utf8(site[FRAME].clone()).expect("text");
        // SHA-256 of nothing, as everybody knows it.
        let hash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(
            text.contains(&format!("script-src 'self' {hash} 'wasm-unsafe-eval'; x")),
            "{text}"
        );
    }
}
