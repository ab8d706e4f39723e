//! What each build product is made from, as one hash. Where its rules are too narrow, stale products are shipped.

use crate::compiler::Compiler;
use crate::hash::{self, Inputs};
use crate::patches;
use crate::paths::Paths;
use crate::python::{self, Profile};
use crate::tools::locked_version;
use crate::wheels;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub fn worker(paths: &Paths, compiler: &Compiler, profile: Profile) -> Result<String> {
    let mut inputs = Inputs::of("worker");
    inputs.text("profile", profile.cargo_name());
    inputs.text("glue", &locked_version(&paths.root.join("Cargo.lock"), "wasm-bindgen")?);
    python_crates(paths, compiler, &paths.python_workspace(), &mut inputs)?;
    inputs.folder(&paths.root, &paths.python_workspace().join("glue"))?;
    Ok(inputs.finish())
}

pub fn packs(paths: &Paths, compiler: &Compiler) -> Result<String> {
    let mut inputs = Inputs::of("packs");
    python_crates(paths, compiler, &paths.root.join("crates/pyhost/packer"), &mut inputs)?;
    for package in python::packages(paths)? {
        inputs.folder(&paths.root, &package)?;
    }
    inputs.file(&paths.root, &wheels::list(paths))?;
    Ok(inputs.finish())
}

fn python_crates(
    paths: &Paths,
    compiler: &Compiler,
    first: &Path,
    inputs: &mut Inputs,
) -> Result<()> {
    inputs.text("compiler", compiler.version());
    inputs.text("patched", &hash::portable(&paths.cache, &patches::config(paths)?));
    // The profiles stand here.
    inputs.file(&paths.root, &paths.python_workspace().join("Cargo.toml"))?;
    inputs.file(&paths.root, &paths.python_workspace().join("Cargo.lock"))?;
    crates(paths, first, inputs)
}

/// `lessons.json`: the content, and the program that reads it.
pub fn lessons(paths: &Paths) -> Result<String> {
    let mut inputs = Inputs::of("lessons");
    inputs.folder(&paths.root, &paths.root.join("lessons"))?;
    crates(paths, &paths.root.join("crates/course"), &mut inputs)?;
    Ok(inputs.finish())
}

/// What unpacks data scripts, as wasm.
pub fn unpacker(paths: &Paths, compiler: &Compiler) -> Result<String> {
    let mut inputs = Inputs::of("unpacker");
    inputs.text("compiler", compiler.version());
    inputs.text("lzma", &locked_version(&paths.root.join("Cargo.lock"), "lzma-rust2")?);
    crates(paths, &paths.root.join("crates/data"), &mut inputs)?;
    Ok(inputs.finish())
}

pub fn editor(paths: &Paths) -> Result<String> {
    let mut inputs = Inputs::of("editor");
    let folder = paths.root.join("editor");
    for name in ["package.json", "package-lock.json", "build.mjs"] {
        inputs.file(&paths.root, &folder.join(name))?;
    }
    inputs.folder(&paths.root, &folder.join("src"))?;
    Ok(inputs.finish())
}

/// A crate and all crates of ours that it is built from.
fn crates(paths: &Paths, first: &Path, inputs: &mut Inputs) -> Result<()> {
    let root_manifest = manifest(&paths.root)?;
    for folder in closure(first)? {
        for path in hash::files_below(&folder)? {
            if counts(&folder, &path) {
                inputs.file(&paths.root, &path)?;
            }
        }
        for (name, value) in inherited(&manifest(&folder)?, &root_manifest) {
            inputs.text(&name, &value);
        }
    }
    Ok(())
}

/// Tests, prose and crates that lie inside another one's folder change no product.
fn counts(folder: &Path, path: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(folder) else { return false };
    let first =
        relative.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned());
    let inner = path
        .ancestors()
        .skip(1)
        .take_while(|parent| *parent != folder)
        .any(|parent| parent.join("Cargo.toml").exists());
    !inner
        && !matches!(first.as_deref(), Some("tests" | "benches" | "examples" | "Cargo.lock"))
        && path.extension().is_none_or(|extension| extension != "md")
}

