//! Our changes to the interpreter's crates: copies of the pinned crates with `patches/` applied, shared by content.
//!
//! The copies lie in the cache, each under a hash of all they are made from, not in the checkout: cargo knows a path
//! dependency by its path, so that a copy for each checkout would compile the interpreter again for each.

use crate::compiler::cargo_home;
use crate::hash::{self, Inputs};
use crate::lock::lock;
use crate::paths::Paths;
use crate::tools::locked_version;
use crate::{prune, ui};
use anyhow::{Context, Result, bail, ensure};
use diffy::patch_set::{FileOperation, ParseOptions, PatchKind, PatchSet};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

/// The crate below the patched ones. It is copied beside them, for everything that links them must link the same one.
const GREEN: &str = "vivarium-green";

struct PatchFile {
    name: String,
    package: String,
    version: String,
    /// From the first `diff` or `---` line on.
    changes: String,
}

/// The cargo configuration that puts the patched crates in place of the published ones, made if it is not there.
///
/// Each crate has a folder of its own content, so that a change in one compiles only it and what is above it again.
pub fn config(paths: &Paths) -> Result<PathBuf> {
    let patches = read_all(&paths.root)?;
    let crates = pinned(paths, &patches)?;
    let mut folders = BTreeMap::new();
    for (package, version) in &crates {
        let own: Vec<&PatchFile> =
            patches.iter().filter(|patch| patch.package == *package).collect();
        let folder = place(paths, package, &crate_hash(&own));
        make(paths, &folder, || {
            ui::say(&format!("Patching {package} {version}"));
            copy_folder(&registry_source(paths, package, version, &crates)?, &folder)?;
            own.iter().try_for_each(|patch| apply(patch, &folder))
        })?;
        folders.insert(package.as_str(), folder);
    }
    let green = paths.root.join("crates/green");
    let mut inputs = Inputs::of(GREEN);
    inputs.folder(&green, &green)?;
    let folder = place(paths, GREEN, &inputs.finish());
    make(paths, &folder, || copy_folder(&green, &folder))?;
    folders.insert(GREEN, folder);
    write_config(paths, &folders)
}

fn place(paths: &Paths, package: &str, hash: &str) -> PathBuf {
    paths.cache.join("patched").join(format!("{package}-{hash}"))
}

/// Fills a folder once; a marker in it is written last.
fn make(paths: &Paths, folder: &Path, fill: impl FnOnce() -> Result<()>) -> Result<()> {
    let marker = folder.join(".complete");
    if marker.exists() {
        prune::used(folder);
        return Ok(());
    }
    let _lock = lock(paths, "patched")?;
    if marker.exists() {
        return Ok(());
    }
    let _ = fs::remove_dir_all(folder);
    fill()?;
    Ok(fs::write(marker, "")?)
}

fn crate_hash(patches: &[&PatchFile]) -> String {
    let mut inputs = Inputs::of("patched crate");
    for patch in patches {
        inputs.text(&format!("{} {}", patch.package, patch.version), &patch.changes);
    }
    inputs.finish()
}

fn write_config(paths: &Paths, folders: &BTreeMap<&str, PathBuf>) -> Result<PathBuf> {
    let mut text = String::from("[patch.crates-io]\n");
    for (package, folder) in folders {
        let path = toml::Value::from(folder.to_string_lossy().into_owned());
        let _ = writeln!(text, "{package} = {{ path = {path} }}");
    }
    let config =
        paths.cache.join("patched").join(format!("{}.toml", hash::of_bytes(text.as_bytes())));
    if config.exists() {
        prune::used(&config);
    } else {
        // Renamed into place, since another checkout may be reading it.
        let unfinished = config.with_extension(format!("{}.new", std::process::id()));
        fs::write(&unfinished, text)?;
        fs::rename(&unfinished, &config)?;
    }
    Ok(config)
}

fn read_all(root: &Path) -> Result<Vec<PatchFile>> {
    let mut patches = Vec::new();
    for path in hash::files_below(&root.join("patches"))? {
        if path.extension().is_some_and(|extension| extension == "patch") {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            patches.push(parse(&hash::portable(root, &path), &text)?);
        }
    }
    Ok(patches)
}

