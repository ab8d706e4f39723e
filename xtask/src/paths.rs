//! Where things lie: the checkout, and the cache beside it. Knows names only; creates nothing but folders.

use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The two folders everything happens in.
#[derive(Clone, Debug)]
pub struct Paths {
    /// The checkout.
    pub root: PathBuf,
    /// What is installed or compiled once and shared by all checkouts of this user.
    pub cache: PathBuf,
}

impl Paths {
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask lies in no checkout")?
            .to_path_buf();
        let cache = cache_folder().context(
            "No folder for the cache: set HOME, or VIVARIUM_CACHE to a folder that can be written.",
        )?;
        fs::create_dir_all(&cache).with_context(|| {
            format!(
                "The cache folder {} cannot be made. Set VIVARIUM_CACHE to another one.",
                cache.display()
            )
        })?;
        Ok(Self { root, cache })
    }

    pub fn python_workspace(&self) -> PathBuf {
        self.root.join("crates/pyworker")
    }

    /// Build products that become `dist/assets/`; git ignores it.
    pub fn assets(&self) -> PathBuf {
        self.root.join(".assets")
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    pub fn root_target(&self) -> PathBuf {
        self.cache.join("target/root")
    }

    pub fn python_target(&self) -> PathBuf {
        self.cache.join("target/python")
    }

    pub fn log(&self, name: &str) -> PathBuf {
        self.cache.join("logs").join(format!("{name}.log"))
    }
}

fn cache_folder() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = set("VIVARIUM_CACHE") {
        return std::path::absolute(folder).ok();
    }
    set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .map(|folder| folder.join("vivarium"))
}
