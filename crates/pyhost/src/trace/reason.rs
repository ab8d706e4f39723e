//! Owns the words for what a thread waits for: from the system call it makes, or from the
//! library's function that its code has called.

use std::collections::BTreeMap;

use green::ThreadId;
use rustpython_vm::common::lock::PyMutex;
use vivarium_protocol::Syscall;

use super::is_on;

/// What each thread is about to wait for outside of the library.
static WAITS: PyMutex<BTreeMap<ThreadId, &'static str>> = PyMutex::new(BTreeMap::new());

/// Marks the running thread as about to wait, until it is dropped.
pub(crate) struct Waits(Option<ThreadId>);

impl Waits {
    /// The thread sleeps.
    pub(crate) fn sleep() -> Self {
        Self::new("sleep")
    }

    /// The thread makes a system call.
    pub(crate) fn call(call: &Syscall) -> Self {
        Self::new(word(call))
    }

    fn new(on: &'static str) -> Self {
        if !is_on() {
            return Self(None);
        }
        let id = green::current_id();
        WAITS.lock().insert(id, on);
        Self(Some(id))
    }
}

impl Drop for Waits {
    fn drop(&mut self) {
        if let Some(id) = self.0 {
            WAITS.lock().remove(&id);
        }
    }
}

/// Returns what the thread waits for; `called` is what its own code has called of the library.
pub(super) fn of(id: ThreadId, called: Option<&str>) -> String {
    let known = WAITS.lock().get(&id).copied();
    let library = called.and_then(of_function);
    // A queue between processes reads a pipe: the learner knows it as a queue.
    library.or(known).unwrap_or("lock").to_owned()
}

fn of_function(name: &str) -> Option<&'static str> {
    let (class, function) = name.split_once('.').unwrap_or(("", name));
    Some(match class {
        "Thread" | "_DummyThread" | "Timer" if function == "start" => "start",
        "Thread" | "Timer" | "Process" | "BaseProcess" => "join",
        "Queue" | "LifoQueue" | "PriorityQueue" | "SimpleQueue" | "JoinableQueue" => "queue",
        "Condition" => "condition",
        "Event" => "event",
        "Barrier" => "barrier",
        "Semaphore" | "BoundedSemaphore" => "semaphore",
        "Future" | "Executor" | "ThreadPoolExecutor" | "ProcessPoolExecutor" => "future",
        "Connection" | "_ConnectionBase" => "message",
        "Popen" | "CompletedProcess" => "process",
        _ => match function {
            "_shutdown" | "_python_exit" => "join",
            "as_completed" | "wait" => "future",
            "_worker" => "work",
            "input" => "input",
            _ => return None,
        },
    })
}

fn word(call: &Syscall) -> &'static str {
    match call {
        Syscall::Read { .. } | Syscall::Pread { .. } => "read",
        Syscall::Write { .. } | Syscall::Pwrite { .. } => "write",
        Syscall::Poll { .. } => "poll",
        Syscall::Waitpid { .. } => "process",
        Syscall::SemWait { .. } => "semaphore",
        Syscall::Accept { .. } => "connection",
        Syscall::Connect { .. } => "connect",
        Syscall::Send { .. } => "send",
        Syscall::Receive { .. } => "receive",
        Syscall::LoadPack { .. } => "import",
        _ => "system",
    }
}