fn parse(name: &str, text: &str) -> Result<PatchFile> {
    let header = |line: &str| !line.starts_with("diff ") && !line.starts_with("--- ");
    let length: usize =
        text.split_inclusive('\n').take_while(|line| header(line)).map(str::len).sum();
    let (head, changes) = text.split_at(length);
    ensure!(!changes.is_empty(), "{name}: there is no `diff` or `---` line");
    let named = head.lines().find_map(|line| line.strip_prefix("Crate:")).map(str::trim);
    let (package, version) = named.and_then(|named| named.split_once(' ')).with_context(|| {
        format!("{name}: the header lacks a line such as `Crate: rustpython-vm 0.6.0`")
    })?;
    Ok(PatchFile {
        name: name.to_owned(),
        package: package.to_owned(),
        version: version.trim().to_owned(),
        changes: changes.to_owned(),
    })
}

/// The crates to copy. A patch made for another version than the locked one stops here.
fn pinned(paths: &Paths, patches: &[PatchFile]) -> Result<BTreeMap<String, String>> {
    let lock_file = paths.python_workspace().join("Cargo.lock");
    let mut crates = BTreeMap::new();
    for patch in patches {
        let locked = locked_version(&lock_file, &patch.package)?;
        ensure!(
            locked == patch.version,
            "{} is for {} {}, but crates/pyworker/Cargo.lock has {locked}. Bring the patch up to date.",
            patch.name,
            patch.package,
            patch.version,
        );
        crates.insert(patch.package.clone(), locked);
    }
    Ok(crates)
}

fn registry_source(
    paths: &Paths,
    package: &str,
    version: &str,
    all: &BTreeMap<String, String>,
) -> Result<PathBuf> {
    if let Some(found) = unpacked(package, version)? {
        return Ok(found);
    }
    fetch(paths, all)?;
    unpacked(package, version)?.with_context(|| {
        format!("cargo fetched {package} {version}, but its source is not in its registry folder.")
    })
}

fn unpacked(package: &str, version: &str) -> Result<Option<PathBuf>> {
    let sources = cargo_home()?.join("registry/src");
    let Ok(registries) = fs::read_dir(&sources) else { return Ok(None) };
    let mut found: Vec<PathBuf> = registries
        .filter_map(Result::ok)
        .map(|registry| registry.path().join(format!("{package}-{version}")))
        // Cargo writes this file last.
        .filter(|folder| folder.join(".cargo-ok").exists())
        .collect();
    found.sort();
    Ok(found.into_iter().next())
}

/// Downloads the published crates. The Python workspace cannot: its lock file names the patched ones.
fn fetch(paths: &Paths, crates: &BTreeMap<String, String>) -> Result<()> {
    let work = paths.cache.join("work/fetch");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(work.join("src"))?;
    fs::write(work.join("src/lib.rs"), "")?;
    let mut manifest = String::from(
        "[workspace]\n[package]\nname = \"fetch\"\nversion = \"0.0.0\"\n[dependencies]\n",
    );
    for (package, version) in crates {
        let _ = writeln!(
            manifest,
            "{package} = {{ version = \"={version}\", default-features = false }}"
        );
    }
    fs::write(work.join("Cargo.toml"), manifest)?;
    let mut command = Command::new("cargo");
    command.arg("fetch").current_dir(&work);
    ui::quietly("Downloading the interpreter's crates", &paths.log("fetch"), &mut command)
        .context("The interpreter's crates are missing: they come from crates.io, which must be within reach once.")?;
    let _ = fs::remove_dir_all(&work);
    Ok(())
}

pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for path in hash::files_below(from)? {
        let relative = path.strip_prefix(from).context("a file lies outside its folder")?;
        let target = to.join(relative);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(&path, &target)
            .with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}

/// Applies one file of `patches/` to its crate's folder; the paths in it begin with `a/<crate>/`.
fn apply(patch: &PatchFile, folder: &Path) -> Result<()> {
    let name = &patch.name;
    for change in PatchSet::parse(&patch.changes, ParseOptions::gitdiff()) {
        let change = change.with_context(|| format!("{name} is damaged"))?;
        let PatchKind::Text(hunks) = change.patch() else { bail!("{name} changes a binary file") };
        let failed = |path: &str| {
            format!("{name} does not apply to {path} of {} {}", patch.package, patch.version)
        };
        match change.operation().strip_prefix(1) {
            FileOperation::Create(path) => {
                let target = inside(folder, &path, patch)?;
                ensure!(!target.exists(), "{}: it is there already", failed(&path));
                let content = diffy::apply("", hunks).with_context(|| failed(&path))?;
                if let Some(parent) = target.parent() {
                    fs::create_dir_all(parent)?;
                }
                fs::write(&target, content)?;
            }
            FileOperation::Delete(path) => {
                fs::remove_file(inside(folder, &path, patch)?).with_context(|| failed(&path))?;
            }
            FileOperation::Modify { original, modified } if original == modified => {
                let target = inside(folder, &original, patch)?;
                let before = fs::read_to_string(&target).with_context(|| failed(&original))?;
                let after = diffy::apply(&before, hunks).with_context(|| failed(&original))?;
                fs::write(&target, after)?;
            }
            other => bail!("{name}: cannot do {other:?}; write it as a deletion and a new file"),
        }
    }
    Ok(())
}

