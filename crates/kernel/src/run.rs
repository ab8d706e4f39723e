//! Owns one run: its first process, how it is being stopped, and how it ended.

use vivarium_protocol::{ExitStatus, Mode, Pid};
use vivarium_vfs::StdioId;

use crate::event::{Millis, RunId, Terminal};
use crate::turns::Turns;

/// How long a program may leave an interrupt unanswered.
pub(crate) const STOP_PATIENCE_MS: u32 = 2000;

/// Why a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Its first process ended by itself, or by a signal of its own.
    Process,
    /// It did not heed an interrupt, or was killed.
    Stopped,
    /// Its time was up.
    Timeout,
    /// Its caller gave it up.
    Aborted,
}

/// The end of one process of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessEnd {
    /// Its process id.
    pub pid: Pid,
    /// Its parent's; 0 for the first of a run.
    pub ppid: Pid,
    /// The program's own name: `python`, or that of a built-in command.
    pub command: String,
    /// What stood after it.
    pub argv: Vec<String>,
    /// How it ended.
    pub status: ExitStatus,
}

/// The end of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunEnd {
    /// Why.
    pub cause: Cause,
    /// Its processes, the first one first, the others by their ids.
    pub processes: Vec<ProcessEnd>,
    /// What the processes were waiting for, if it was killed while all of them waited.
    pub note: Option<String>,
    /// Milliseconds from the start of its first process.
    pub wall_ms: u32,
}

/// Where an interrupt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// None was sent, or the program has come back to its prompt since.
    Idle,
    /// Sent, and nothing was heard of the program since.
    Sent { give_up_at: Millis },
    /// Sent, and the program goes on. The next one kills.
    Answered,
}

/// Whether the learner knows that all processes wait for each other. It is told once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deadlock {
    Untold,
    Told,
}

#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) id: RunId,
    pub(crate) stdio: StdioId,
    pub(crate) mode: Mode,
    pub(crate) traced: bool,
    pub(crate) first: Pid,
    pub(crate) terminal: Option<Terminal>,
    pub(crate) stop: Stop,
    pub(crate) timeout_ms: Option<u32>,
    pub(crate) started_at: Option<Millis>,
    pub(crate) carries_files: bool,
    /// It is a check, which reports.
    pub(crate) reports: bool,
    /// In lockstep: whose turn it is.
    pub(crate) turns: Option<Turns>,
    pub(crate) deadlock: Deadlock,
    /// The host refused a worker while the run had so many processes.
    pub(crate) refused_at: Option<usize>,
    /// Processes that are over and reaped.
    pub(crate) ended: Vec<ProcessEnd>,
}

impl Run {
    pub(crate) fn give_up_at(&self) -> Option<Millis> {
        match self.stop {
            Stop::Sent { give_up_at } => Some(give_up_at),
            Stop::Idle | Stop::Answered => None,
        }
    }

    pub(crate) fn timeout_at(&self) -> Option<Millis> {
        Some(self.started_at?.after(self.timeout_ms?))
    }
}
