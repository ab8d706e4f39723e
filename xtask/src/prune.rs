//! Keeps the cache from growing for ever: what no build has used for a month goes. All of it can be made again.

use crate::paths::Paths;
use anyhow::Result;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

const KEPT: Duration = Duration::from_hours(30 * 24);

/// Notes that a build used this folder or file. A cache that cannot be written to is no reason to fail.
pub fn used(path: &Path) {
    let _ = File::open(path).and_then(|file| file.set_modified(SystemTime::now()));
}

pub fn prune(paths: &Paths) -> Result<()> {
    let now = SystemTime::now();
    for folder in ["artifacts", "patched"] {
        let Ok(entries) = fs::read_dir(paths.cache.join(folder)) else { continue };
        for entry in entries.filter_map(Result::ok) {
            let age = now.duration_since(entry.metadata()?.modified()?).unwrap_or_default();
            if age > KEPT {
                remove(&entry.path());
            }
        }
    }
    Ok(())
}

/// Another checkout may be doing the same: what is gone already is no mistake.
fn remove(path: &Path) {
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_not_used_for_long_goes() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths { root: folder.path().to_path_buf(), cache: folder.path().to_path_buf() };
        let long_ago = SystemTime::now() - KEPT - Duration::from_mins(1);
        for name in ["old", "revived", "new"] {
            let path = folder.path().join("artifacts").join(name);
            fs::create_dir_all(&path).unwrap();
            fs::write(path.join("a"), "").unwrap();
            if name != "new" {
                File::open(&path).unwrap().set_modified(long_ago).unwrap();
            }
        }
        used(&folder.path().join("artifacts/revived"));
        prune(&paths).unwrap();
        let left = |name: &str| folder.path().join("artifacts").join(name).exists();
        assert_eq!((left("old"), left("revived"), left("new")), (false, true, true));
    }
}
