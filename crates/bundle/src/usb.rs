//! Owns the folder for a stick: what a page opened by double click loads, and nothing else.

use vivarium_course::model::Course;

use crate::{
    BundleError, FRAME, LESSONS, MANIFEST, Site, frame,
    select::{self, Selection},
};

/// What a learner opens.
pub const START: &str = "START.html";

/// The largest script that is no asset. It is packed as the assets are, and run when an editor is wanted.
const EDITOR: &str = "editor.js";
/// What others wrote, a page of its own.
pub(crate) const NOTICES: &str = "notices.html";

/// Says whether a page from a folder ever loads this file. Browsers refuse it `fetch`, service workers and
/// installation, so the assets are read from their copies in `data/`.
pub fn belongs(path: &str) -> bool {
    const OUTSIDE: [&str; 4] = ["sw.js", "service-worker.js", "embed-demo.html", "embed-demo.js"];
    !path.starts_with("assets/") && !OUTSIDE.contains(&path) && !path.ends_with(".webmanifest")
}

/// Makes the folder. `script` writes bytes as a script in `data/`.
pub fn folder(
    mut site: Site,
    selection: &Selection,
    script: impl Fn(&str, &[u8]) -> Option<String>,
) -> Result<(Site, Course), BundleError> {
    let course = select::limit(&mut site, selection)?;
    if *selection != Selection::Whole {
        for path in [LESSONS, MANIFEST] {
            let content = site.get(path).cloned().ok_or(BundleError::Missing(path))?;
            add_data(&mut site, path.trim_start_matches("assets/"), &content, &script)?;
        }
    }
    let editor = pack(&mut site, EDITOR, &script)?;
    frame::allow_script(&mut site, &editor)?;
    frame::add_meta(&mut site, "vivarium-packed", EDITOR)?;
    site.retain(|path, _| belongs(path));
    if !site.contains_key("data/python_bg.wasm.js") {
        return Err(BundleError::Missing("data/python_bg.wasm.js"));
    }
    let frame = site.remove(FRAME).ok_or(BundleError::Missing(FRAME))?;
    site.insert(START.to_owned(), frame);
    if let Some(notices) = site.get_mut(NOTICES) {
        // Its way back leads to the page by the name that it has here.
        let text = String::from_utf8_lossy(notices)
            .replace(&format!("href=\"{FRAME}\""), &format!("href=\"{START}\""));
        *notices = text.into_bytes();
    }
    Ok((site, course))
}

/// Packs a file that is no asset as the assets are; returns what it was.
pub(crate) fn pack(
    site: &mut Site,
    name: &'static str,
    script: impl Fn(&str, &[u8]) -> Option<String>,
) -> Result<Vec<u8>, BundleError> {
    let content = site.remove(name).ok_or(BundleError::Missing(name))?;
    add_data(site, name, &content, script)?;
    Ok(content)
}

/// Adds bytes as a script, where `public/boot.js` looks for them.
fn add_data(
    site: &mut Site,
    name: &'static str,
    content: &[u8],
    script: impl Fn(&str, &[u8]) -> Option<String>,
) -> Result<(), BundleError> {
    let script = script(name, content).ok_or(BundleError::Damaged(name))?;
    site.insert(format!("data/{name}.js"), script.into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::belongs;

    #[test]
    fn a_folder_holds_what_it_loads() {
        for path in ["boot.js", "data/core.pack.js", "icons/vivarium.svg", "notices.html"] {
            assert!(belongs(path), "{path}");
        }
        for path in ["assets/core.pack", "sw.js", "vivarium.webmanifest"] {
            assert!(!belongs(path), "{path}");
        }
    }
}
