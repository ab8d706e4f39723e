//! Programs the build needs, each found or installed at the version the lock files ask for. Knows nothing of compilers.

use crate::lock::lock;
use crate::paths::Paths;
use crate::ui;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The package lists need reading once in a run.
static UPDATED: OnceLock<()> = OnceLock::new();

/// The last release that the stable compilers of both kinds of machine can build.
const TRUNK: &str = "0.21.14";

/// Cuts the page's wasm in two. It reads what the crate `wasm_split_helpers` of the same line leaves in it.
const WASM_SPLIT: &str = "0.2.4";

pub struct Tools {
    pub wasm_bindgen: PathBuf,
    pub trunk: PathBuf,
    pub wasm_split: PathBuf,
}

impl Tools {
    /// A PATH on which trunk finds exactly our wasm-bindgen: it downloads another one otherwise.
    pub fn search_path(&self) -> Result<OsString> {
        let mut folders: Vec<PathBuf> = [&self.wasm_bindgen, &self.trunk, &self.wasm_split]
            .iter()
            .filter_map(|tool| tool.parent())
            .map(Path::to_path_buf)
            .collect();
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        Ok(env::join_paths(folders)?)
    }
}

pub fn all(paths: &Paths) -> Result<Tools> {
    Ok(Tools {
        wasm_bindgen: wasm_bindgen(paths)?,
        trunk: trunk(paths)?,
        wasm_split: wasm_split(paths)?,
    })
}

/// The command-line tool at the library's version: the two talk in a format that changes with every release.
pub fn wasm_bindgen(paths: &Paths) -> Result<PathBuf> {
    let version = locked_version(&paths.root.join("Cargo.lock"), "wasm-bindgen")?;
    let python_lock = paths.python_workspace().join("Cargo.lock");
    if python_lock.exists() {
        let other = locked_version(&python_lock, "wasm-bindgen")?;
        if other != version {
            bail!(
                "Cargo.lock has wasm-bindgen {version}, crates/pyworker/Cargo.lock has {other}; both must have the same. \
                 Run `cargo update -p wasm-bindgen --precise {version}` in crates/pyworker."
            );
        }
    }
    // Its lock file is newer than the registry's copy of some of its dependencies; so no `--locked`.
    cargo_tool(
        paths,
        &CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            locked: false,
            feature: None,
            tells_version: true,
            why: "makes the JavaScript side of our wasm; about 3 minutes",
        },
    )
}

pub fn trunk(paths: &Paths) -> Result<PathBuf> {
    cargo_tool(
        paths,
        &CargoTool {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            locked: true,
            feature: None,
            tells_version: true,
            why: "bundles the page; about 6 minutes",
        },
    )
}

pub fn wasm_split(paths: &Paths) -> Result<PathBuf> {
    cargo_tool(
        paths,
        &CargoTool {
            package: "wasm_split_cli_support",
            program: "wasm-split-cli",
            version: WASM_SPLIT,
            locked: true,
            feature: Some("build-binary"),
            tells_version: false,
            why: "cuts the page's wasm in two; about 2 minutes",
        },
    )
}

struct CargoTool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    locked: bool,
    feature: Option<&'a str>,
    /// Of what cannot say its version, only the one in our own folder is believed.
    tells_version: bool,
    why: &'a str,
}

fn cargo_tool(paths: &Paths, tool: &CargoTool<'_>) -> Result<PathBuf> {
    let CargoTool { package, program, version, locked, feature, tells_version, why } = *tool;
    let has_version = |path: &Path| {
        if tells_version { has_version(path, version) } else { path.is_file() }
    };
    if let Some(path) = on_path(program).filter(|path| tells_version && has_version(path)) {
        return Ok(path);
    }
    let folder = paths.cache.join("tools").join(format!("{program}-{version}"));
    let path = folder.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if has_version(&path) {
        return Ok(path);
    }
    let _lock = lock(paths, program)?;
    if has_version(&path) {
        return Ok(path);
    }
    let mut command = Command::new("cargo");
    command.args(["install", package, "--version", version, "--force", "--root"]).arg(&folder);
    if locked {
        command.arg("--locked");
    }
    if let Some(feature) = feature {
        command.args(["--features", feature]);
    }
    // They run for seconds, and would be compiled for minutes.
    for setting in ["opt-level=1", "lto=false", "codegen-units=64"] {
        command.arg("--config").arg(format!("profile.release.{setting}"));
    }
    for variable in ["RUSTC", "RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET"] {
        command.env_remove(variable);
    }
    ui::quietly(
        &format!("Installing {package} {version} ({why})"),
        &paths.log(program),
        &mut command,
    )
    .with_context(|| {
        format!(
            "{program} {version} is missing: `cargo install {package} --version {version}` gets it."
        )
    })?;
    if !has_version(&path) {
        bail!("{} was installed, but does not say that it is version {version}.", path.display());
    }
    Ok(path)
}

