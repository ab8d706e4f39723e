//! Owns what a process tells of its threads and tasks, for the timeline; knows no drawing.

use serde::{Deserialize, Serialize};

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceLine {
    /// Absolute path.
    pub file: String,
    /// From 1.
    pub line: u32,
}

/// Where one thread hands over to another that need not have been the next: a lockstep schedule is
/// a list of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SwitchPoint {
    /// The thread that hands over.
    pub thread: u32,
    /// How many bytecodes it has executed by then.
    pub after: u32,
    /// Who goes on.
    pub to: u32,
}

/// Something that happened to a thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TraceEvent {
    /// When, in microseconds since 1970-01-01 UTC (virtual in lockstep).
    pub at_us: f64,
    /// The thread's number in its process; 0 is the main thread.
    pub thread: u32,
    /// What happened.
    pub step: ThreadStep,
    /// Where the learner's own code stood, if it is known.
    pub line: Option<SourceLine>,
}

/// What happens to a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThreadStep {
    /// It was started by another thread.
    Started {
        /// `threading.Thread.name`.
        name: String,
        /// The thread that started it.
        by: u32,
    },
    /// It runs.
    Running,
    /// It could run and another one does: its slice was used up, or it was woken.
    Ready {
        /// The thread that woke it, if one did.
        by: Option<u32>,
    },
    /// It waits.
    Blocked {
        /// For what, such as `lock`, `sleep`, `join`, `read`.
        on: String,
    },
    /// It is over.
    Ended,
    /// Something happened to an asyncio task that this thread runs.
    Task {
        /// The task's number in its process, from 1.
        task: u32,
        /// What happened to it.
        step: TaskStep,
    },
}

/// What happens to an asyncio task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskStep {
    /// It was made.
    Created {
        /// Its name.
        name: String,
        /// The task that made it, if one did.
        by: Option<u32>,
    },
    /// Its coroutine runs.
    Running,
    /// It waits for something.
    Waiting {
        /// For what: another task's name, `sleep`, or the awaited object's type.
        on: String,
    },
    /// It is over.
    Done {
        /// `result`, `exception` or `cancelled`.
        how: String,
    },
}
