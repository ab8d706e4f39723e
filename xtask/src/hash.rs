//! Content hashes: what decides whether something must be built again. Times and places of files never count.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Collects named inputs; the order in which they are given counts, so give them in a fixed one.
#[derive(Default)]
pub struct Inputs(Sha256);

impl Inputs {
    /// `purpose` keeps apart products made from the same inputs.
    pub fn of(purpose: &str) -> Self {
        let mut inputs = Self::default();
        inputs.bytes("purpose", purpose.as_bytes());
        inputs
    }

    pub fn bytes(&mut self, name: &str, content: &[u8]) {
        // Lengths go in, so that no two lists of inputs read the same.
        for part in [name.as_bytes(), content] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    pub fn text(&mut self, name: &str, content: &str) {
        self.bytes(name, content.as_bytes());
    }

    pub fn file(&mut self, root: &Path, path: &Path) -> Result<()> {
        let content =
            fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        self.bytes(&portable(root, path), &content);
        Ok(())
    }

    /// All files below `folder`, less those that cannot matter to a product.
    pub fn folder(&mut self, root: &Path, folder: &Path) -> Result<()> {
        for path in files_below(folder)? {
            self.file(root, &path)?;
        }
        Ok(())
    }

    pub fn finish(self) -> String {
        short(&self.0.finalize())
    }
}

pub fn of_bytes(content: &[u8]) -> String {
    short(&Sha256::digest(content))
}

fn short(digest: &[u8]) -> String {
    digest[..8].iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Folders that hold build products, not sources.
pub const PRODUCTS: [&str; 7] =
    [".assets", ".git", "__pycache__", "dist", "node_modules", "target", "test-results"];

/// All files below `folder` in a fixed order, less build products. A folder that is not there has none.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_file() {
            found.push(entry.path());
        } else if kind.is_dir() && !PRODUCTS.contains(&&*entry.file_name().to_string_lossy()) {
            collect(&entry.path(), found)?;
        }
    }
    Ok(())
}

/// The folders directly in `folder`, in a fixed order.
pub fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    Ok(found)
}

/// A path as written in documents and hashes: relative to `root`, with forward slashes.
pub fn portable(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        root
    }

    fn hash(root: &tempfile::TempDir) -> String {
        let mut inputs = Inputs::of("test");
        inputs.folder(root.path(), root.path()).unwrap();
        inputs.finish()
    }

    #[test]
    fn the_same_files_in_another_place_have_the_same_hash() {
        let files = [("a.rs", "one"), ("b/c.rs", "two")];
        assert_eq!(hash(&tree(&files)), hash(&tree(&files)));
    }

    #[test]
    fn content_names_and_borders_count() {
        let one = hash(&tree(&[("a", "xy"), ("b", "z")]));
        assert_ne!(one, hash(&tree(&[("a", "x"), ("b", "yz")])));
        assert_ne!(one, hash(&tree(&[("a", "xy"), ("c", "z")])));
    }

    #[test]
    fn build_products_do_not_count() {
        let plain = hash(&tree(&[("a", "1")]));
        assert_eq!(plain, hash(&tree(&[("a", "1"), ("target/x", "2"), ("b/node_modules/y", "3")])));
    }
}
