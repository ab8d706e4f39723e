//! Cargo in the Python workspace, with the patched crates and the compiler that can build them.

use crate::compiler::{self, Compiler};
use crate::lock::lock;
use crate::paths::Paths;
use crate::{hash, patches, tools, ui, wheels};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the interpreter is compiled for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build; for those who work on the interpreter.
    Dev,
    /// What is shipped: optimized across crates, about four times as long to build.
    Dist,
}

impl Profile {
    pub fn chosen() -> Result<Self> {
        match env::var("VIVARIUM_PROFILE").as_deref() {
            Err(_) | Ok("" | "dist") => Ok(Self::Dist),
            Ok("dev") => Ok(Self::Dev),
            Ok(other) => bail!("VIVARIUM_PROFILE is `{other}`; it may be `dev` or `dist`."),
        }
    }

    /// Cargo's name for it, which is also that of the folder it builds into.
    pub fn cargo_name(self) -> &'static str {
        match self {
            Self::Dev => "release",
            Self::Dist => "dist",
        }
    }
}

/// A cargo call in the Python workspace.
pub fn cargo(paths: &Paths, compiler: &Compiler) -> Result<Command> {
    let mut command = Command::new("cargo");
    command
        .arg("--config")
        .arg(patches::config(paths)?)
        .current_dir(paths.python_workspace())
        .env("CARGO_TARGET_DIR", paths.python_target());
    compiler.apply(&mut command);
    Ok(command)
}

/// Builds the interpreter's wasm and its glue into `out`: `python_bg.wasm` and `worker.js`.
pub fn build_worker(
    paths: &Paths,
    compiler: &Compiler,
    profile: Profile,
    out: &Path,
) -> Result<()> {
    let wasm_bindgen = tools::wasm_bindgen(paths)?;
    // From cargo's end to the copy, no other checkout may put its own wasm in the same place.
    let _lock = lock(paths, "target-python")?;
    ui::say(&format!(
        "Compiling Python (profile {}; many minutes the first time)",
        profile.cargo_name()
    ));
    let mut build = cargo(paths, compiler)?;
    build
        .args(["build", "-p", "vivarium-pyworker", "--target", "wasm32-unknown-unknown"])
        .args(["--profile", profile.cargo_name()]);
    ui::openly(&mut build).context("Python could not be compiled.")?;
    let wasm = paths
        .python_target()
        .join("wasm32-unknown-unknown")
        .join(profile.cargo_name())
        .join("python.wasm");
    let mut glue = Command::new(wasm_bindgen);
    glue.args(["--target", "no-modules", "--no-typescript", "--omit-default-module-path"]);
    if profile == Profile::Dist {
        glue.args(["--remove-name-section", "--remove-producers-section"]);
    }
    glue.args(["--out-name", "python", "--out-dir"]).arg(out).arg(&wasm);
    ui::quietly("Making Python's glue", &paths.log("python-glue"), &mut glue)?;
    let folder = paths.python_workspace().join("glue");
    // One classic script: what the glue imports, the glue, and what starts it.
    let mut script = String::new();
    for part in [folder.join("green.js"), out.join("python.js"), folder.join("worker.js")] {
        script += &fs::read_to_string(&part)
            .with_context(|| format!("{} cannot be read", part.display()))?;
        script.push('\n');
    }
    fs::write(out.join("worker.js"), script)?;
    fs::remove_file(out.join("python.js"))?;
    Ok(())
}

/// Runs the packer: the standard library as packs, into `out`.
pub fn build_packs(paths: &Paths, compiler: &Compiler, out: &Path) -> Result<()> {
    ui::say("Packing the standard library");
    let mut command = cargo(paths, compiler)?;
    command.args(["run", "--quiet", "-p", "vivarium-packer", "--features", "tool", "--"]).arg(out);
    for folder in packages(paths)? {
        let name = folder.file_name().context("a package has no name")?.to_string_lossy();
        command.arg(format!("{name}={}", folder.display()));
    }
    command.arg("--packages").arg(wheels::folder(paths)?);
    ui::openly(&mut command).context("The standard library could not be packed.")
}

/// Our own Python packages, which go into the packs.
pub fn packages(paths: &Paths) -> Result<Vec<PathBuf>> {
    let mut packages = hash::folders(&paths.root.join("python"))?;
    packages.retain(|folder| folder.join("__init__.py").exists());
    Ok(packages)
}

/// `cargo xtask python <cargo args>`.
pub fn run(paths: &Paths, arguments: &[String]) -> Result<()> {
    let compiler = compiler::find(paths)?;
    let mut command = cargo(paths, &compiler)?;
    command.args(arguments);
    ui::openly(&mut command)
}
