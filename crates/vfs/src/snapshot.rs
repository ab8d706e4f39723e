//! Owns the tree's exchange with the outside: whole files by path, past descriptors and rights.
//!
//! This is the page's door: it passes by the rights of the learner's files, but leads to nothing
//! of the system's. Programs use system calls.

use std::collections::BTreeMap;

use vivarium_protocol::{Errno, Ino, Timespec};

use crate::inode::{Directory, Inode, Node, Owner};
use crate::resolve::LastLink;
use crate::tree::{FileTree, HOME, ROOT};

impl FileTree {
    /// Returns the regular files below the directory `path`, by their paths relative to it.
    pub fn export(&self, path: &str) -> Result<BTreeMap<String, Vec<u8>>, Errno> {
        let directory = self.resolve(ROOT, path, LastLink::Follow)?;
        self.directory(directory)?;
        let mut inos = BTreeMap::new();
        self.collect_files(directory, "", &mut inos);
        let mut files = BTreeMap::new();
        for (path, ino) in inos {
            if let Node::File(data) = &self.inode(ino)?.node {
                files.insert(path.trim_start_matches('/').to_owned(), data.clone());
            }
        }
        Ok(files)
    }

    /// Returns the content of one file. A relative path is seen from [`HOME`].
    pub fn read_file(&self, path: &str) -> Result<&[u8], Errno> {
        match &self.inode(self.resolve(self.home()?, path, LastLink::Follow)?)?.node {
            Node::File(data) => Ok(data),
            Node::Directory(_) => Err(Errno::EISDIR),
            Node::Symlink(_) | Node::Device(_) | Node::Socket(_) => Err(Errno::EINVAL),
        }
    }

    /// Makes or replaces one file, with the directories above it; rights are not asked for.
    /// A relative path is seen from [`HOME`].
    pub fn write_file(&mut self, path: &str, data: &[u8], now: Timespec) -> Result<(), Errno> {
        let home = self.home()?;
        self.make_parents(home, path, now)?;
        let found = self.walk(home, path, LastLink::Follow)?;
        let ino = match (found.ino, found.name) {
            (Some(ino), _) => ino,
            (None, Some(_)) if found.wants_directory => return Err(Errno::EISDIR),
            (None, Some(name)) => {
                self.require_shared(found.parent)?;
                self.reserve_inode()?;
                let node = Node::File(Vec::new());
                let ino = self.insert(Inode::new(node, 0o644, Owner::Learner, now));
                self.add_entry(found.parent, name, ino, now)?;
                ino
            }
            (None, None) => return Err(Errno::EISDIR),
        };
        match &self.inode(ino)?.node {
            Node::File(_) if self.inode(ino)?.owner == Owner::System => return Err(Errno::EACCES),
            Node::File(_) => {}
            Node::Directory(_) => return Err(Errno::EISDIR),
            Node::Symlink(_) | Node::Device(_) | Node::Socket(_) => return Err(Errno::EINVAL),
        }
        self.truncate(ino, 0, now)?;
        if self.write_at(ino, 0, data, now)? < data.len() {
            return Err(Errno::ENOSPC);
        }
        Ok(())
    }

    /// Removes one file, or a directory with all that is in it. A relative path is seen from
    /// [`HOME`].
    pub fn remove(&mut self, path: &str, now: Timespec) -> Result<(), Errno> {
        let found = self.walk(self.home()?, path.trim_end_matches('/'), LastLink::Keep)?;
        let ino = found.ino.ok_or(Errno::ENOENT)?;
        let name = found.name.ok_or(Errno::EBUSY)?;
        self.require_shared(found.parent)?;
        if self.inode(ino)?.owner == Owner::System {
            return Err(Errno::EACCES);
        }
        self.empty(ino, now)?;
        self.remove_entry(found.parent, &name, now)
    }

    /// Makes an empty directory, with those above it; rights are not asked for.
    pub fn make_directory(&mut self, path: &str, now: Timespec) -> Result<(), Errno> {
        let home = self.home()?;
        self.make_parents(home, &format!("{path}/."), now)
    }

    pub(crate) fn home(&self) -> Result<Ino, Errno> {
        self.resolve(ROOT, HOME, LastLink::Follow)
    }

    /// Fails in a directory of the system where only the system writes.
    fn require_shared(&self, directory: Ino) -> Result<(), Errno> {
        let inode = self.inode(directory)?;
        let is_shared = inode.owner == Owner::Learner || inode.mode & 0o002 != 0;
        if is_shared { Ok(()) } else { Err(Errno::EACCES) }
    }

    /// Removes the shared memory that programs have left behind.
    pub(crate) fn empty_shared_memory(&mut self) {
        if let Ok(directory) = self.resolve(ROOT, "/dev/shm", LastLink::Follow)
            && let Ok(inode) = self.inode(directory)
        {
            let now = inode.mtime;
            // Whatever cannot be removed stays; nobody is there to be told.
            let _ = self.empty(directory, now);
        }
    }

    fn empty(&mut self, ino: Ino, now: Timespec) -> Result<(), Errno> {
        let Ok(directory) = self.directory(ino) else { return Ok(()) };
        for (name, child) in directory.entries.clone() {
            self.empty(child, now)?;
            self.remove_entry(ino, &name, now)?;
        }
        Ok(())
    }

    fn make_parents(&mut self, start: Ino, path: &str, now: Timespec) -> Result<(), Errno> {
        for (at, _) in path.match_indices('/').filter(|&(at, _)| at > 0) {
            let found = self.walk(start, &path[..at], LastLink::Follow)?;
            let (None, Some(name)) = (found.ino, found.name) else { continue };
            self.require_shared(found.parent)?;
            self.reserve_inode()?;
            let entries = BTreeMap::new();
            let node = Node::Directory(Directory { entries, parent: found.parent });
            let ino = self.insert(Inode::new(node, 0o755, Owner::Learner, now));
            self.add_entry(found.parent, name, ino, now)?;
        }
        Ok(())
    }
}
