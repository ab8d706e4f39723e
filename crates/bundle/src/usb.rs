//! Owns the folder for a stick: what a page opened by double click loads, and nothing else.

use vivarium_course::model::Course;

use crate::{
    BundleError, FRAME, LESSONS, MANIFEST, Site,
    select::{self, Selection},
};

/// What a learner opens.
pub const START: &str = "START.html";

/// What others wrote, a page of its own.
const NOTICES: &str = "notices.html";

/// Says whether a page from a folder ever loads this file. Browsers refuse it `fetch`, service workers and
/// installation, so the assets are read from their copies in `data/`.
pub fn belongs(path: &str) -> bool {
    const OUTSIDE: [&str; 4] = ["sw.js", "service-worker.js", "embed-demo.html", "embed-demo.js"];
    !path.starts_with("assets/") && !OUTSIDE.contains(&path) && !path.ends_with(".webmanifest")
}

/// Makes the folder. `script` writes an asset as a script, which only a course that was cut down needs.
pub fn folder(
    mut site: Site,
    selection: &Selection,
    script: impl Fn(&str, &[u8]) -> Option<String>,
) -> Result<(Site, Course), BundleError> {
    let course = select::limit(&mut site, selection)?;
    if *selection != Selection::Whole {
        for path in [LESSONS, MANIFEST] {
            let content = site.get(path).ok_or(BundleError::Missing(path))?;
            let name = path.trim_start_matches("assets/");
            let script = script(name, content).ok_or(BundleError::Damaged(path))?;
            site.insert(format!("data/{name}.js"), script.into_bytes());
        }
    }
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
