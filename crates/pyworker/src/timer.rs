//! Owns the interval timer of a process in lockstep: it rings on the virtual clock.
//!
//! In live mode the kernel's timer rings.

use std::sync::atomic::{AtomicU64, Ordering};

use vivarium_protocol::{Errno, Reply, Signal};
use vivarium_pyhost::signals;

const STACK_BYTES: usize = 64 << 10;

/// Counts timers: a thread whose number is not the last one has been replaced.
static LAST: AtomicU64 = AtomicU64::new(0);
static RINGS_NS: AtomicU64 = AtomicU64::new(0);

/// `setitimer`; returns the rest of the timer before, in milliseconds.
pub(crate) fn set(first_ms: u32, then_ms: u32) -> Result<Reply, Errno> {
    let now = green::now_ns();
    let mine = LAST.fetch_add(1, Ordering::SeqCst) + 1;
    let first = if first_ms == 0 { 0 } else { now + u64::from(first_ms) * 1_000_000 };
    let rest = RINGS_NS.swap(first, Ordering::SeqCst).saturating_sub(now);
    if first > 0 {
        let ring = move || ring(mine, first, u64::from(then_ms) * 1_000_000);
        let thread = green::thread::Builder::new().stack_size(STACK_BYTES).spawn(ring);
        drop(thread.map_err(|_| Errno::EAGAIN)?);
    }
    Ok(Reply::Count(u32::try_from(rest.div_ceil(1_000_000)).unwrap_or(u32::MAX)))
}

fn ring(mine: u64, first: u64, interval: u64) {
    let mut at = first;
    loop {
        while green::now_ns() < at {
            green::block_until(Some(at));
        }
        if LAST.load(Ordering::SeqCst) != mine {
            return;
        }
        signals::raise(Signal::ALRM);
        at = if interval == 0 { 0 } else { at + interval };
        RINGS_NS.store(at, Ordering::SeqCst);
        if interval == 0 {
            return;
        }
    }
}