fn inside(folder: &Path, path: &str, patch: &PatchFile) -> Result<PathBuf> {
    let parts: Vec<Component<'_>> = Path::new(path).components().collect();
    let is_plain = parts.iter().all(|part| matches!(part, Component::Normal(_)));
    match parts.split_first() {
        Some((first, rest)) if is_plain && first.as_os_str() == patch.package.as_str() => {
            Ok(folder.join(rest.iter().collect::<PathBuf>()))
        }
        _ => bail!(
            "{}: {path} lies outside the crate {} that its header names",
            patch.name,
            patch.package
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATCH: &str = "\
Crate: demo 1.2.3

Says hello in a friendlier way.

diff --git a/demo/src/lib.rs b/demo/src/lib.rs
--- a/demo/src/lib.rs
+++ b/demo/src/lib.rs
@@ -1,3 +1,3 @@
 one
-two
+deux
 three
diff --git a/demo/src/new.rs b/demo/src/new.rs
new file mode 100644
--- /dev/null
+++ b/demo/src/new.rs
@@ -0,0 +1,2 @@
+fresh
+file
diff --git a/demo/old.rs b/demo/old.rs
deleted file mode 100644
--- a/demo/old.rs
+++ /dev/null
@@ -1 +0,0 @@
-gone
";

    fn demo(lib: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("src")).unwrap();
        fs::write(folder.path().join("src/lib.rs"), lib).unwrap();
        fs::write(folder.path().join("old.rs"), "gone\n").unwrap();
        folder
    }

    #[test]
    fn a_patch_changes_makes_and_deletes_files() {
        let folder = demo("zero\none\ntwo\nthree\n");
        let patch = parse("patches/01.patch", PATCH).unwrap();
        assert_eq!((patch.package.as_str(), patch.version.as_str()), ("demo", "1.2.3"));
        apply(&patch, folder.path()).unwrap();
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("src/lib.rs"), "zero\none\ndeux\nthree\n");
        assert_eq!(read("src/new.rs"), "fresh\nfile\n");
        assert!(!folder.path().join("old.rs").exists());
    }

    #[test]
    fn a_patch_that_does_not_apply_is_named() {
        let folder = demo("something else\n");
        let error = apply(&parse("patches/01.patch", PATCH).unwrap(), folder.path()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "patches/01.patch does not apply to demo/src/lib.rs of demo 1.2.3"
        );
    }

    #[test]
    fn a_patch_cannot_leave_its_crate() {
        let folder = demo("one\ntwo\nthree\n");
        for place in ["other/src/lib.rs", "demo/../other.rs"] {
            let text = PATCH.replace("demo/src/lib.rs", place);
            assert!(
                apply(&parse("p", &text).unwrap(), folder.path())
                    .unwrap_err()
                    .to_string()
                    .contains("outside")
            );
        }
    }

    #[test]
    fn a_folder_left_half_filled_is_filled_anew() {
        let root = tempfile::tempdir().unwrap();
        let paths = Paths { root: root.path().to_path_buf(), cache: root.path().join("cache") };
        let folder = place(&paths, "demo", "1");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("half"), "").unwrap();
        let fill = |name: &'static str| {
            make(&paths, &folder, || {
                fs::create_dir_all(&folder)?;
                Ok(fs::write(folder.join(name), "")?)
            })
        };
        fill("first").unwrap();
        fill("second").unwrap();
        assert!(
            folder.join("first").exists()
                && !folder.join("half").exists()
                && !folder.join("second").exists()
        );
    }

    #[test]
    fn a_header_without_a_crate_is_refused() {
        assert!(parse("p", "Why.\n\n--- a/x\n+++ b/x\n").is_err());
        assert!(parse("p", "Crate: demo 1.0.0\n\nNothing else.\n").is_err());
    }

    #[test]
    fn words_in_the_header_do_not_count_for_the_hash() {
        let hash = |text: &str| crate_hash(&[&parse("p", text).unwrap()]);
        assert_eq!(hash(PATCH), hash(&PATCH.replace("friendlier", "warmer")));
        assert_ne!(hash(PATCH), hash(&PATCH.replace("deux", "zwei")));
        assert_ne!(hash(PATCH), hash(&PATCH.replace("1.2.3", "1.2.4")));
    }
}
