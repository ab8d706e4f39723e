//! Owns the reading of clocks on behalf of Python; the clocks themselves are the world's.

use std::time::Duration;

use vivarium_protocol::{Clock, Timespec};

use crate::syscalls;

/// Reads a clock; before a program starts, the process's own.
pub fn read(clock: Clock) -> Duration {
    match syscalls::try_current() {
        Some(syscalls) => syscalls.clock(clock),
        None => match clock {
            Clock::Realtime => green::unix_now(),
            Clock::Monotonic => Duration::from_nanos(green::now_ns()),
            Clock::Process => Duration::from_nanos(green::busy_ns()),
        },
    }
}

/// The present, as files' times are kept.
pub fn now() -> Timespec {
    let now = read(Clock::Realtime);
    let sec = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
    Timespec { sec, nsec: now.subsec_nanos() }
}
