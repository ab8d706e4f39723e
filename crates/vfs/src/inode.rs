//! Owns one inode: its content, permission bits and times; knows no names and no other inode.

use std::collections::BTreeMap;

use vivarium_protocol::{Fd, FileKind, Ino, Timespec};

use crate::mapping::PageVersions;
use crate::socket::SocketId;

/// A character device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// Reads nothing, swallows everything.
    Null,
    /// Reads zeros.
    Zero,
    /// Reads zeros, and is always full.
    Full,
    /// Reads random bytes.
    Random,
    /// The terminal of the process that opens it.
    Terminal,
    /// A second descriptor for what this one names.
    Descriptor(Fd),
}

/// Whose an inode is. There is one user, the learner, and the system's read-only surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Learner,
    System,
}

/// A directory's names.
#[derive(Clone, Debug)]
pub(crate) struct Directory {
    pub(crate) entries: BTreeMap<String, Ino>,
    pub(crate) parent: Ino,
}

#[derive(Clone, Debug)]
pub(crate) enum Node {
    File(Vec<u8>),
    Directory(Directory),
    Symlink(String),
    Device(Device),
    /// A name of a Unix socket, which may be closed by now.
    Socket(SocketId),
}

#[derive(Clone, Debug)]
pub(crate) struct Inode {
    pub(crate) node: Node,
    pub(crate) mode: u32,
    pub(crate) owner: Owner,
    /// How many directory entries name it; a directory has one or none.
    pub(crate) names: u32,
    /// How many open descriptions and working directories keep it alive.
    pub(crate) holders: u32,
    pub(crate) atime: Timespec,
    pub(crate) mtime: Timespec,
    pub(crate) ctime: Timespec,
    /// Kept from the first time it is mapped.
    pub(crate) pages: Option<Box<PageVersions>>,
}

impl Inode {
    pub(crate) fn new(node: Node, mode: u32, owner: Owner, now: Timespec) -> Self {
        let (names, holders, pages) = (0, 0, None);
        Self { node, mode, owner, names, holders, atime: now, mtime: now, ctime: now, pages }
    }

    pub(crate) fn kind(&self) -> FileKind {
        match self.node {
            Node::File(_) => FileKind::File,
            Node::Directory(_) => FileKind::Directory,
            Node::Symlink(_) => FileKind::Symlink,
            Node::Device(_) => FileKind::Device,
            Node::Socket(_) => FileKind::Socket,
        }
    }

    pub(crate) fn size(&self) -> usize {
        match &self.node {
            Node::File(data) => data.len(),
            Node::Symlink(target) => target.len(),
            Node::Directory(_) => 4096,
            Node::Device(_) | Node::Socket(_) => 0,
        }
    }

    /// Says whether the learner has all of `wanted` (the bits of `access`).
    pub(crate) fn permits(&self, wanted: u8) -> bool {
        let bits = match self.owner {
            Owner::Learner => self.mode >> 6,
            Owner::System => self.mode,
        };
        bits & u32::from(wanted) == u32::from(wanted)
    }

    pub(crate) fn touch(&mut self, now: Timespec) {
        self.mtime = now;
        self.ctime = now;
    }
}
