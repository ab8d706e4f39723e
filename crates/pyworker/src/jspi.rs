//! Owns the green threads' host in the browser: JSPI stacks, the worker's clocks and event loop.
//! `glue/green.js` is its other half; what runs on the stacks it does not know.

use std::sync::atomic::{AtomicU32, Ordering};

use green::{Host, ThreadId};

use crate::port;
use crate::usage::USAGE;

/// `to` of `green_switch` when nobody can run.
const NOBODY: i32 = -1;

/// How often it was noticed that every thread waits for another one.
static DEADLOCKS: AtomicU32 = AtomicU32::new(0);

#[link(wasm_import_module = "vivarium")]
unsafe extern "C" {
    /// Suspends the stack of `from`; see `glue/green.js`.
    fn green_switch(from: u32, to: i32, turn: i32);
    /// Milliseconds of `performance.now()`.
    fn green_now() -> f64;
    /// Milliseconds of `Date.now()`.
    fn green_date() -> f64;
    /// Has the glue poll after a turn of the event loop.
    fn green_poll_soon();
    /// Ends the worker's program by an exception that cannot be caught.
    fn green_abort() -> !;
}

/// Ends the worker's program; whoever calls it has told the page why.
pub(crate) fn abort() -> ! {
    // SAFETY: the import throws, and no Rust code runs in this worker afterwards.
    unsafe { green_abort() }
}

/// Returns the worker's monotonic clock in nanoseconds.
pub(crate) fn now_ns() -> u64 {
    Jspi.monotonic_ns()
}

/// Installs the host with the main stack as thread 0.
pub(crate) fn install() {
    green::install(&Jspi);
}

struct Jspi;

impl Host for Jspi {
    fn monotonic_ns(&self) -> u64 {
        // SAFETY: the import only reads a clock.
        (unsafe { green_now() } * 1e6) as u64
    }

    fn realtime_ns(&self) -> u64 {
        // SAFETY: the import only reads a clock.
        (unsafe { green_date() } * 1e6) as u64
    }

    fn spawned(&self, _id: ThreadId, _stack_bytes: usize) {}

    fn switch(&self, from: ThreadId, to: Option<ThreadId>, turn: bool) {
        if turn || to.is_none() {
            port::PORT.get().flush();
            USAGE.tell();
        }
        if to.is_none() {
            port::PORT.get().flush_trace(true);
        }
        let to = to.map_or(NOBODY, |id| id as i32);
        // SAFETY: called inside a promising call (`green::can_switch`), with no JavaScript frame
        // between; the glue restores this stack's pointer before it returns.
        unsafe { green_switch(from, to, i32::from(turn)) };
    }

    /// The glue polls after every message it delivers.
    fn wake(&self) {}

    fn deadlocked(&self) {
        if vivarium_pyhost::signals::awaits_alarm() {
            return;
        }
        match DEADLOCKS.fetch_add(1, Ordering::Relaxed) {
            // The main thread tells who waits for what, if it waits where it can be woken.
            0 => vivarium_pyhost::signals::note_deadlock(),
            // In lockstep it was interrupted, and the rest still waits: nobody would stop it.
            1 if port::PORT.get().is_lockstep() => port::PORT.get().die(),
            // The page's thanks for the text is a message, too, after which the glue polls.
            _ => return,
        }
        port::PORT.get().flush_trace(true);
        // SAFETY: the import only asks for a later call of `green_poll`.
        unsafe { green_poll_soon() };
    }

    fn turn_over(&self, at_ns: u64, until_ns: Option<u64>) {
        port::PORT.get().turn_over(at_ns, until_ns);
    }

    fn budget_spent(&self) {
        port::PORT.get().die()
    }
}

/// Where the stack of thread `id` begins.
#[unsafe(no_mangle)]
extern "C" fn green_stack_top(id: u32) -> usize {
    green::stack_top(id) & !15
}

/// Runs thread `id` on its own stack; returns who runs next, or [`NOBODY`].
#[unsafe(no_mangle)]
extern "C" fn green_entry(id: u32) -> i32 {
    green::entry(id);
    green::finished().map_or(NOBODY, |next| next as i32)
}

/// Gives the baton to whoever can run; [`NOBODY`] if nobody can.
#[unsafe(no_mangle)]
extern "C" fn green_poll() -> i32 {
    green::poll().map_or(NOBODY, |next| next as i32)
}

/// When the next sleeper wakes, in milliseconds of `performance.now()`; infinity if nobody sleeps.
#[unsafe(no_mangle)]
extern "C" fn green_next_deadline() -> f64 {
    // A virtual clock comes to its deadlines by itself, or with the process's next turn.
    if port::PORT.get().is_lockstep() {
        return f64::INFINITY;
    }
    green::next_deadline_ns().map_or(f64::INFINITY, |deadline| deadline as f64 / 1e6)
}

/// Nothing has run for some time, and no time-out will end that.
#[unsafe(no_mangle)]
extern "C" fn green_idle() {
    port::PORT.get().idle();
}
