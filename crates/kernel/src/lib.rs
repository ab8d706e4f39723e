//! The page's operating system as a pure state machine.
//!
//! [`Kernel::handle`] takes one [`Event`] and appends the [`Effect`]s that the host must carry
//! out: start a worker, pass on an answer, show output. Words are POSIX's. Simulated: processes
//! with parents, exit statuses, zombies, groups and sessions; pipes; signals; interval timers; a terminal. Stored
//! in memory: the file tree (`vivarium-vfs`). Absent: fork, job control (SIGSTOP), users.
//!
//! A [`Launch`] begins a *run*: a first process with standard streams of its own. The run ends
//! with its first process, and takes what is left of the others along.
//!
//! **Invariant:** a kernel owns no worker, starts no timer, reads no clock and has no randomness
//! but its seed. The same events give the same effects.

#![warn(missing_docs)]

mod builtin;
mod event;
mod group;
mod kernel;
mod lease;
mod network;
mod process;
mod program;
mod run;
mod signal;
mod snapshot;
mod spawn;
mod stuck;
mod syscall;
mod trace;
mod turns;
mod wait;

pub use event::{Effect, Event, Launch, Millis, RunId, Terminal};
pub use kernel::Kernel;
pub use network::{HeldSocket, HeldSockets};
pub use process::State;
pub use run::{Cause, ProcessEnd, RunEnd};
pub use snapshot::{ProcessView, ProcessViews};
pub use spawn::PROCESS_LIMIT;
pub use trace::{Entry, Step, Trace};
pub use vivarium_vfs::{
    Changes, ConnectionId, ConnectionView, DescriptorView, FileTree, HOME, Limits, Segment,
    SocketId, SocketState, SocketView, Stream,
};
