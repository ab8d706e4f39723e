//! The compiler for wasm32-unknown-unknown: the default one with its target, or Debian's with a std built from source.

use crate::lock::lock;
use crate::paths::Paths;
use crate::tools::{apt_install, on_path};
use crate::{hash, ui};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// RustPython's, with our patches.
const OLDEST: (u32, u32) = (1, 96);
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// The compiler, the source of its std, and the linker of the same LLVM.
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "rust-web-src", "lld-22"];
const DEBIAN_LINKER: &str = "wasm-ld-22";

/// What builds everything that is wasm, and everything that links RustPython.
#[derive(Clone, Debug)]
pub enum Compiler {
    /// The one cargo uses anyway.
    Default { version: String },
    /// Another compiler than cargo's own, with a sysroot of ours that has std for wasm.
    Debian { version: String, rustc: PathBuf, sysroot: PathBuf },
}

impl Compiler {
    pub fn version(&self) -> &str {
        match self {
            Self::Default { version } | Self::Debian { version, .. } => version,
        }
    }

    /// Lets a cargo call, or one that calls cargo, use this compiler.
    pub fn apply(&self, command: &mut Command) {
        self.apply_with(command, "");
    }

    /// The same, with further flags for what is compiled to wasm.
    pub fn apply_with(&self, command: &mut Command, flags: &str) {
        let mut flags = flags.to_owned();
        if let Self::Debian { rustc, sysroot, .. } = self {
            command
                .env("RUSTC", rustc)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
            flags = format!("--sysroot {} {flags}", sysroot.display());
        }
        let flags = flags.trim();
        if !flags.is_empty() {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        }
    }
}

pub fn find(paths: &Paths) -> Result<Compiler> {
    let default = Rustc::ask(Path::new("rustc"));
    if let Some(rustc) = default.as_ref().filter(|rustc| rustc.is_new_enough())
        && (has_target(Path::new("rustc")) || add_target(paths))
    {
        return Ok(Compiler::Default { version: rustc.release.clone() });
    }
    match debian(paths) {
        Ok(compiler) => Ok(compiler),
        Err(error) => Err(error.context(advice(default.as_ref()))),
    }
}

fn advice(default: Option<&Rustc>) -> String {
    let (major, minor) = OLDEST;
    match default {
        Some(rustc) if !rustc.is_new_enough() => format!(
            "rustc {} is too old: Python needs {major}.{minor} or newer. `rustup update stable` gets it.",
            rustc.release
        ),
        Some(_) => {
            format!("The compiler lacks the target {TARGET}. `rustup target add {TARGET}` gets it.")
        }
        None => format!("There is no rustc. Install Rust {major}.{minor} or newer with rustup."),
    }
}

#[derive(Debug)]
struct Rustc {
    release: String,
    host: String,
}

