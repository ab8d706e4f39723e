//! The page of third-party notices: what the product contains that others wrote, and on which terms.
//!
//! Read from the packages themselves, so that it cannot fall behind the lock files.

use crate::hash::Inputs;
use crate::paths::Paths;
use crate::{assets, compiler, hash, python, tools, ui, wheels};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NAME: &str = "notices.html";
/// Its folder holds the Python standard library, which has terms of its own.
const LIBRARY_CRATE: &str = "rustpython-pylib";
const MIT: &str = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and \
associated documentation files (the \"Software\"), to deal in the Software without restriction, including without \
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, \
and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\nThe above \
copyright notice and this permission notice shall be included in all copies or substantial portions of the \
Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT \
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL \
THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, \
TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Work {
    name: String,
    version: String,
    terms: String,
    source: String,
    texts: Vec<String>,
}

/// The page, made anew only when a lock file changed.
pub fn page(paths: &Paths) -> Result<String> {
    let mut inputs = Inputs::of("notices 3");
    for lock in [
        "Cargo.lock",
        "crates/pyworker/Cargo.lock",
        "editor/package-lock.json",
        "python/packages.txt",
    ] {
        inputs.file(&paths.root, &paths.root.join(lock))?;
    }
    let folder = assets::artifact(paths, "notices", &inputs.finish(), |out| {
        ui::say("Collecting the licenses of what others wrote");
        Ok(fs::write(out.join(NAME), html(&works(paths)?))?)
    })?;
    Ok(fs::read_to_string(folder.join(NAME))?)
}

fn works(paths: &Paths) -> Result<Vec<Work>> {
    let mut root = Command::new("cargo");
    root.current_dir(&paths.root);
    let mut python = python::cargo(paths, &compiler::find(paths)?)?;
    let mut works = BTreeSet::new();
    works.extend(crates(&mut root, "vivarium")?);
    works.extend(crates(&mut python, "vivarium-pyworker")?);
    let mut unpacker = Command::new("cargo");
    works.extend(crates(unpacker.current_dir(&paths.root), "vivarium-data")?);
    works.extend(standard_library()?);
    tools::npm(paths, "editor")?;
    works.extend(packages(&paths.root.join("editor"))?);
    works.extend(wheels(&wheels::folder(paths)?)?);
    Ok(works.into_iter().collect())
}

/// All published crates that are compiled into the wasm of `first`.
fn crates(cargo: &mut Command, first: &str) -> Result<Vec<Work>> {
    cargo.args([
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        "wasm32-unknown-unknown",
    ]);
    let metadata: Value = serde_json::from_str(&ui::output(cargo)?)?;
    let packages: HashMap<&str, &Value> = list(&metadata["packages"])
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: HashMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let start = packages.iter().find(|(_, package)| package["name"] == first).map(|(id, _)| *id);
    let mut open = vec![start.with_context(|| format!("cargo knows no package {first}"))?];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            let dependencies = nodes.get(id).map(|node| list(&node["deps"])).unwrap_or_default();
            open.extend(
                dependencies
                    .iter()
                    .filter(|dependency| is_linked(dependency))
                    .filter_map(|d| d["pkg"].as_str()),
            );
        }
    }
    let ours =
        |package: &Value| package["name"].as_str().is_some_and(|name| name.starts_with("vivarium"));
    seen.iter()
        .filter_map(|id| packages.get(id))
        .filter(|package| !ours(package))
        .map(|package| krate(package))
        .collect()
}

/// Neither a test's dependency nor a build script's.
fn is_linked(dependency: &Value) -> bool {
    list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null())
}

fn krate(package: &Value) -> Result<Work> {
    let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(text("manifest_path"));
    let mut texts = license_texts(manifest.parent().context("a manifest lies in no folder")?)?;
    if texts.is_empty() && text("license").contains("MIT") {
        let authors: Vec<&str> =
            list(&package["authors"]).iter().filter_map(Value::as_str).collect();
        let owner = if authors.is_empty() {
            format!("the authors of {}", text("name"))
        } else {
            authors.join(", ")
        };
        texts.push(format!("Copyright (c) {owner}\n\n{MIT}"));
    }
    Ok(Work {
        name: text("name"),
        version: text("version"),
        terms: text("license"),
        source: text("repository"),
        texts,
    })
}

