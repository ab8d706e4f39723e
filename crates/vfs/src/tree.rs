//! Owns the inodes and the content of regular files; names are `directory.rs`, walks `resolve.rs`.

use std::collections::{BTreeMap, BTreeSet};

use vivarium_protocol::{Access, Errno, Ino, Metadata, Timespec};

use crate::inode::{Device, Directory, Inode, Node, Owner};
use crate::spawn::{PROGRAM_MAGIC, PROGRAMS};

/// The learner's directory: the files of a workspace, and where programs start.
pub const HOME: &str = "/home/learner";

pub(crate) const ROOT: Ino = Ino(1);

/// How much a tree, and what is open in it, may grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all regular files together; beyond it is ENOSPC.
    pub total_bytes: usize,
    /// Number of inodes; beyond it is ENOSPC.
    pub inodes: usize,
    /// Open descriptors of one process; beyond it is EMFILE.
    pub descriptors: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { total_bytes: 128 << 20, inodes: 100_000, descriptors: 1024 }
    }
}

/// A tree of inodes.
#[derive(Clone, Debug)]
pub struct FileTree {
    inodes: BTreeMap<Ino, Inode>,
    next_ino: u32,
    used_bytes: usize,
    limits: Limits,
    /// Inodes whose content changed since the last [`FileTree::take_changes`].
    pub(crate) written: BTreeSet<Ino>,
    /// The paths that the last [`FileTree::take_changes`] saw.
    pub(crate) known: BTreeMap<String, Ino>,
    pub(crate) has_changed: bool,
}

impl FileTree {
    /// Returns a tree with what every process expects: a home, `/tmp`, `/dev`, `/usr` and `/bin`.
    pub fn new(limits: Limits, now: Timespec) -> Self {
        let mut tree = Self {
            inodes: BTreeMap::new(),
            next_ino: ROOT.0,
            used_bytes: 0,
            limits,
            written: BTreeSet::new(),
            known: BTreeMap::new(),
            has_changed: false,
        };
        let root = Directory { entries: BTreeMap::new(), parent: ROOT };
        tree.insert(Inode::new(Node::Directory(root), 0o755, Owner::System, now));
        tree.inode_mut_of(ROOT).names = 1;
        tree.furnish(now);
        tree.has_changed = false;
        tree.written.clear();
        tree
    }

    fn furnish(&mut self, now: Timespec) {
        let system = |node, mode| Inode::new(node, mode, Owner::System, now);
        let folder = |parent| Node::Directory(Directory { entries: BTreeMap::new(), parent });
        let dev = self.plant(ROOT, "dev", system(folder(ROOT), 0o755));
        let devices = [
            ("null", Device::Null),
            ("zero", Device::Zero),
            ("full", Device::Full),
            ("random", Device::Random),
            ("urandom", Device::Random),
            ("tty", Device::Terminal),
            ("stdin", Device::Descriptor(vivarium_protocol::Fd::STDIN)),
            ("stdout", Device::Descriptor(vivarium_protocol::Fd::STDOUT)),
            ("stderr", Device::Descriptor(vivarium_protocol::Fd::STDERR)),
        ];
        for (name, device) in devices {
            self.plant(dev, name, system(Node::Device(device), 0o666));
        }
        self.plant(dev, "shm", system(folder(dev), 0o1777));
        let home = self.plant(ROOT, "home", system(folder(ROOT), 0o755));
        let learner = Inode::new(folder(home), 0o755, Owner::Learner, now);
        self.plant(home, "learner", learner);
        self.plant(ROOT, "tmp", system(folder(ROOT), 0o1777));
        let usr = self.plant(ROOT, "usr", system(folder(ROOT), 0o755));
        let bin = self.plant(usr, "bin", system(folder(usr), 0o755));
        for name in PROGRAMS {
            let content = format!("{PROGRAM_MAGIC}{name}\n").into_bytes();
            self.plant(bin, name, system(Node::File(content), 0o755));
        }
        for link in ["python", "python3"] {
            self.plant(bin, link, system(Node::Symlink("python3.14".into()), 0o777));
        }
        self.plant(ROOT, "bin", system(Node::Symlink("usr/bin".into()), 0o777));
        let lib = self.plant(usr, "lib", system(folder(usr), 0o755));
        self.plant(lib, "python3.14", system(folder(lib), 0o755));
    }