fn closure(first: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open =
        vec![first.canonicalize().with_context(|| format!("{} is not there", first.display()))?];
    while let Some(folder) = open.pop() {
        if found.contains(&folder) {
            continue;
        }
        for path in path_dependencies(&manifest(&folder)?) {
            let next = folder.join(&path);
            open.push(
                next.canonicalize().with_context(|| format!("{} is not there", next.display()))?,
            );
        }
        found.insert(folder);
    }
    Ok(found)
}

fn manifest(folder: &Path) -> Result<toml::Table> {
    let path = folder.join("Cargo.toml");
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} is damaged", path.display()))
}

/// The tables of dependencies that end in the product; those of tests do not.
fn dependency_tables(manifest: &toml::Table) -> Vec<&toml::Table> {
    let of = |table: &'_ toml::Table| -> Vec<String> {
        ["dependencies", "build-dependencies"]
            .iter()
            .filter(|name| table.contains_key(**name))
            .map(ToString::to_string)
            .collect()
    };
    let mut places = vec![manifest];
    if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
        places.extend(targets.values().filter_map(toml::Value::as_table));
    }
    places
        .into_iter()
        .flat_map(|place| {
            of(place)
                .into_iter()
                .filter_map(|name| place.get(&name)?.as_table())
                .collect::<Vec<_>>()
        })
        .collect()
}

fn path_dependencies(manifest: &toml::Table) -> Vec<String> {
    dependency_tables(manifest)
        .into_iter()
        .flat_map(toml::Table::values)
        .filter_map(|dependency| dependency.get("path")?.as_str().map(str::to_owned))
        .collect()
}

/// What a member takes over from the root workspace; the rest of the root's manifest does not concern it.
fn inherited(member: &toml::Table, root: &toml::Table) -> Vec<(String, String)> {
    let shared = root.get("workspace").and_then(|workspace| workspace.get("dependencies"));
    dependency_tables(member)
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.get("workspace").and_then(toml::Value::as_bool) == Some(true))
        .map(|(name, _)| {
            (
                name.clone(),
                shared.and_then(|all| all.get(name)).map(ToString::to_string).unwrap_or_default(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(root: &Path, name: &str, content: &str) {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn checkout() -> (tempfile::TempDir, Paths) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        write(&root, "Cargo.toml", "[workspace.dependencies]\nserde = \"1\"\nleptos = \"0.8\"\n");
        write(
            &root,
            "a/Cargo.toml",
            "[dependencies]\nb = { path = \"../b\" }\n[dev-dependencies]\nc = { path = \"../c\" }\n",
        );
        write(&root, "a/src/lib.rs", "a");
        write(
            &root,
            "b/Cargo.toml",
            "[target.'cfg(unix)'.dependencies]\nserde = { workspace = true }\na = { path = \"../a\" }\n",
        );
        write(&root, "b/src/lib.rs", "b");
        let paths = Paths { cache: root.join("cache"), root };
        (folder, paths)
    }

    fn hash(paths: &Paths) -> String {
        let mut inputs = Inputs::of("test");
        crates(paths, &paths.root.join("a"), &mut inputs).unwrap();
        inputs.finish()
    }

    #[test]
    fn a_change_in_a_crate_below_counts() {
        let (_folder, paths) = checkout();
        let before = hash(&paths);
        write(&paths.root, "b/src/lib.rs", "b2");
        assert_ne!(before, hash(&paths));
    }

    #[test]
    fn a_version_taken_from_the_workspace_counts_and_another_does_not() {
        let (_folder, paths) = checkout();
        let before = hash(&paths);
        write(
            &paths.root,
            "Cargo.toml",
            "[workspace.dependencies]\nserde = \"1\"\nleptos = \"0.9\"\n",
        );
        assert_eq!(before, hash(&paths));
        write(
            &paths.root,
            "Cargo.toml",
            "[workspace.dependencies]\nserde = \"2\"\nleptos = \"0.8\"\n",
        );
        assert_ne!(before, hash(&paths));
    }

    #[test]
    fn tests_prose_and_inner_crates_do_not_count() {
        let (_folder, paths) = checkout();
        let before = hash(&paths);
        write(&paths.root, "a/tests/t.rs", "t");
        write(&paths.root, "a/README.md", "r");
        write(&paths.root, "a/inner/Cargo.toml", "[package]");
        write(&paths.root, "a/inner/src/main.rs", "m");
        assert_eq!(before, hash(&paths));
        write(&paths.root, "a/python/boot.py", "p");
        assert_ne!(before, hash(&paths));
    }
}
