//! Owns what can be told and fixed of a schedule: the watcher of threads, and switch points.
//! Knows neither the scheduler's queue nor Python.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::scheduler::ThreadId;

/// What happened to a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// Another thread started it.
    Started {
        /// Which one.
        by: ThreadId,
    },
    /// It has the baton.
    Running,
    /// It could run and another one does: its slice was used up, or it was woken.
    Ready {
        /// The thread that woke it, if one did.
        by: Option<ThreadId>,
    },
    /// It waits, at the longest until `deadline` (nanoseconds of the monotonic clock).
    Blocked {
        /// When it goes on by itself.
        deadline: Option<u64>,
    },
    /// It is over.
    Ended,
}

/// Told what happens to a thread, while no borrow of the scheduler lives. For `Blocked`, `Ended`
/// and a `Ready` without `by` the thread's own stack is still in place.
pub type Watcher = fn(ThreadId, Watched);

/// Where one thread hands over to another that need not have been the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SwitchPoint {
    /// The thread that hands over.
    pub thread: ThreadId,
    /// How many bytecodes it has executed by then.
    pub after: u64,
    /// Who goes on.
    pub to: ThreadId,
}

static IS_WATCHED: AtomicBool = AtomicBool::new(false);
static WATCHER: OnceLock<Watcher> = OnceLock::new();

/// Has a function told what the threads do from now on. The first call counts.
pub fn set_watcher(watcher: Watcher) {
    if WATCHER.set(watcher).is_ok() {
        IS_WATCHED.store(true, Ordering::Relaxed);
    }
}

/// Tells the watcher, if there is one.
pub(crate) fn tell(thread: ThreadId, what: Watched) {
    if IS_WATCHED.load(Ordering::Relaxed)
        && let Some(watcher) = WATCHER.get()
    {
        watcher(thread, what);
    }
}
