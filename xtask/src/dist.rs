//! The last step of a build: turns what trunk staged into pages that work from a server and from a folder alike.
//!
//! Adds the assets, each also as a classic script for places where `fetch` is refused, the manifest, the notices and
//! the Content-Security-Policy; and refuses a frame that would not work in every form the product is given away in.

use crate::hash::{self, Inputs};
use crate::paths::Paths;
use crate::{assets, claim, compiler, notices, offline, patches, prune, split, tools, ui};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One policy for all forms: no inline script, nothing from elsewhere; the editor and the console insert styles.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; \
    connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; \
    frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'";

/// The pages with scripts; each gets the policy.
const PAGES: [&str; 2] = ["index.html", "embed-demo.html"];

/// `cargo xtask build`.
pub fn build(paths: &Paths) -> Result<()> {
    assets::all(paths)?;
    page(paths)
}

/// `cargo xtask build --page`: with the assets that are there already, however old.
pub fn page(paths: &Paths) -> Result<()> {
    let compiler = compiler::find(paths)?;
    let found = tools::all(paths)?;
    assets::unpacker(paths, &compiler)?;
    // Trunk runs wasm-bindgen on what lies in the shared target folder: nobody else may put another page there.
    let _lock = crate::lock::lock(paths, "target-root")?;
    claim::root_target(paths)?;
    ui::say("Building the page");
    let mut command = Command::new(&found.trunk);
    command
        .args(["build", "--release", "--log", "warn"])
        .current_dir(&paths.root)
        .env("PATH", found.search_path()?)
        .env("CARGO_TARGET_DIR", paths.root_target())
        .env(assets::FRESH, "1")
        // Trunk takes this for an option of its own that wants `true` or `false`.
        .env_remove("NO_COLOR")
        .env_remove("RUST_BACKTRACE");
    compiler.apply_with(&mut command, split::FLAGS);
    ui::openly(&mut command).context("The page could not be built.")?;
    ui::say(&format!("Built {}", paths.dist().display()));
    prune::prune(paths)
}

/// The hook that trunk calls when its stage is complete.
pub fn finish(paths: &Paths, stage: &Path) -> Result<()> {
    let assets_folder = stage.join("assets");
    let data_folder = stage.join("data");
    fs::create_dir_all(&assets_folder)?;
    fs::create_dir_all(&data_folder)?;
    split::split(paths, stage, &assets_folder)?;
    for path in assets::files(paths)? {
        let name = path.file_name().context("an asset has no name")?;
        fs::copy(&path, assets_folder.join(name))?;
    }
    patches::copy_folder(&paths.assets().join("editor"), stage)?;
    fs::write(stage.join("notices.html"), notices::page(paths)?)?;
    write_settings(stage)?;
    for name in PAGES {
        let path = stage.join(name);
        let frame = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        check_frame(&frame).with_context(|| format!("in {name}"))?;
        fs::write(&path, with_policy(&frame)?)?;
    }
    offline::stamp(stage, &assets_folder)?;
    for path in hash::files_below(&assets_folder)? {
        write_data(paths, &path, &data_folder)?;
    }
    patches::copy_folder(&paths.assets().join("unpacker"), &data_folder)?;
    offline::list(stage)
}

/// The same settings as a script, for frames that may not fetch.
fn write_settings(stage: &Path) -> Result<()> {
    let settings = fs::read_to_string(stage.join("config.json"))?;
    let parsed: serde_json::Value =
        serde_json::from_str(&settings).context("public/config.json is not JSON")?;
    Ok(fs::write(stage.join("config.js"), format!("self.VIVARIUM_CONFIG = {parsed};\n"))?)
}

/// The same bytes as a script. Compressing takes seconds for the large ones, so the result is kept.
fn write_data(paths: &Paths, asset: &Path, folder: &Path) -> Result<()> {
    let name = asset.file_name().context("an asset has no name")?.to_string_lossy().into_owned();
    let content = fs::read(asset)?;
    let script = format!("{name}.js");
    let mut inputs = Inputs::of("data script 2");
    inputs.bytes(&name, &content);
    let kept = assets::artifact(paths, "data", &inputs.finish(), |out| {
        Ok(fs::write(out.join(&script), vivarium_data::script(&name, &content)?)?)
    })?;
    fs::copy(kept.join(&script), folder.join(&script))?;
    Ok(())
}

/// Inline scripts, modules and integrity all fail from `file://` or under the policy: none may creep in.
fn check_frame(html: &str) -> Result<()> {
    for tag in tags(html, "<script") {
        ensure!(tag.contains("src="), "it has an inline script: {tag}");
        ensure!(!tag.contains("module"), "it has a script that is a module: {tag}");
    }
    for tag in tags(html, "<script").into_iter().chain(tags(html, "<link")) {
        for attribute in ["integrity", "crossorigin", "modulepreload"] {
            ensure!(!tag.contains(attribute), "it uses {attribute}: {tag}");
        }
        for place in ["src=\"/", "href=\"/", "src=\"http", "href=\"http"] {
            ensure!(!tag.contains(place), "it has a path that is not relative: {tag}");
        }
    }
    Ok(())
}

fn tags<'a>(html: &'a str, opening: &str) -> Vec<&'a str> {
    html.match_indices(opening)
        .map(|(start, _)| html[start..].split_inclusive('>').next().unwrap_or_default())
        .collect()
}

fn with_policy(html: &str) -> Result<String> {
    // It governs only what follows it, so it stands first.
    let Some(head) = html.find("<head>") else { bail!("a page has no <head>") };
    let (before, after) = html.split_at(head + "<head>".len());
    Ok(format!(
        "{before}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}"
    ))
}

/// Where trunk stages the page, from the environment of its hooks.
pub fn stage() -> Result<PathBuf> {
    std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("This is trunk's hook; `cargo xtask build` calls trunk.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_stands_before_everything_it_governs() {
        let html = with_policy("<html><head><script src=\"a.js\"></script></head></html>").unwrap();
        assert!(html.find("Content-Security-Policy").unwrap() < html.find("<script").unwrap());
    }

    #[test]
    fn frames_that_work_only_from_a_server_are_refused() {
        check_frame("<link href=\"a.css\"><script src=\"./app.js\" defer></script>").unwrap();
        for bad in [
            "<script>start()</script>",
            "<script type=\"module\" src=\"a.js\"></script>",
            "<link rel=\"preload\" href=\"a.wasm\" crossorigin>",
            "<script src=\"a.js\" integrity=\"sha384-x\"></script>",
            "<script src=\"/app.js\"></script>",
            "<link rel=\"stylesheet\" href=\"https://example.org/a.css\">",
        ] {
            assert!(check_frame(bad).is_err(), "{bad}");
        }
    }
}