fn standard_library() -> Result<Option<Work>> {
    let sources = compiler::cargo_home()?.join("registry/src");
    let found = hash::folders(&sources)?
        .iter()
        .flat_map(|registry| hash::folders(registry).unwrap_or_default())
        .find(|folder| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(LIBRARY_CRATE))
        });
    let Some(folder) = found else { return Ok(None) };
    let text = fs::read_to_string(folder.join("Lib/PSF-LICENSE"))
        .context("The standard library has no license text.")?;
    Ok(Some(Work {
        name: "Python standard library".to_owned(),
        version: "3.14".to_owned(),
        terms: "PSF-2.0".to_owned(),
        source: "https://github.com/python/cpython".to_owned(),
        texts: vec![text],
    }))
}

/// The npm packages that are bundled; those for building only are not.
fn packages(folder: &Path) -> Result<Vec<Work>> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(folder.join("package-lock.json"))?)?;
    let entries = lock["packages"].as_object().context("package-lock.json lists no packages")?;
    let mut works = Vec::new();
    for (place, entry) in entries {
        let is_bundled = !place.is_empty()
            && entry["dev"] != true
            && entry["devOptional"] != true
            && entry["optional"] != true;
        let installed = folder.join(place);
        if !is_bundled || !installed.is_dir() {
            continue;
        }
        let manifest: Value =
            serde_json::from_str(&fs::read_to_string(installed.join("package.json"))?)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let repository = manifest["repository"]["url"]
            .as_str()
            .or(manifest["repository"].as_str())
            .unwrap_or_default();
        works.push(Work {
            name: text(&manifest["name"]),
            version: text(&manifest["version"]),
            terms: text(&manifest["license"]),
            source: repository.trim_start_matches("git+").trim_end_matches(".git").to_owned(),
            texts: license_texts(&installed)?,
        });
    }
    Ok(works)
}

/// The Python packages; each one's metadata lies beside it (core metadata, `METADATA`).
fn wheels(folder: &Path) -> Result<Vec<Work>> {
    let mut works = Vec::new();
    for info in hash::folders(folder)? {
        if info.extension().is_none_or(|extension| extension != "dist-info") {
            continue;
        }
        let metadata = fs::read_to_string(info.join("METADATA"))?;
        let head = metadata.split("\n\n").next().unwrap_or_default();
        let fields = |name: &str| {
            let prefix = format!("{name}: ");
            head.lines().filter_map(move |line| line.strip_prefix(&prefix).map(str::to_owned))
        };
        let field = |name: &str| fields(name).next();
        let source = fields("Project-URL").find_map(|entry| {
            let (label, url) = entry.split_once(", ")?;
            let is_source = ["source", "source code", "repository", "code"]
                .contains(&label.to_lowercase().as_str());
            is_source.then(|| url.to_owned())
        });
        let mut texts = license_texts(&info)?;
        for file in hash::files_below(&info.join("licenses"))? {
            texts.push(fs::read_to_string(&file)?.trim().replace("\r\n", "\n"));
        }
        works.push(Work {
            name: field("Name").context("METADATA names no package")?,
            version: field("Version").unwrap_or_default(),
            terms: field("License-Expression").or_else(|| field("License")).unwrap_or_default(),
            source: source.or_else(|| field("Home-page")).unwrap_or_default(),
            texts,
        });
    }
    Ok(works)
}

fn license_texts(folder: &Path) -> Result<Vec<String>> {
    const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];
    let mut texts = BTreeMap::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?
    {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && NAMES.iter().any(|prefix| name.starts_with(prefix)) {
            texts.insert(
                name,
                String::from_utf8_lossy(&fs::read(&path)?).trim().replace("\r\n", "\n"),
            );
        }
    }
    Ok(texts.into_values().filter(|text| !text.is_empty()).collect())
}

