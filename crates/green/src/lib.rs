//! Green threads: what RustPython and `parking_lot` call in place of `std::thread` and `std::time`.
//!
//! Many threads share one interpreter and exactly one of them runs at any time. This crate owns
//! the seam ([`thread`], [`Instant`], [`tick`]) and the [`Scheduler`] behind it; a [`Host`]
//! exchanges native stacks and tells the time. On wasm the stacks are those of JavaScript Promise
//! Integration, natively each green thread is an OS thread that waits for its turn.
//!
//! **Invariant:** this crate knows neither Python nor the kernel nor the browser.

mod clock;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
mod scheduler;
#[cfg(target_arch = "wasm32")]
mod stacks;
mod state;
pub mod thread;
mod turn;
mod watch;

pub use core::time::Duration;

pub use clock::{FOREVER, Instant, now_ns, unix_now};
pub use scheduler::{Config, Scheduler, ThreadId};
pub use state::{
    Host, block_until, busy_ns, can_switch, configure, current_id, entry, finished, follow, go_on,
    install, interrupt, interrupt_pending, next_deadline_ns, park_thread, poll, reseed, set_budget,
    set_can_switch, set_switch_hook, slice_end_if_due, spent, stack_bounds, stack_top,
    switch_points, switches, take_interrupt, tick, unpark_id, wait_external, yield_now,
};
pub use watch::{SwitchPoint, Watched, Watcher, set_watcher};
