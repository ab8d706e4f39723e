//! Owns path resolution: from a path to an inode and the directory entry that names it.

use vivarium_protocol::{Access, Errno, Ino};

use crate::inode::Node;
use crate::tree::{FileTree, ROOT};

/// How many symbolic links one path may lead through.
const LINKS_MAX: u32 = 40;
/// Longest path and longest name, in bytes.
const PATH_MAX: usize = 4095;
const NAME_MAX: usize = 255;

/// What to do with a symbolic link in the last component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LastLink {
    Follow,
    Keep,
}

impl From<bool> for LastLink {
    fn from(follow: bool) -> Self {
        if follow { Self::Follow } else { Self::Keep }
    }
}

/// The end of a walk.
#[derive(Debug)]
pub(crate) struct Found {
    /// The directory that holds, or would hold, the last component.
    pub(crate) parent: Ino,
    /// The last component; `None` for a path that ends in `/`, `.` or `..` alone.
    pub(crate) name: Option<String>,
    /// What it names, if it exists.
    pub(crate) ino: Option<Ino>,
    /// The path demands a directory (`a/`).
    pub(crate) wants_directory: bool,
}

impl Found {
    /// Returns the name for an entry that is to be made.
    pub(crate) fn vacant(self) -> Result<(Ino, String), Errno> {
        match (self.ino, self.name) {
            (None, Some(name)) => Ok((self.parent, name)),
            _ => Err(Errno::EEXIST),
        }
    }
}

impl FileTree {
    /// Returns the inode that `path` names, seen from the directory `start`.
    pub(crate) fn resolve(&self, start: Ino, path: &str, last: LastLink) -> Result<Ino, Errno> {
        self.walk(start, path, last)?.ino.ok_or(Errno::ENOENT)
    }

    /// Follows `path`; the last component may be missing.
    pub(crate) fn walk(&self, start: Ino, path: &str, last: LastLink) -> Result<Found, Errno> {
        if path.is_empty() {
            return Err(Errno::ENOENT);
        }
        if path.len() > PATH_MAX {
            return Err(Errno::ENAMETOOLONG);
        }
        if path.contains('\0') {
            return Err(Errno::EINVAL);
        }
        let mut here = if path.starts_with('/') { ROOT } else { start };
        let mut rest: Vec<String> = components(path);
        let mut wants_directory = path.ends_with('/');
        let mut links = 0;
        let mut name = None;
        let mut parent = here;
        while let Some(component) = rest.pop() {
            let entries = &self.directory(here)?.entries;
            if !self.inode(here)?.permits(Access::X_OK) {
                return Err(Errno::EACCES);
            }
            if component == "." || component == ".." {
                name = None;
                parent = here;
                if component == ".." {
                    here = self.directory(here)?.parent;
                }
                continue;
            }
            if component.len() > NAME_MAX {
                return Err(Errno::ENAMETOOLONG);
            }
            let is_last = rest.is_empty();
            let Some(&ino) = entries.get(&component) else {
                if is_last {
                    let name = Some(component);
                    return Ok(Found { parent: here, name, ino: None, wants_directory });
                }
                return Err(Errno::ENOENT);
            };
            match &self.inode(ino)?.node {
                Node::Symlink(target)
                    if !is_last || last == LastLink::Follow || wants_directory =>
                {
                    links += 1;
                    if links > LINKS_MAX {
                        return Err(Errno::ELOOP);
                    }
                    if is_last {
                        wants_directory |= target.ends_with('/');
                    }
                    if target.starts_with('/') {
                        here = ROOT;
                    }
                    rest.extend(components(target));
                    name = None;
                    parent = here;
                }
                Node::File(_)
                | Node::Directory(_)
                | Node::Symlink(_)
                | Node::Device(_)
                | Node::Socket(_) => {
                    parent = here;
                    here = ino;
                    name = Some(component);
                }
            }
        }
        if wants_directory {
            self.directory(here)?;
        }
        Ok(Found { parent, name, ino: Some(here), wants_directory })
    }
}

/// Returns the components of a path, last one first.
fn components(path: &str) -> Vec<String> {
    path.rsplit('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
