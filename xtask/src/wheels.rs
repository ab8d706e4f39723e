//! Packages from `PyPI`, fetched by pip into the cache: exactly the files that `python/packages.txt` names by hash.

use crate::hash::Inputs;
use crate::paths::Paths;
use crate::{assets, tools, ui};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// The list, as pip reads it.
pub fn list(paths: &Paths) -> PathBuf {
    paths.root.join("python/packages.txt")
}

/// The folder of installed packages, in the cache.
pub fn folder(paths: &Paths) -> Result<PathBuf> {
    let list = list(paths);
    let mut inputs = Inputs::of("wheels");
    inputs.file(&paths.root, &list)?;
    assets::artifact(paths, "wheels", &inputs.finish(), |out| {
        if !has_pip() {
            tools::apt_install(paths, &["python3", "python3-pip"], "packages from PyPI")?;
        }
        let mut pip = Command::new("python3");
        // What has a compiled part for this machine has one for any machine, too.
        pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--no-input"])
            .args(["--root-user-action=ignore", "--no-deps", "--no-compile", "--require-hashes"])
            .args(["--only-binary", ":all:", "--platform", "any", "--python-version", "3.14"])
            .args(["--implementation", "py", "--abi", "none", "--target"])
            .arg(out)
            .arg("--requirement")
            .arg(&list);
        ui::quietly("Getting packages from PyPI", &paths.log("wheels"), &mut pip)
            .context("The packages of python/packages.txt are missing: pip gets them from PyPI.")
    })
}

fn has_pip() -> bool {
    ui::probe(Command::new("python3").args(["-m", "pip", "--version"])).is_some()
}
