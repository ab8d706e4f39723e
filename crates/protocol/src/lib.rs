//! Messages between the page and one Python worker.
//!
//! Every type that crosses `postMessage` lives here and nowhere else. Two enums, one for each
//! direction ([`ToWorker`], [`FromWorker`]), carry system calls ([`Syscall`], answered by
//! [`Reply`] or [`Errno`]), signals, output and the life cycle of a process.
//!
//! **Invariant:** this crate depends on `serde` and its binary form `postcard` alone. It knows neither the kernel nor the
//! browser nor Python, so a change elsewhere never relinks the worker.

#![warn(missing_docs)]

mod bytes;
mod errno;
mod lease;
mod message;
mod net;
mod process;
mod signal;
mod syscall;
mod trace;
mod wire;

pub use bytes::Bytes;
pub use errno::Errno;
pub use lease::Lease;
pub use message::{
    Console, ExitStatus, FileChange, FromWorker, Mode, ParseError, Program, Seed, StartFile,
    ToWorker,
};
pub use net::{Domain, MessageFlags, ShutdownHow, SockAddr, SocketKind, SocketOption};
pub use process::{KillTarget, SemId, SpawnGroup, WaitFor, WaitStatus};
pub use signal::Signal;
pub use syscall::{
    Access, Clock, DirEntry, Fd, FileKind, Ino, Metadata, OpenFlags, Pid, PollEvents, PollFd,
    Reply, RequestId, Syscall, Timespec, Whence,
};
pub use trace::{SourceLine, SwitchPoint, TaskStep, ThreadStep, TraceEvent};
pub use wire::{decode, encode};

/// Raised by one on every change to the wire form of a type of this crate.
///
/// The first message of a worker names it; a page that meets another number replaces the worker.
pub const PROTOCOL_VERSION: u32 = 4;