impl Rustc {
    fn ask(program: &Path) -> Option<Self> {
        let text = ui::probe(Command::new(program).arg("-vV"))?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Option<Self> {
        let field = |name: &str| {
            text.lines()
                .find_map(|line| line.strip_prefix(name))
                .map(|value| value.trim().to_owned())
        };
        Some(Self { release: field("release:")?, host: field("host:")? })
    }

    fn is_new_enough(&self) -> bool {
        let mut numbers = self.release.split(['.', '-']).map_while(|part| part.parse::<u32>().ok());
        (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= OLDEST
    }
}

fn has_target(rustc: &Path) -> bool {
    ui::probe(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| has_std(Path::new(&folder)))
}

fn has_std(folder: &Path) -> bool {
    hash::files_below(folder).is_ok_and(|files| {
        files.iter().any(|path| {
            is_library(path)
                && path
                    .file_name()
                    .is_some_and(|name| name.to_string_lossy().starts_with("libstd-"))
        })
    })
}

fn is_library(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rlib")
}

/// Whether rustup could add the target. It cannot where its servers are out of reach; then Debian's compiler serves.
fn add_target(paths: &Paths) -> bool {
    if on_path("rustup").is_none() {
        return false;
    }
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    let added = ui::quietly(
        &format!("Adding the target {TARGET} to the compiler"),
        &paths.log("rustup"),
        &mut command,
    );
    if added.is_err() {
        ui::say("  rustup's servers cannot be reached");
    }
    added.is_ok() && has_target(Path::new("rustc"))
}

fn debian(paths: &Paths) -> Result<Compiler> {
    let program = Path::new(DEBIAN_RUSTC);
    let present = |rustc: &Option<Rustc>| {
        rustc.as_ref().is_some_and(Rustc::is_new_enough)
            && on_path(DEBIAN_LINKER).is_some()
            && source(program).is_some()
    };
    let mut rustc = Rustc::ask(program);
    if !present(&rustc) {
        if !Path::new("/etc/debian_version").exists() {
            bail!("No other compiler for {TARGET} was found.");
        }
        apt_install(paths, &DEBIAN_PACKAGES, "a compiler for the page and for Python")?;
        rustc = Rustc::ask(program);
    }
    let rustc = rustc
        .filter(Rustc::is_new_enough)
        .with_context(|| format!("{DEBIAN_RUSTC} is not {}.{} or newer.", OLDEST.0, OLDEST.1))?;
    let sysroot = sysroot(paths, &rustc)?;
    Ok(Compiler::Debian { version: rustc.release, rustc: program.to_path_buf(), sysroot })
}

fn source(rustc: &Path) -> Option<PathBuf> {
    let sysroot = ui::probe(Command::new(rustc).args(["--print", "sysroot"]))?;
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    source.exists().then_some(source)
}

/// std for wasm, built once from the compiler's own source. The marker is written last.
fn sysroot(paths: &Paths, rustc: &Rustc) -> Result<PathBuf> {
    let folder = paths.cache.join("sysroot").join(&rustc.release);
    let marker = folder.join(".complete");
    if marker.exists() {
        return Ok(folder);
    }
    let _lock = lock(paths, "sysroot")?;
    if marker.exists() {
        return Ok(folder);
    }
    let work = paths.cache.join("work/std");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(work.join("src"))?;
    fs::write(
        work.join("Cargo.toml"),
        "[workspace]\n[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    )?;
    fs::write(work.join("src/lib.rs"), "#![no_std]\n")?;
    let mut build = Command::new("cargo");
    build
        .args(["build", "-Z", "build-std=std,panic_abort", "--target", TARGET, "--release"])
        .current_dir(&work)
        .env("RUSTC", DEBIAN_RUSTC)
        // Building std is a feature of cargo's that stable refuses without this.
        .env("RUSTC_BOOTSTRAP", "1")
        // Without bitcode in it, std links, but not where link-time optimization is asked for.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_TARGET_DIR", work.join("target"));
    let title = format!("Building std of rustc {} for {TARGET} (2 minutes)", rustc.release);
    ui::quietly(&title, &paths.log("std"), &mut build).context(
        "std for wasm could not be built. It needs the package rust-web-src, and crates.io once.",
    )?;
    assemble(&folder, &work, rustc)?;
    fs::write(&marker, "")?;
    let _ = fs::remove_dir_all(&work);
    Ok(folder)
}

fn assemble(folder: &Path, work: &Path, rustc: &Rustc) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    let libraries = folder.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&libraries)?;
    for path in hash::files_below(&work.join("target").join(TARGET))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if is_library(&path) && name.starts_with("lib") && !name.starts_with("libempty") {
            fs::copy(&path, libraries.join(name))?;
        }
    }
    if !has_std(&libraries) {
        bail!("cargo built std, but its library is not in {}.", work.join("target").display());
    }
    // Build scripts and procedural macros are compiled with the same flags on this machine's own target.
    let host = ui::probe(Command::new(DEBIAN_RUSTC).args(["--print", "target-libdir"]))
        .context("rustc names no libraries")?;
    let host = Path::new(&host).parent().context("rustc names no libraries")?;
    link(host, &folder.join("lib/rustlib").join(&rustc.host))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to).with_context(|| format!("{} cannot be made", to.display()))
}

#[cfg(not(unix))]
fn link(_from: &Path, _to: &Path) -> Result<()> {
    bail!("Debian's compiler is used on Debian only.")
}

/// Where cargo keeps what it downloads.
pub fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| {
            env::var_os("HOME")
                .or_else(|| env::var_os("USERPROFILE"))
                .map(|home| Path::new(&home).join(".cargo"))
        })
        .context("Neither CARGO_HOME nor HOME is set.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rustc(release: &str) -> Rustc {
        Rustc::parse(&format!(
            "rustc x\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\nrelease: {release}\n"
        ))
        .unwrap()
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(!rustc("1.95.0").is_new_enough());
        assert!(!rustc("1.9.0").is_new_enough());
        assert!(rustc("1.96.0").is_new_enough());
        assert!(rustc("1.100.0-nightly").is_new_enough());
        assert!(rustc("2.0.0").is_new_enough());
    }
}
