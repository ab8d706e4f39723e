//! The build products that the page loads: made only if what they are made from changed, and kept by content.
//!
//! A product lies in `<cache>/artifacts/<name>-<hash>/`, so that a fresh clone with the same inputs copies instead of
//! compiling; `.assets/` of the checkout holds the current ones.

use crate::compiler::{self, Compiler};
use crate::lock::lock;
use crate::paths::Paths;
use crate::python::{self, Profile};
use crate::{claim, hash, inputs, patches, prune, tools, ui};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `crates/data/unpack.js` has in the place of its wasm.
const WASM_MARK: &str = "@WASM@";

/// Set for the hook when all is fresh, since the build that calls trunk has made the assets itself.
pub const FRESH: &str = "VIVARIUM_ASSETS_FRESH";

pub fn all(paths: &Paths) -> Result<()> {
    let compiler = compiler::find(paths)?;
    if Profile::chosen()? == Profile::Dev {
        ui::say("Python is the quickly compiled one (VIVARIUM_PROFILE=dev), not what is shipped");
    }
    editor(paths)?;
    lessons(paths)?;
    unpacker(paths, &compiler)?;
    worker(paths, &compiler)?;
    packs(paths, &compiler)
}

/// The interpreter's wasm and its glue, in `.assets/worker/`.
pub fn worker(paths: &Paths, compiler: &Compiler) -> Result<()> {
    let profile = Profile::chosen()?;
    let hash = inputs::worker(paths, compiler, profile)?;
    product(paths, "worker", &hash, |out| python::build_worker(paths, compiler, profile, out))
}

/// The standard library, in `.assets/packs/`.
pub fn packs(paths: &Paths, compiler: &Compiler) -> Result<()> {
    let hash = inputs::packs(paths, compiler)?;
    product(paths, "packs", &hash, |out| python::build_packs(paths, compiler, out))
}

fn lessons(paths: &Paths) -> Result<()> {
    product(paths, "lessons", &inputs::lessons(paths)?, |out| {
        ui::say("Packing the lessons");
        claim::root_target(paths)?;
        let mut command = course(paths);
        command.args(["pack", "lessons"]).arg(out.join("lessons.json"));
        ui::openly(&mut command)
            .context("The lessons could not be packed. `cargo xtask lessons check` says more.")
    })
}

/// The program that reads and proves the course.
pub fn course(paths: &Paths) -> Command {
    let mut command = Command::new("cargo");
    command
        .args([
            "run",
            "--quiet",
            "-p",
            "vivarium-course",
            "--features",
            "tools",
            "--bin",
            "course",
            "--",
        ])
        .current_dir(&paths.root)
        .env("CARGO_TARGET_DIR", paths.root_target());
    command
}

/// What unpacks data scripts: `.assets/unpacker/unpack.js`, with its wasm inside.
pub fn unpacker(paths: &Paths, compiler: &Compiler) -> Result<()> {
    product(paths, "unpacker", &inputs::unpacker(paths, compiler)?, |out| {
        let target = paths.root.join("target/unpacker");
        let mut command = Command::new("cargo");
        command
            .args(["build", "--release", "-p", "vivarium-data", "--lib"])
            .args(["--target", "wasm32-unknown-unknown", "--config", "profile.release.strip=true"])
            .current_dir(&paths.root)
            .env("CARGO_TARGET_DIR", &target);
        compiler.apply(&mut command);
        ui::quietly("Compiling the unpacker", &paths.log("unpacker"), &mut command)?;
        let wasm = target.join("wasm32-unknown-unknown/release/vivarium_data.wasm");
        let wasm = fs::read(&wasm).with_context(|| format!("{} is not there", wasm.display()))?;
        let source = fs::read_to_string(paths.root.join("crates/data/unpack.js"))?;
        ensure!(source.contains(WASM_MARK), "unpack.js has no place for its wasm, {WASM_MARK}");
        let script = source.replace(WASM_MARK, &STANDARD.encode(wasm));
        Ok(fs::write(out.join("unpack.js"), script)?)
    })
}

fn editor(paths: &Paths) -> Result<()> {
    product(paths, "editor", &inputs::editor(paths)?, |out| {
        tools::npm(paths, "editor")?;
        let folder = paths.root.join("editor");
        let mut command = Command::new("npm");
        command.args(["run", "--silent", "build"]).current_dir(&folder);
        ui::quietly("Bundling the editor", &paths.log("editor"), &mut command)?;
        patches::copy_folder(&folder.join("dist"), out)
    })
}

/// Puts a product into `.assets/<name>/`, from the cache or newly made.
fn product(
    paths: &Paths,
    name: &str,
    hash: &str,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let target = paths.assets().join(name);
    let stamp = paths.assets().join(format!("{name}.stamp"));
    if target.is_dir() && fs::read_to_string(&stamp).is_ok_and(|found| found == hash) {
        return Ok(());
    }
    let artifact = artifact(paths, name, hash, make)?;
    let _ = fs::remove_file(&stamp);
    let _ = fs::remove_dir_all(&target);
    patches::copy_folder(&artifact, &target)?;
    fs::write(&stamp, hash)?;
    Ok(())
}

/// The folder in the cache that holds a product. It gets its name only when it is whole.
pub fn artifact(
    paths: &Paths,
    name: &str,
    hash: &str,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = paths.cache.join("artifacts").join(format!("{name}-{hash}"));
    if folder.is_dir() {
        prune::used(&folder);
        return Ok(folder);
    }
    let _lock = lock(paths, &format!("artifact-{name}"))?;
    if folder.is_dir() {
        return Ok(folder);
    }
    let unfinished = paths.cache.join("artifacts").join(format!("unfinished-{name}"));
    let _ = fs::remove_dir_all(&unfinished);
    fs::create_dir_all(&unfinished)?;
    make(&unfinished)?;
    fs::rename(&unfinished, &folder)
        .with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

/// The products that the page asks for by name, in the order of their names.
pub fn files(paths: &Paths) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for name in ["lessons", "packs", "worker"] {
        files.extend(hash::files_below(&paths.assets().join(name))?);
    }
    files.sort_by_key(|path| path.file_name().map(ToOwned::to_owned));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> (tempfile::TempDir, Paths) {
        let folder = tempfile::tempdir().unwrap();
        let paths =
            Paths { root: folder.path().join("checkout"), cache: folder.path().join("cache") };
        (folder, paths)
    }

    fn made(paths: &Paths, hash: &str, content: &str) -> Result<()> {
        product(paths, "thing", hash, |out| Ok(fs::write(out.join("a.txt"), content)?))
    }

    fn current(paths: &Paths) -> String {
        fs::read_to_string(paths.assets().join("thing/a.txt")).unwrap()
    }

    #[test]
    fn a_product_is_made_once_for_each_hash() {
        let (_folder, paths) = paths();
        made(&paths, "1", "first").unwrap();
        made(&paths, "1", "again").unwrap();
        assert_eq!(current(&paths), "first");
        made(&paths, "2", "second").unwrap();
        assert_eq!(current(&paths), "second");
        made(&paths, "1", "never").unwrap();
        assert_eq!(current(&paths), "first");
    }

    #[test]
    fn a_product_that_failed_half_way_is_made_anew() {
        let (_folder, paths) = paths();
        let failed = product(&paths, "thing", "1", |out| {
            fs::write(out.join("left.txt"), "x")?;
            anyhow::bail!("no luck")
        });
        assert!(failed.is_err());
        made(&paths, "1", "first").unwrap();
        assert_eq!(current(&paths), "first");
        assert!(!paths.assets().join("thing/left.txt").exists());
    }
}
