//! Owns the account of what this process uses: time in which it computes, and memory.

use std::cell::Cell;

use vivarium_protocol::FromWorker;

use crate::{jspi, post};

/// How long after one message the next one may come, in nanoseconds.
const PAUSE_NS: u64 = 500_000_000;
const PAGE_BYTES: u32 = 1 << 16;

pub(crate) static USAGE: Usage =
    Usage { began_ns: Cell::new(0), told_ns: Cell::new(0), is_running: Cell::new(false) };

pub(crate) struct Usage {
    /// What the worker had computed before its program began.
    began_ns: Cell<u64>,
    told_ns: Cell<u64>,
    is_running: Cell<bool>,
}

// SAFETY: wasm without shared memory has one OS thread.
unsafe impl Sync for Usage {}

impl Usage {
    /// The program begins.
    pub(crate) fn begin(&self) {
        self.began_ns.set(green::busy_ns());
        self.is_running.set(true);
    }

    /// Tells the page, if it has not been told for some time.
    pub(crate) fn tell(&self) {
        let now = jspi::now_ns();
        if !self.is_running.get() || now.saturating_sub(self.told_ns.get()) < PAUSE_NS {
            return;
        }
        self.told_ns.set(now);
        let busy_ns = green::busy_ns().saturating_sub(self.began_ns.get());
        let busy_ms = u32::try_from(busy_ns / 1_000_000).unwrap_or(u32::MAX);
        let pages = u32::try_from(core::arch::wasm32::memory_size::<0>()).unwrap_or(u32::MAX);
        post(&FromWorker::Usage { busy_ms, memory: pages.saturating_mul(PAGE_BYTES) });
    }
}
