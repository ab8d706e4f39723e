//! `cargo xtask bundle`: the built page as something to give away. Knows where things lie; what a bundle holds is `crates/bundle`'s.

use crate::paths::Paths;
use crate::{dist, ui};
use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Builds the page, unless one is given, and makes a bundle of it.
pub fn bundle(paths: &Paths, form: &str, options: &[&str]) -> Result<()> {
    let here = env::current_dir()?;
    let (mut out, mut given, mut rest) = (paths.root.join("bundles"), None, Vec::new());
    let mut words = options.iter();
    while let Some(word) = words.next() {
        let mut folder = || -> Result<PathBuf> {
            Ok(here.join(words.next().with_context(|| format!("{word} takes a path"))?))
        };
        match *word {
            "--out" => out = folder()?,
            "--dist" => given = Some(folder()?),
            other => rest.push(other),
        }
    }
    let page = match given {
        Some(page) if page.join("index.html").is_file() => page,
        Some(page) => bail!("{} holds no built page", page.display()),
        None => {
            dist::build(paths)?;
            paths.dist()
        }
    };
    if form == "usb" && out == paths.root.join("bundles") {
        out = out.join("vivarium");
    }
    let mut command = Command::new("cargo");
    command
        .args(["run", "--quiet", "-p", "vivarium-bundle", "--features", "tools", "--bin", "bundle"])
        .args(["--", form])
        .args([&page, &out])
        .args(rest)
        .current_dir(&paths.root)
        // A folder of the checkout's own: the tests make bundles while other checkouts build in the shared one.
        .env("CARGO_TARGET_DIR", paths.root.join("target/bundle"));
    ui::openly(&mut command).context("The bundle could not be made.")
}
