//! Owns what the system calls about processes speak of: whom to signal, wait for, or join.

use serde::{Deserialize, Serialize};

use crate::{Pid, Signal};

/// Which children `waitpid` waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WaitFor {
    /// Any child.
    Any,
    /// This child.
    Child(Pid),
    /// Any child of this process group.
    Group(Pid),
}

/// Whom `kill` signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KillTarget {
    /// One process.
    Process(Pid),
    /// Each process of a group; `None` is the caller's own.
    Group(Option<Pid>),
    /// Each process of the run but the caller.
    All,
}

/// Into which process group a new process is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SpawnGroup {
    /// Its parent's.
    Inherit,
    /// A new one of its own (`setpgid(0, 0)`).
    New,
    /// An existing one.
    Join(Pid),
    /// A new session with a new group (`setsid`).
    Session,
}

/// An open named semaphore of one process (POSIX `sem_t *`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SemId(pub u32);

/// How a child ended, as `waitpid` tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WaitStatus {
    /// It exited with this status (0 to 255).
    Exited(u8),
    /// A signal ended it.
    Signaled(Signal),
}