    /// Adds a named inode to a directory that is known to exist; for the furniture alone.
    fn plant(&mut self, parent: Ino, name: &str, inode: Inode) -> Ino {
        let ino = self.insert(inode);
        self.inode_mut_of(ino).names = 1;
        if let Node::Directory(directory) = &mut self.inode_mut_of(parent).node {
            directory.entries.insert(name.to_owned(), ino);
        }
        ino
    }

    /// Gives every inode these times, so that what was there before tells no program the date.
    pub fn reset_times(&mut self, at: Timespec) {
        for inode in self.inodes.values_mut() {
            (inode.atime, inode.mtime, inode.ctime) = (at, at, at);
        }
    }

    /// Returns how many bytes the regular files have together.
    pub fn used_bytes(&self) -> usize {
        self.used_bytes
    }

    pub(crate) fn insert(&mut self, inode: Inode) -> Ino {
        let ino = Ino(self.next_ino);
        self.next_ino += 1;
        self.inodes.insert(ino, inode);
        ino
    }

    /// Fails where the tree may not have another inode.
    pub(crate) fn reserve_inode(&self) -> Result<(), Errno> {
        if self.inodes.len() < self.limits.inodes { Ok(()) } else { Err(Errno::ENOSPC) }
    }

    pub(crate) fn inode(&self, ino: Ino) -> Result<&Inode, Errno> {
        self.inodes.get(&ino).ok_or(Errno::ENOENT)
    }

    pub(crate) fn inode_mut(&mut self, ino: Ino) -> Result<&mut Inode, Errno> {
        self.inodes.get_mut(&ino).ok_or(Errno::ENOENT)
    }

    /// Returns an inode that an entry or a description is known to hold.
    pub(crate) fn inode_mut_of(&mut self, ino: Ino) -> &mut Inode {
        self.inodes.get_mut(&ino).expect("an inode lives as long as something names or holds it")
    }

    pub(crate) fn directory(&self, ino: Ino) -> Result<&Directory, Errno> {
        match &self.inode(ino)?.node {
            Node::Directory(directory) => Ok(directory),
            Node::File(_) | Node::Symlink(_) | Node::Device(_) | Node::Socket(_) => {
                Err(Errno::ENOTDIR)
            }
        }
    }

    pub(crate) fn directory_mut(&mut self, ino: Ino) -> Result<&mut Directory, Errno> {
        match &mut self.inode_mut(ino)?.node {
            Node::Directory(directory) => Ok(directory),
            Node::File(_) | Node::Symlink(_) | Node::Device(_) | Node::Socket(_) => {
                Err(Errno::ENOTDIR)
            }
        }
    }

    /// Keeps an inode alive until [`FileTree::release`], whatever becomes of its names.
    pub(crate) fn hold(&mut self, ino: Ino) {
        self.inode_mut_of(ino).holders += 1;
    }

    pub(crate) fn release(&mut self, ino: Ino) {
        let inode = self.inode_mut_of(ino);
        inode.holders -= 1;
        self.drop_if_unused(ino);
    }

    pub(crate) fn drop_if_unused(&mut self, ino: Ino) {
        let is_unused = self.inodes.get(&ino).is_some_and(|i| i.names == 0 && i.holders == 0);
        if is_unused && let Some(Inode { node: Node::File(data), .. }) = self.inodes.remove(&ino) {
            self.used_bytes -= data.len();
        }
    }

    pub(crate) fn metadata(&self, ino: Ino) -> Result<Metadata, Errno> {
        let inode = self.inode(ino)?;
        let nlink = match &inode.node {
            Node::Directory(directory) if inode.names > 0 => {
                let is_directory = |ino: &&Ino| {
                    matches!(self.inode(**ino).map(|i| &i.node), Ok(Node::Directory(_)))
                };
                2 + directory.entries.values().filter(is_directory).count()
            }
            _ => inode.names as usize,
        };
        Ok(Metadata {
            kind: inode.kind(),
            mode: inode.mode,
            ino,
            nlink: u32::try_from(nlink).unwrap_or(u32::MAX),
            size: u32::try_from(inode.size()).unwrap_or(u32::MAX),
            atime: inode.atime,
            mtime: inode.mtime,
            ctime: inode.ctime,
        })
    }

    /// Fails unless the learner has all of `wanted` on the inode.
    pub(crate) fn require(&self, ino: Ino, wanted: u8) -> Result<(), Errno> {
        if self.inode(ino)?.permits(wanted) { Ok(()) } else { Err(Errno::EACCES) }
    }

