//! Locks between processes, so that two checkouts may share one cache. A lock ends with its holder, even a killed one.

use crate::paths::Paths;
use crate::ui;
use anyhow::{Context, Result};
use std::fs::{self, File, TryLockError};

/// Held until dropped.
#[must_use]
pub struct Lock {
    _file: File,
}

pub fn lock(paths: &Paths, name: &str) -> Result<Lock> {
    let folder = paths.cache.join("locks");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{name}.lock"));
    let file =
        File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            ui::say(&format!("Waiting for another build that uses the same cache ({name})."));
            file.lock().with_context(|| format!("{} cannot be locked", path.display()))?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| format!("{} cannot be locked", path.display()));
        }
    }
    Ok(Lock { _file: file })
}
