//! Owns `rename`: the one operation that changes two directories at once.

use vivarium_protocol::{Errno, Ino, Timespec};

use crate::inode::Node;
use crate::resolve::LastLink;
use crate::tree::{FileTree, ROOT};

impl FileTree {
    /// Moves a name; what stood at the target is replaced, or nothing changes.
    pub(crate) fn rename(
        &mut self,
        (from_start, from): (Ino, &str),
        (to_start, to): (Ino, &str),
        now: Timespec,
    ) -> Result<(), Errno> {
        let source = self.walk_entry(from_start, from)?;
        let target = self.walk_entry(to_start, to)?;
        let ino = source.ino.ok_or(Errno::ENOENT)?;
        let (Some(from_name), Some(to_name)) = (source.name, target.name) else {
            return Err(Errno::EBUSY);
        };
        let is_directory = self.directory(ino).is_ok();
        if !is_directory && (from.ends_with('/') || to.ends_with('/')) {
            return Err(Errno::ENOTDIR);
        }
        self.require_removal(source.parent, ino)?;
        self.require_entry_change(target.parent)?;
        if is_directory && self.is_below(target.parent, ino) {
            return Err(Errno::EINVAL);
        }
        if let Some(old) = target.ino {
            if old == ino {
                return Ok(());
            }
            self.require_removal(target.parent, old)?;
            match (&self.inode(old)?.node, is_directory) {
                (Node::Directory(directory), true) if !directory.entries.is_empty() => {
                    return Err(Errno::ENOTEMPTY);
                }
                (Node::Directory(_), false) => return Err(Errno::EISDIR),
                (Node::File(_) | Node::Symlink(_) | Node::Device(_) | Node::Socket(_), true) => {
                    return Err(Errno::ENOTDIR);
                }
                (_, _) => self.remove_entry(target.parent, &to_name, now)?,
            }
        }
        // The new name first, so that the inode is never without one.
        self.add_entry(target.parent, to_name, ino, now)?;
        self.remove_entry(source.parent, &from_name, now)?;
        if let Node::Directory(directory) = &mut self.inode_mut_of(ino).node {
            directory.parent = target.parent;
        }
        Ok(())
    }

    /// Walks to an entry itself: a link in the last place stays, even before a slash.
    fn walk_entry(&self, start: Ino, path: &str) -> Result<crate::resolve::Found, Errno> {
        let bare = path.trim_end_matches('/');
        self.walk(start, if bare.is_empty() { path } else { bare }, LastLink::Keep)
    }

    /// Says whether `ino` is `ancestor` or lies below it.
    fn is_below(&self, ino: Ino, ancestor: Ino) -> bool {
        let mut here = ino;
        loop {
            if here == ancestor {
                return true;
            }
            match self.directory(here) {
                Ok(directory) if here != ROOT => here = directory.parent,
                Ok(_) | Err(_) => return false,
            }
        }
    }
}
