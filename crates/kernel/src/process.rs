//! Owns one process: its state, its descriptors, its timer, and the calls in which it waits.

use vivarium_protocol::{ExitStatus, Pid, RequestId, Signal, Syscall, Timespec};
use vivarium_vfs::{Descriptors, Wait};

use crate::builtin::Builtin;
use crate::event::{Millis, RunId};

/// Where a process is in its life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Its worker is not there yet; signals wait for it.
    Starting(Vec<Signal>),
    /// It runs, or waits in system calls.
    Running,
    /// It is over, and its parent has not asked for its status.
    Zombie(ExitStatus),
}

/// `setitimer`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timer {
    pub(crate) at: Millis,
    pub(crate) then_ms: u32,
}

#[derive(Debug)]
pub(crate) struct Process {
    pub(crate) pid: Pid,
    pub(crate) ppid: Pid,
    pub(crate) group: Pid,
    pub(crate) session: Pid,
    pub(crate) run: RunId,
    /// The program's own name: `python`, `cat`.
    pub(crate) command: String,
    /// What stood after it.
    pub(crate) argv: Vec<String>,
    pub(crate) state: State,
    pub(crate) descriptors: Descriptors,
    pub(crate) timer: Option<Timer>,
    /// Its wall clock at its last call.
    pub(crate) clock: Timespec,
    /// What it does, if the kernel itself runs it.
    pub(crate) builtin: Option<Builtin>,
    /// How many signals were sent on to its worker.
    pub(crate) signals: u32,
    /// In live mode: all its threads wait, and no time-out ends a wait.
    pub(crate) is_idle: bool,
    /// Milliseconds of computing and bytes of memory, as it told last.
    pub(crate) usage: Option<(u32, u32)>,
}

impl Process {
    pub(crate) fn is_alive(&self) -> bool {
        !matches!(self.state, State::Zombie(_))
    }
}

/// What a waiting call waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    Files(Wait),
    Child(vivarium_protocol::WaitFor),
    Pack,
}

/// A system call that could not be answered yet.
#[derive(Debug)]
pub(crate) struct Parked {
    pub(crate) pid: Pid,
    pub(crate) id: RequestId,
    pub(crate) call: Syscall,
    pub(crate) waiting: Waiting,
    /// What a write has passed on already.
    pub(crate) written: u32,
    /// When it gives up.
    pub(crate) deadline: Option<Millis>,
    /// How many signals had reached its process when it was made.
    pub(crate) signals: u32,
}
