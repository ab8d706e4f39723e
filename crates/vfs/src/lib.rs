//! A file tree in memory, and the descriptors through which processes use it.
//!
//! [`FileTree`] holds the inodes; [`Files`] adds open files, pipes and standard streams, and
//! answers every system call about files; [`Descriptors`] is what one process has open, its
//! working directory and its umask. A call never blocks: [`Files::call`] says [`Outcome::Blocked`]
//! and the caller repeats it after [`Files::take_woken`] has said that something changed.
//!
//! ```
//! use vivarium_protocol::{Fd, OpenFlags, Reply, Syscall, Timespec};
//! use vivarium_vfs::{Files, Limits, Outcome, Stdio};
//!
//! let now = Timespec::default();
//! let mut files = Files::new(Limits::default(), 1, now);
//! let stdio = files.add_stdio(Stdio::prepared(b"typed\n".to_vec()));
//! let mut process = files.spawn(stdio);
//! let flags = OpenFlags(OpenFlags::WRONLY | OpenFlags::CREAT);
//! let open = Syscall::Open { at: None, path: "a.txt".into(), flags, mode: 0o666 };
//! let mut written = 0;
//! let outcome = files.call(&mut process, now, &open, &mut written);
//! assert_eq!(outcome, Outcome::Done(Ok(Reply::Fd(Fd(3)))));
//! files.close_all(&mut process);
//! ```
//!
//! **Invariant:** this crate reads no clock, starts no thread and has no randomness but a seed.
//! It knows neither processes nor signals, nor who calls it.

#![warn(missing_docs)]

mod calls;
mod changes;
mod descriptor;
mod directory;
mod files;
mod holder;
mod inode;
mod lease;
mod mapping;
mod pipe;
mod poll;
mod random;
mod rename;
mod resolve;
mod semaphore;
mod snapshot;
mod socket;
mod spawn;
mod stdio;
mod transfer;
mod tree;

#[cfg(test)]
mod tests;

pub use changes::Changes;
pub use descriptor::{DescriptorView, Descriptors, TableId};
pub use files::{Files, Outcome, Wait, Woken};
pub use holder::{Decision, Holder, Thing};
pub use inode::Device;
pub use mapping::PAGE_SIZE;
pub use pipe::{PIPE_CAPACITY, PipeId};
pub use random::Random;
pub use semaphore::SemaphoreId;
pub use socket::{ConnectionId, ConnectionView, Segment, SocketId, SocketState, SocketView};
pub use spawn::PROGRAM_MAGIC;
pub use stdio::{Output, Stdio, StdioId, Stream};
pub use tree::{FileTree, HOME, Limits};
