//! Owns waiting with a time-out for descriptors (`poll`), as `select`, `_socket` and ours share
//! it; knows none of them.

use std::{
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    time::Duration,
};

use rustpython_vm::{PyResult, VirtualMachine, common::lock::PyMutex};
use vivarium_protocol::{Clock, Errno, PollFd, Reply, Syscall};

use crate::{clock, signals, syscalls};

/// When waiting is over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deadline {
    /// Never.
    Never,
    /// When the process's clock shows this.
    At(Duration),
}

impl Deadline {
    /// The moment `timeout` from now; `None` never comes.
    pub fn after(timeout: Option<Duration>) -> Self {
        timeout.map_or(Self::Never, |rest| Self::At(now().saturating_add(rest)))
    }

    /// What is left, in milliseconds, rounded up: who waits too short looks in vain.
    fn rest_ms(self) -> Option<u32> {
        match self {
            Self::Never => None,
            Self::At(end) => {
                let rest = end.saturating_sub(now());
                let ms = rest.as_nanos().div_ceil(1_000_000);
                Some(u32::try_from(ms).unwrap_or(u32::MAX))
            }
        }
    }
}

fn now() -> Duration {
    clock::read(Clock::Monotonic)
}

/// A time-out from Python's seconds, rounded up to nanoseconds; a negative one is none.
pub fn seconds(timeout: f64) -> Option<Duration> {
    if timeout < 0.0 {
        return None;
    }
    // What does not fit is longer than anybody waits.
    Some(Duration::try_from_secs_f64(timeout).unwrap_or(Duration::MAX))
}

/// A loop that only looks (an event loop with callbacks to run looks before each round) asks the
/// system again after this time, if this process did nothing that could change the answer.
const LOOK_AGAIN: Duration = Duration::from_millis(1);

/// Counts what could make a descriptor ready: this process's own calls, the ends of those
/// that waited, signals. What others do unnoticed comes later, as it may on any system.
static EVENTS: AtomicU64 = AtomicU64::new(0);

/// The last look that found nothing.
static IN_VAIN: PyMutex<Option<Look>> = PyMutex::new(None);

struct Look {
    events: u64,
    at: Duration,
    fds: Vec<PollFd>,
}

/// Notes that a descriptor may have become ready.
pub(crate) fn note_event() {
    EVENTS.fetch_add(1, Relaxed);
}

/// Says whether the same look was in vain a moment ago and nothing has happened since.
fn is_in_vain(fds: &[PollFd]) -> bool {
    IN_VAIN.lock().as_ref().is_some_and(|look| {
        look.events == EVENTS.load(Relaxed)
            && now().saturating_sub(look.at) < LOOK_AGAIN
            && look.fds == fds
    })
}

/// Waits until one of the descriptors is ready; after a signal for the rest of the time
/// (PEP 475). Empty when the time is up.
pub fn poll(vm: &VirtualMachine, fds: &[PollFd], deadline: Deadline) -> PyResult<Vec<PollFd>> {
    loop {
        let timeout_ms = deadline.rest_ms();
        if timeout_ms == Some(0) && is_in_vain(fds) {
            return Ok(Vec::new());
        }
        let events = EVENTS.load(Relaxed);
        let call = Syscall::Poll { fds: fds.to_vec(), timeout_ms };
        match syscalls::once(vm, call) {
            Ok(Reply::Ready(ready)) => {
                if ready.is_empty() && timeout_ms == Some(0) {
                    *IN_VAIN.lock() = Some(Look { events, at: now(), fds: fds.to_vec() });
                }
                return Ok(ready);
            }
            Ok(other) => return Err(syscalls::unexpected(vm, &other)),
            Err(Errno::EINTR) => signals::run_pending(vm)?,
            Err(errno) => return Err(syscalls::os_error(vm, errno)),
        }
    }
}
