//! Owns descriptor tables and open file descriptions; knows no system call.

use std::collections::BTreeMap;
use std::fmt;

use vivarium_protocol::{Errno, Fd, Ino, OpenFlags};

use crate::pipe::PipeId;
use crate::semaphore::OpenSemaphores;
use crate::socket::SocketId;
use crate::stdio::{StdioId, Stream};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DescriptionId(pub(crate) u32);

/// What an open file description leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    Inode(Ino),
    PipeReader(PipeId),
    PipeWriter(PipeId),
    Input(StdioId),
    Output(StdioId, Stream),
    Socket(SocketId),
}

/// One result of `open` or `pipe`, which several descriptors may share.
#[derive(Debug)]
pub(crate) struct Description {
    pub(crate) object: Object,
    pub(crate) flags: OpenFlags,
    pub(crate) offset: u32,
    pub(crate) descriptors: u32,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Descriptor {
    pub(crate) description: DescriptionId,
    pub(crate) cloexec: bool,
}

/// The number of a table of descriptors, and so of its process; none is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(pub u32);

/// What one process has open, its working directory and its umask.
///
/// It holds shares in a [`crate::Files`]; give them back with [`crate::Files::close_all`].
#[derive(Debug)]
pub struct Descriptors {
    pub(crate) id: TableId,
    pub(crate) open: BTreeMap<Fd, Descriptor>,
    pub(crate) cwd: Ino,
    pub(crate) umask: u32,
    pub(crate) stdio: StdioId,
    pub(crate) semaphores: OpenSemaphores,
}

impl Descriptors {
    /// Returns the table's number.
    pub fn id(&self) -> TableId {
        self.id
    }

    /// Returns whose standard streams `/dev/tty` means here.
    pub fn stdio(&self) -> StdioId {
        self.stdio
    }

    pub(crate) fn get(&self, fd: Fd) -> Result<Descriptor, Errno> {
        self.open.get(&fd).copied().ok_or(Errno::EBADF)
    }

    /// Returns the lowest free descriptor from `min` on.
    pub(crate) fn lowest_free(&self, min: Fd, limit: u32) -> Result<Fd, Errno> {
        let mut candidate = min.0;
        for (fd, _) in self.open.range(min..) {
            if fd.0 != candidate {
                break;
            }
            candidate += 1;
        }
        if candidate < limit { Ok(Fd(candidate)) } else { Err(Errno::EMFILE) }
    }
}

/// One open descriptor as `lsof` would show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescriptorView {
    /// The descriptor.
    pub fd: Fd,
    /// `r`, `w` or `u` (both).
    pub access: char,
    /// What it leads to: a path, `pipe:3`, `stdin`, ...
    pub target: String,
    /// The pipe it leads to, if any.
    pub pipe: Option<PipeId>,
    /// The socket it leads to, if any.
    pub socket: Option<SocketId>,
}

impl fmt::Display for DescriptorView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{} {}", self.fd.0, self.access, self.target)
    }
}