fn html(works: &[Work]) -> String {
    let mut terms_of: BTreeMap<String, Shared> = BTreeMap::new();
    let mut rows = String::new();
    for work in works {
        let Work { name, version, terms, source, texts } = work;
        let name_cell = if source.starts_with("https://") {
            format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escaped(source), escaped(name))
        } else {
            escaped(name)
        };
        let _ = writeln!(
            rows,
            "<tr><td>{name_cell}</td><td>{}</td><td>{}</td></tr>",
            escaped(version),
            escaped(terms)
        );
        for text in texts {
            let (holders, body) = parted(text);
            // Texts are often the same but for their line breaks.
            let key = body.split_whitespace().collect::<Vec<_>>().join(" ");
            let shared = terms_of.entry(key).or_insert_with(|| Shared { body, users: Vec::new() });
            shared.users.push((format!("{name} {version}"), holders));
        }
    }
    let texts: String = terms_of.values().map(Shared::html).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Third-party notices: Vivarium</title>\n\
         <style>:root{{color-scheme:light dark}}body{{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}\
         table{{border-collapse:collapse}}td,th{{text-align:left;padding:.2rem 1.5rem .2rem 0;vertical-align:top}}\
         pre{{white-space:pre-wrap;font-size:13px}}summary{{cursor:pointer;padding:.25rem 0}}</style>\n</head>\n<body>\n<main>\n\
         <h1>Third-party notices</h1>\n<p><a href=\"index.html\">Back to Vivarium</a></p>\n\
         <p>Vivarium is free software under the MIT license. It contains RustPython, the Python standard library, \
         and the other works below, each on its own terms.</p>\n\
         <table>\n<thead><tr><th scope=\"col\">Work</th><th scope=\"col\">Version</th><th scope=\"col\">License</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>\n<h2>License texts</h2>\n{texts}</main>\n</body>\n</html>\n"
    )
}

/// A text of terms, and who gives something on these terms, with their own lines of copyright.
struct Shared {
    body: String,
    users: Vec<(String, String)>,
}

impl Shared {
    fn html(&self) -> String {
        let names: Vec<_> = self.users.iter().map(|(name, _)| name.as_str()).collect();
        let mut lines = String::new();
        for (name, holders) in self.users.iter().filter(|(_, holders)| !holders.is_empty()) {
            let _ = writeln!(lines, "{name}:\n{holders}");
        }
        format!(
            "<details><summary>{}</summary><pre>{}\n{}</pre></details>\n",
            escaped(&names.join(", ")),
            escaped(&lines),
            escaped(&self.body)
        )
    }
}

/// Parts a text into the lines that name who holds the copyright, and the terms.
fn parted(text: &str) -> (String, String) {
    let (mut holders, mut body) = (String::new(), String::new());
    for line in text.lines() {
        let words = line.trim_start_matches([' ', '\t', '*', '#', '/']);
        let is_holder = (words.starts_with("Copyright") || words.starts_with('©'))
            && words.chars().any(|char| char.is_ascii_digit() || char == '©');
        let part = if is_holder { &mut holders } else { &mut body };
        part.push_str(line);
        part.push('\n');
    }
    (holders, body.trim().to_owned())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_stand_once_and_markup_is_escaped() {
        let work = |name: &str, text: &str| Work {
            name: name.to_owned(),
            version: "1.0".to_owned(),
            terms: "MIT".to_owned(),
            source: "https://example.org/<x>".to_owned(),
            texts: vec![text.to_owned()],
        };
        let page = html(&[
            work("a", "Free <b>text</b>"),
            work("b", "Free <b>text</b>"),
            work("c", "Other"),
        ]);
        assert_eq!(page.matches("Free &lt;b&gt;text&lt;/b&gt;").count(), 1);
        assert!(page.contains("<summary>a 1.0, b 1.0</summary>"));
        assert!(!page.contains("<x>"));
    }

    #[test]
    fn terms_stand_once_and_every_holder_is_named() {
        let work = |name: &str, text: &str| Work {
            name: name.to_owned(),
            version: "1".to_owned(),
            terms: "MIT".to_owned(),
            source: String::new(),
            texts: vec![text.to_owned()],
        };
        let page = html(&[
            work("a", "MIT\n\nCopyright (c) 2020 Ann\n\nDo as you\nlike; copyright stays."),
            work("b", "MIT\nCopyright 2021 Bob\nDo as you like; copyright stays."),
        ]);
        assert_eq!(page.matches("copyright stays.").count(), 1);
        assert!(
            page.contains("a 1:\nCopyright (c) 2020 Ann")
                && page.contains("b 1:\nCopyright 2021 Bob")
        );
    }
}
