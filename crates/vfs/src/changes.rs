//! Owns the answer to "what changed in the tree since I last asked".

use std::collections::BTreeMap;
use std::mem;

use vivarium_protocol::Ino;

use crate::inode::Node;
use crate::tree::{FileTree, ROOT};

/// Regular files, by absolute path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// New files, and files whose content changed.
    pub written: Vec<String>,
    /// Files that are gone, or lie elsewhere now.
    pub removed: Vec<String>,
}

impl Changes {
    /// Says whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.removed.is_empty()
    }
}

impl FileTree {
    /// Says, in constant time, whether anything changed since [`FileTree::take_changes`].
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }

    /// Returns what changed since the last call.
    pub fn take_changes(&mut self) -> Changes {
        self.has_changed = false;
        let written = mem::take(&mut self.written);
        let mut now = BTreeMap::new();
        self.collect_files(ROOT, "", &mut now);
        let before = mem::replace(&mut self.known, now);
        let is_new =
            |path: &String, ino: &Ino| written.contains(ino) || before.get(path) != Some(ino);
        Changes {
            written: self
                .known
                .iter()
                .filter(|&(path, ino)| is_new(path, ino))
                .map(|(path, _)| path.clone())
                .collect(),
            removed: before
                .keys()
                .filter(|path| !self.known.contains_key(*path))
                .cloned()
                .collect(),
        }
    }

    /// Adds the regular files below `directory`, whose path is `prefix`, to `files`.
    pub(crate) fn collect_files(
        &self,
        directory: Ino,
        prefix: &str,
        files: &mut BTreeMap<String, Ino>,
    ) {
        let Ok(directory) = self.directory(directory) else { return };
        for (name, &ino) in &directory.entries {
            let path = format!("{prefix}/{name}");
            match self.inode(ino).map(|inode| &inode.node) {
                Ok(Node::Directory(_)) => self.collect_files(ino, &path, files),
                Ok(Node::File(_)) => {
                    files.insert(path, ino);
                }
                Ok(Node::Symlink(_) | Node::Device(_) | Node::Socket(_)) | Err(_) => {}
            }
        }
    }
}
