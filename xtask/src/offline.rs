//! What makes a build tell itself from others: its name in each part that must fit the rest, the sizes of its assets, and
//! the list from which the service worker fills its store.

use crate::hash::{self, Inputs};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::fs;
use std::path::Path;

/// What the sources have in the place of the build's name.
const MARK: &str = "@BUILD@";
const MANIFEST: &str = "manifest.json";
const WORKER: &str = "sw.js";
const FILES: &str = "const FILES = {};";

/// Writes the name of the build, which is a hash of everything in it, into the parts that compare it.
pub fn stamp(stage: &Path, assets: &Path) -> Result<()> {
    let mut inputs = Inputs::of("build");
    inputs.folder(stage, stage)?;
    let build = inputs.finish();
    let mut files = serde_json::Map::new();
    for path in hash::files_below(assets)? {
        let name = hash::portable(assets, &path);
        files.insert(name, json!({ "bytes": fs::metadata(&path)?.len() }));
    }
    // All else that the page is made of: with this a page can make a package of itself.
    let is_other = |name: &String| !name.starts_with("assets/") && !name.starts_with("data/");
    let page = hash::files_below(stage)?;
    let page: Vec<_> =
        page.iter().map(|path| hash::portable(stage, path)).filter(is_other).collect();
    let manifest = json!({ "build": build, "files": files, "page": page });
    fs::write(assets.join(MANIFEST), manifest.to_string())?;
    for name in ["boot.js", WORKER] {
        let path = stage.join(name);
        let text = fs::read_to_string(&path)?;
        ensure!(text.contains(MARK), "{name} has no place for the name of the build, {MARK}");
        fs::write(&path, text.replace(MARK, &build))?;
    }
    let glue = stage.join("app.js");
    let text = fs::read_to_string(&glue).context("trunk made no app.js")?;
    Ok(fs::write(&glue, format!("{text}\nself.VIVARIUM_GLUE = \"{build}\";\n"))?)
}

/// Gives the service worker the list of all files. The scripts in `data/` hold what `assets/` has, for places without one.
pub fn list(stage: &Path) -> Result<()> {
    let mut files = serde_json::Map::new();
    for path in hash::files_below(stage)? {
        let name = hash::portable(stage, &path);
        if !name.starts_with("data/") && name != WORKER {
            files.insert(name, json!(hash::of_bytes(&fs::read(&path)?)));
        }
    }
    let path = stage.join(WORKER);
    let text = fs::read_to_string(&path)?;
    ensure!(text.contains(FILES), "{WORKER} has no place for the list of files, `{FILES}`");
    let list = serde_json::to_string_pretty(&files)?;
    Ok(fs::write(&path, text.replace(FILES, &format!("const FILES = {list};")))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_named_in_every_part_and_lists_its_files() {
        let folder = tempfile::tempdir().unwrap();
        let stage = folder.path();
        fs::create_dir_all(stage.join("assets")).unwrap();
        fs::create_dir_all(stage.join("data")).unwrap();
        fs::write(stage.join("assets/a.wasm"), "1234").unwrap();
        fs::write(stage.join("data/a.wasm.js"), "x").unwrap();
        fs::write(stage.join("boot.js"), "const BUILD = \"@BUILD@\";").unwrap();
        fs::write(stage.join("sw.js"), "const BUILD = \"@BUILD@\";\nconst FILES = {};").unwrap();
        fs::write(stage.join("app.js"), "glue").unwrap();
        stamp(stage, &stage.join("assets")).unwrap();
        list(stage).unwrap();
        let read = |name: &str| fs::read_to_string(stage.join(name)).unwrap();
        let manifest: serde_json::Value =
            serde_json::from_str(&read("assets/manifest.json")).unwrap();
        let build = manifest["build"].as_str().unwrap();
        assert_eq!(manifest["files"]["a.wasm"]["bytes"], 4);
        assert_eq!(manifest["page"], json!(["app.js", "boot.js", "sw.js"]));
        for name in ["boot.js", "app.js", "sw.js"] {
            assert!(read(name).contains(build), "{name}");
        }
        let worker = read("sw.js");
        assert!(worker.contains("assets/a.wasm") && worker.contains(&hash::of_bytes(b"1234")));
        assert!(!worker.contains("data/a.wasm.js"));
    }
}
