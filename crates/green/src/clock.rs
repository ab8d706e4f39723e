//! Owns [`Instant`], a monotonic clock that is virtual in lockstep mode; knows no threads.

use core::ops::{Add, Sub};
use core::time::Duration;

use crate::state;

/// Stands for "no time-out" where a call wants a duration; longer waits count as endless, so that
/// a program in which all threads wait like this is known to be deadlocked.
pub const FOREVER: Duration = Duration::from_secs(366 * 86_400);

/// Returns the monotonic clock in nanoseconds; its origin is the start of the process.
pub fn now_ns() -> u64 {
    state::now_ns()
}

/// Returns the time since 1970-01-01 UTC.
pub fn unix_now() -> Duration {
    Duration::from_nanos(state::unix_ns())
}

/// A look-alike of `std::time::Instant`, whole nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

impl Instant {
    /// Returns the present.
    pub fn now() -> Self {
        Self(Duration::from_nanos(now_ns()))
    }

    /// Returns the nanoseconds since the clock's origin.
    pub fn as_ns(self) -> u64 {
        u64::try_from(self.0.as_nanos()).unwrap_or(u64::MAX)
    }

    /// Returns the duration since the clock's origin.
    pub fn since_origin(&self) -> Duration {
        self.0
    }

    /// See `std::time::Instant::checked_add`.
    pub fn checked_add(&self, duration: Duration) -> Option<Self> {
        self.0.checked_add(duration).map(Self)
    }

    /// See `std::time::Instant::checked_duration_since`.
    pub fn checked_duration_since(&self, earlier: Self) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// See `std::time::Instant::saturating_duration_since`.
    pub fn saturating_duration_since(&self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// See `std::time::Instant::duration_since`.
    pub fn duration_since(&self, earlier: Self) -> Duration {
        self.saturating_duration_since(earlier)
    }

    /// See `std::time::Instant::elapsed`.
    pub fn elapsed(&self) -> Duration {
        Self::now().duration_since(*self)
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(duration))
    }
}

impl Sub<Instant> for Instant {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        self.duration_since(earlier)
    }
}
