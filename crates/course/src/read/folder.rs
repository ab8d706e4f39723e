//! One folder of the content: its files by name, and names that do not belong there.
//!
//! It owns reading from the disk and the order of numbered folders. It does not know what the
//! files mean.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::manifest;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::SourceFile;

/// A folder, present or not; a missing one is empty.
pub(super) struct Folder {
    path: PathBuf,
    /// How problems name it: relative to the repository.
    shown: String,
    names: BTreeSet<String>,
}

impl Folder {
    /// Opens the root of the content, shown under its last name.
    pub(super) fn open(path: &Path) -> Folder {
        let shown =
            path.file_name().map_or("lessons".into(), |it| it.to_string_lossy().to_string());
        Folder::at(path.to_owned(), shown)
    }

    fn at(path: PathBuf, shown: String) -> Folder {
        let names = fs::read_dir(&path)
            .map(|entries| {
                let names =
                    entries.flatten().map(|it| it.file_name().to_string_lossy().to_string());
                names.filter(|name| name != "__pycache__").collect()
            })
            .unwrap_or_default();
        Folder { path, shown, names }
    }

    /// The folder `name` in this one.
    pub(super) fn child(&self, name: &str) -> Folder {
        Folder::at(self.path.join(name), format!("{}/{name}", self.shown))
    }

    /// A place in a file of this folder.
    pub(super) fn place(&self, name: &str, line: usize) -> Place {
        Place::new(format!("{}/{name}", self.shown), line)
    }

    /// How problems name it.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// Says whether it has an entry of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The names of the folders in it, in order.
    pub(super) fn folders(&self) -> Vec<String> {
        self.names.iter().filter(|name| self.path.join(name).is_dir()).cloned().collect()
    }

    /// The names of the files in it, in order.
    pub(super) fn files(&self) -> Vec<String> {
        self.names.iter().filter(|name| self.path.join(name).is_file()).cloned().collect()
    }

    /// Reads a text file that must be there.
    pub(super) fn text(&self, name: &str, found: &mut Diagnostics) -> Option<String> {
        let place = self.place(name, 1);
        match fs::read(self.path.join(name)) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => Some(text),
                Err(_) => {
                    found.add("text-files", &place, "this file is not UTF-8 text");
                    None
                }
            },
            Err(error) => {
                found.add("missing-file", &place, format!("cannot be read: {error}"));
                None
            }
        }
    }

    /// Reads a TOML file that must be there.
    pub(super) fn toml<T: DeserializeOwned>(
        &self,
        name: &str,
        found: &mut Diagnostics,
    ) -> Option<T> {
        let text = self.text(name, found)?;
        manifest::parse(&text, &self.place(name, 1), found)
    }

    /// Reads all files below it, with paths relative to it.
    pub(super) fn all_files(&self, found: &mut Diagnostics) -> Vec<SourceFile> {
        let mut files = Vec::new();
        for name in self.files() {
            files.extend(self.text(&name, found).map(|text| SourceFile { path: name, text }));
        }
        for name in self.folders() {
            let inner = self.child(&name).all_files(found);
            files.extend(
                inner.into_iter().map(|file| SourceFile {
                    path: format!("{name}/{}", file.path),
                    text: file.text,
                }),
            );
        }
        files
    }

    /// Reports entries that are neither `known` nor numbered folders where those may be.
    pub(super) fn report_unknown(&self, known: &[&str], found: &mut Diagnostics) {
        for name in &self.names {
            if known.contains(&name.as_str()) || numbered(name).is_some() {
                continue;
            }
            found.add_with_hint(
                "unknown-files",
                &self.place(name, 1),
                "nothing reads this file",
                "remove it, or see docs/authoring.md for the names that are read",
            );
        }
    }

    /// Returns the name without its number, and reports one that has none.
    pub(super) fn slug_of(&self, name: &str, found: &mut Diagnostics) -> String {
        if let Some((_, slug)) = numbered(name) {
            return slug.to_owned();
        }
        let place = Place::new(self.shown.clone(), 1);
        found.add("folder-name", &place, "this folder must be named `NN-name`, such as 01-intro");
        name.to_owned()
    }
}

/// Splits `07-name` into its number and its name.
pub(super) fn numbered(name: &str) -> Option<(u32, &str)> {
    let (number, slug) = name.split_once('-')?;
    let is_slug =
        slug.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
    if number.len() != 2 || slug.is_empty() || !is_slug {
        return None;
    }
    Some((number.parse().ok()?, slug))
}