fn has_version(program: &Path, version: &str) -> bool {
    ui::probe(Command::new(program).arg("--version"))
        .is_some_and(|text| text.split_whitespace().any(|word| word == version))
}

pub fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

/// The version of a package in a lock file; the first if there are several.
pub fn locked_version(lock_file: &Path, package: &str) -> Result<String> {
    let text = fs::read_to_string(lock_file)
        .with_context(|| format!("{} cannot be read", lock_file.display()))?;
    let value: toml::Table =
        toml::from_str(&text).with_context(|| format!("{} is damaged", lock_file.display()))?;
    value
        .get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("{} names no {package}", lock_file.display()))
}

/// Chromium, for the browser suites: the installed one, since no test tool can download its own everywhere.
pub fn chromium(paths: &Paths) -> Result<PathBuf> {
    if let Some(path) = env::var_os("VIVARIUM_CHROMIUM").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("VIVARIUM_CHROMIUM names {}, which is not there.", path.display());
    }
    if let Some(path) = installed_chromium() {
        return Ok(path);
    }
    apt_install(paths, &["chromium", "fonts-liberation"], "the browser of the tests")?;
    installed_chromium().context("Chromium was installed, but is not on PATH.")
}

fn installed_chromium() -> Option<PathBuf> {
    const NAMES: [&str; 4] =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    const PLACES: [&str; 2] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    NAMES
        .iter()
        .find_map(|name| on_path(name))
        .or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Installs Debian packages where that can be done without asking; otherwise says what to type.
pub fn apt_install(paths: &Paths, packages: &[&str], why: &str) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!("sudo apt-get install --no-install-recommends {list}");
    if on_path("apt-get").is_none() {
        bail!(
            "Missing: {list} ({why}). This system has no apt-get to get it with; install it by the system's own means."
        );
    }
    if ui::probe(Command::new("id").arg("-u")).as_deref() != Some("0") {
        bail!("Missing: {list} ({why}). `{by_hand}` gets it.");
    }
    let _lock = lock(paths, "apt")?;
    let failed = || {
        format!(
            "Missing: {list} ({why}). `{by_hand}` gets it where Debian's servers can be reached."
        )
    };
    if UPDATED.get().is_none() {
        let mut update = Command::new("apt-get");
        update.args(["-o", "DPkg::Lock::Timeout=600", "update"]);
        ui::quietly("Reading Debian's package lists", &paths.log("apt-update"), &mut update)
            .with_context(failed)?;
        let _ = UPDATED.set(());
    }
    let mut install = Command::new("apt-get");
    install
        .args(["-o", "DPkg::Lock::Timeout=600", "install", "-y", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    ui::quietly(&format!("Installing {list} ({why})"), &paths.log("apt-install"), &mut install)
        .with_context(failed)
}

/// `npm ci` in a folder with a lock file, if what is there was not installed from that very file.
pub fn npm(paths: &Paths, folder: &str) -> Result<()> {
    let folder = paths.root.join(folder);
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let lock_file = folder.join("package-lock.json");
    let content =
        fs::read(&lock_file).with_context(|| format!("{} cannot be read", lock_file.display()))?;
    let wanted = crate::hash::of_bytes(&content);
    let marker = folder.join("node_modules/.vivarium");
    let fresh = || fs::read_to_string(&marker).is_ok_and(|found| found == wanted);
    if fresh() {
        return Ok(());
    }
    // The lock's name holds the place: checkouts have modules of their own.
    let _lock = lock(
        paths,
        &format!("npm-{}", crate::hash::of_bytes(folder.to_string_lossy().as_bytes())),
    )?;
    if fresh() {
        return Ok(());
    }
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]).current_dir(&folder);
    let title =
        format!("Installing npm packages for {}", crate::hash::portable(&paths.root, &folder));
    ui::quietly(&title, &paths.log(&format!("npm-{name}")), &mut command).with_context(|| {
        format!("The npm packages of {} are missing: `npm ci` there gets them.", folder.display())
    })?;
    fs::write(&marker, wanted)?;
    Ok(())
}
