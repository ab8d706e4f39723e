//! Owns the operations on names: making, linking and removing directory entries.

use std::collections::BTreeMap;

use vivarium_protocol::{Access, DirEntry, Errno, Ino, Timespec};

use crate::inode::{Directory, Inode, Node, Owner};
use crate::resolve::LastLink;
use crate::tree::{FileTree, ROOT};

impl FileTree {
    /// Makes an entry for a new inode.
    pub(crate) fn create(
        &mut self,
        parent: Ino,
        name: String,
        node: Node,
        mode: u32,
        now: Timespec,
    ) -> Result<Ino, Errno> {
        self.require_entry_change(parent)?;
        self.reserve_inode()?;
        let ino = self.insert(Inode::new(node, mode & 0o7777, Owner::Learner, now));
        self.add_entry(parent, name, ino, now)?;
        self.mark_written(ino);
        Ok(ino)
    }

    pub(crate) fn add_entry(
        &mut self,
        parent: Ino,
        name: String,
        ino: Ino,
        now: Timespec,
    ) -> Result<(), Errno> {
        self.directory_mut(parent)?.entries.insert(name, ino);
        self.inode_mut_of(parent).touch(now);
        let inode = self.inode_mut_of(ino);
        inode.names += 1;
        inode.ctime = now;
        self.has_changed = true;
        Ok(())
    }

    pub(crate) fn remove_entry(
        &mut self,
        parent: Ino,
        name: &str,
        now: Timespec,
    ) -> Result<(), Errno> {
        let ino = self.directory_mut(parent)?.entries.remove(name).ok_or(Errno::ENOENT)?;
        self.inode_mut_of(parent).touch(now);
        let inode = self.inode_mut_of(ino);
        inode.names -= 1;
        inode.ctime = now;
        self.has_changed = true;
        self.drop_if_unused(ino);
        Ok(())
    }

    /// Fails unless the entry may be removed: in a sticky directory only what is one's own.
    pub(crate) fn require_removal(&self, parent: Ino, ino: Ino) -> Result<(), Errno> {
        self.require_entry_change(parent)?;
        let is_sticky = self.inode(parent)?.mode & 0o1000 != 0;
        if is_sticky && self.inode(ino)?.owner == Owner::System {
            return Err(Errno::EPERM);
        }
        Ok(())
    }

    pub(crate) fn mkdir(
        &mut self,
        start: Ino,
        path: &str,
        mode: u32,
        now: Timespec,
    ) -> Result<(), Errno> {
        let (parent, name) = self.walk(start, path, LastLink::Keep)?.vacant()?;
        let node = Node::Directory(Directory { entries: BTreeMap::new(), parent });
        self.create(parent, name, node, mode & 0o1777, now)?;
        Ok(())
    }

    pub(crate) fn rmdir(&mut self, start: Ino, path: &str, now: Timespec) -> Result<(), Errno> {
        // "a/" names the directory itself, but a link in the last place is not followed.
        let bare = path.trim_end_matches('/');
        let bare = if bare.is_empty() { path } else { bare };
        match bare.rsplit('/').next() {
            Some(".") => return Err(Errno::EINVAL),
            Some("..") => return Err(Errno::ENOTEMPTY),
            Some(_) | None => {}
        }
        let found = self.walk(start, bare, LastLink::Keep)?;
        let ino = found.ino.ok_or(Errno::ENOENT)?;
        let Some(name) = found.name else { return Err(Errno::EBUSY) };
        let is_empty = self.directory(ino)?.entries.is_empty();
        self.require_removal(found.parent, ino)?;
        if !is_empty {
            return Err(Errno::ENOTEMPTY);
        }
        self.remove_entry(found.parent, &name, now)
    }

    pub(crate) fn unlink(&mut self, start: Ino, path: &str, now: Timespec) -> Result<(), Errno> {
        let found = self.walk(start, path, LastLink::Keep)?;
        let ino = found.ino.ok_or(Errno::ENOENT)?;
        if self.directory(ino).is_ok() {
            return Err(Errno::EISDIR);
        }
        let name = found.name.ok_or(Errno::EISDIR)?;
        self.require_removal(found.parent, ino)?;
        self.remove_entry(found.parent, &name, now)
    }

    /// Gives the inode a second name.
    pub(crate) fn link(
        &mut self,
        ino: Ino,
        start: Ino,
        path: &str,
        now: Timespec,
    ) -> Result<(), Errno> {
        if self.directory(ino).is_ok() {
            return Err(Errno::EPERM);
        }
        let found = self.walk(start, path, LastLink::Keep)?;
        if found.wants_directory && found.ino.is_none() {
            return Err(Errno::ENOENT);
        }
        let (parent, name) = found.vacant()?;
        self.require_entry_change(parent)?;
        self.add_entry(parent, name, ino, now)
    }

    pub(crate) fn symlink(
        &mut self,
        target: &str,
        start: Ino,
        path: &str,
        now: Timespec,
    ) -> Result<(), Errno> {
        if target.is_empty() {
            return Err(Errno::ENOENT);
        }
        let found = self.walk(start, path, LastLink::Keep)?;
        if found.wants_directory && found.ino.is_none() {
            return Err(Errno::ENOENT);
        }
        let (parent, name) = found.vacant()?;
        self.create(parent, name, Node::Symlink(target.to_owned()), 0o777, now)?;
        Ok(())
    }

    pub(crate) fn readlink(&self, start: Ino, path: &str) -> Result<String, Errno> {
        match &self.inode(self.resolve(start, path, LastLink::Keep)?)?.node {
            Node::Symlink(target) => Ok(target.clone()),
            Node::File(_) | Node::Directory(_) | Node::Device(_) | Node::Socket(_) => {
                Err(Errno::EINVAL)
            }
        }
    }

    pub(crate) fn entries(&self, ino: Ino) -> Result<Vec<DirEntry>, Errno> {
        let directory = self.directory(ino)?;
        self.require(ino, Access::R_OK)?;
        directory
            .entries
            .iter()
            .map(|(name, &ino)| {
                Ok(DirEntry { name: name.clone(), kind: self.inode(ino)?.kind(), ino })
            })
            .collect()
    }

    /// Returns the absolute path of a directory; ENOENT if it was removed.
    pub(crate) fn path_of(&self, directory: Ino) -> Result<String, Errno> {
        let mut names = Vec::new();
        let mut here = directory;
        while here != ROOT {
            let parent = self.directory(here)?.parent;
            let entries = &self.directory(parent)?.entries;
            let name = entries.iter().find(|&(_, &ino)| ino == here).ok_or(Errno::ENOENT)?.0;
            names.push(name.as_str());
            here = parent;
        }
        if names.is_empty() {
            return Ok("/".to_owned());
        }
        Ok(names.iter().rev().fold(String::new(), |path, name| path + "/" + name))
    }
}