    /// Fails unless names in the directory may be made and removed.
    pub(crate) fn require_entry_change(&self, directory: Ino) -> Result<(), Errno> {
        if self.inode(directory)?.names == 0 {
            return Err(Errno::ENOENT);
        }
        self.require(directory, Access::W_OK | Access::X_OK)
    }

    /// Reads from a regular file; short or empty beyond its end.
    pub(crate) fn read_at(
        &mut self,
        ino: Ino,
        offset: usize,
        len: usize,
        now: Timespec,
    ) -> Result<Vec<u8>, Errno> {
        let inode = self.inode_mut(ino)?;
        let Node::File(data) = &inode.node else { return Err(Errno::EISDIR) };
        let start = offset.min(data.len());
        let end = offset.saturating_add(len).min(data.len());
        let bytes = data[start..end.max(start)].to_vec();
        // As Linux mounts by default: the time of the last read is kept only roughly.
        if inode.atime <= inode.mtime {
            inode.atime = now;
        }
        Ok(bytes)
    }

    /// Writes into a regular file and returns how much fitted; a gap is filled with zeros.
    pub(crate) fn write_at(
        &mut self,
        ino: Ino,
        offset: usize,
        bytes: &[u8],
        now: Timespec,
    ) -> Result<usize, Errno> {
        let room = self.limits.total_bytes.saturating_sub(self.used_bytes);
        let inode = self.inode_mut(ino)?;
        let Node::File(data) = &mut inode.node else { return Err(Errno::EISDIR) };
        if bytes.is_empty() {
            return Ok(0);
        }
        let old_len = data.len();
        let len = bytes.len().min((old_len + room).saturating_sub(offset));
        if len == 0 {
            return Err(Errno::ENOSPC);
        }
        let end = offset + len;
        if u32::try_from(end).is_err() {
            return Err(Errno::EFBIG);
        }
        if end > old_len {
            data.resize(end, 0);
        }
        data[offset..end].copy_from_slice(&bytes[..len]);
        let new_len = data.len();
        if let Some(pages) = &mut inode.pages {
            pages.touch(offset.min(old_len)..end, new_len);
        }
        inode.touch(now);
        self.used_bytes += end.saturating_sub(old_len);
        self.mark_written(ino);
        Ok(len)
    }

    pub(crate) fn truncate(&mut self, ino: Ino, len: usize, now: Timespec) -> Result<(), Errno> {
        let room = self.limits.total_bytes.saturating_sub(self.used_bytes);
        let inode = self.inode_mut(ino)?;
        let Node::File(data) = &mut inode.node else { return Err(Errno::EINVAL) };
        let old_len = data.len();
        if len.saturating_sub(old_len) > room {
            return Err(Errno::ENOSPC);
        }
        data.resize(len, 0);
        if len < old_len {
            data.shrink_to_fit();
        }
        if let Some(pages) = &mut inode.pages {
            pages.touch(len.min(old_len)..len.max(old_len), len);
        }
        inode.touch(now);
        self.used_bytes = self.used_bytes - old_len + len;
        self.mark_written(ino);
        Ok(())
    }

    pub(crate) fn mark_written(&mut self, ino: Ino) {
        self.written.insert(ino);
        self.has_changed = true;
    }

    pub(crate) fn set_mode(&mut self, ino: Ino, mode: u32, now: Timespec) -> Result<(), Errno> {
        let inode = self.inode_mut(ino)?;
        match (inode.owner, &inode.node) {
            (Owner::System, _) => return Err(Errno::EPERM),
            (Owner::Learner, Node::Symlink(_)) => return Err(Errno::ENOTSUP),
            (Owner::Learner, _) => {}
        }
        inode.mode = mode & 0o7777;
        inode.ctime = now;
        self.has_changed = true;
        Ok(())
    }

    pub(crate) fn set_times(
        &mut self,
        ino: Ino,
        atime: Option<Timespec>,
        mtime: Option<Timespec>,
        now: Timespec,
    ) -> Result<(), Errno> {
        let inode = self.inode_mut(ino)?;
        if inode.owner == Owner::System {
            return Err(Errno::EPERM);
        }
        inode.atime = atime.unwrap_or(inode.atime);
        inode.mtime = mtime.unwrap_or(inode.mtime);
        inode.ctime = now;
        Ok(())
    }
}
