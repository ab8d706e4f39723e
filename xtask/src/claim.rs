//! Keeps checkouts that share a target folder apart.
//!
//! Cargo names what it makes of a workspace's member by the member's place in the workspace and dates it by its files'
//! times, so a checkout with older files would take another one's products for its own. The folder therefore remembers
//! whose it is; whoever comes next lets cargo forget what was made of our crates, and keeps the libraries.

use crate::paths::Paths;
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::path::Path;

/// How the names of our crates begin.
const OURS: &str = "vivarium";

/// Makes the target folder of the root workspace this checkout's.
pub fn root_target(paths: &Paths) -> Result<()> {
    let target = paths.root_target();
    let stamp = target.join("checkout.txt");
    let owner = paths.root.to_string_lossy();
    if fs::read_to_string(&stamp).is_ok_and(|it| it == owner) {
        return Ok(());
    }
    for profile in ["debug", "wasm32-unknown-unknown/release"] {
        let folder = target.join(profile);
        // A cargo at work there holds this lock.
        let busy = folder.join(".cargo-lock");
        let lock = File::open(&busy).ok();
        if let Some(lock) = &lock {
            lock.lock().with_context(|| format!("{} cannot be locked", busy.display()))?;
        }
        // Without a fingerprint cargo holds a product for stale.
        forget(&folder.join(".fingerprint"))?;
    }
    fs::create_dir_all(&target)
        .and_then(|()| fs::write(&stamp, owner.as_bytes()))
        .with_context(|| format!("{} cannot be written", stamp.display()))
}

fn forget(fingerprints: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(fingerprints) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(OURS) {
            fs::remove_dir_all(entry.path())
                .with_context(|| format!("{} cannot be removed", entry.path().display()))?;
        }
    }
    Ok(())
}
