//! Owns the signals of this process: which are pending, which are blocked, what each one does.
//!
//! A signal may arrive at any time ([`raise`]); its handler runs in the main thread, between two
//! bytecodes or when a system call was interrupted ([`run_pending`]). Knows nothing of the
//! `signal` module's functions, which are `modules::signal`.

use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU64, Ordering};

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine, builtins::PyBaseExceptionRef,
    common::lock::PyMutex,
};
use vivarium_protocol::{Bytes, ExitStatus, Fd, KillTarget, Mode, Signal, Syscall};

use crate::{syscalls, waiting};

/// One more than the highest signal number.
pub const NSIG: usize = 65;

/// Signals that have arrived and whose handlers have not run, one bit each.
static PENDING: AtomicU64 = AtomicU64::new(0);
/// Signals that wait until they are unblocked.
static BLOCKED: AtomicU64 = AtomicU64::new(0);
/// Where a byte is written for each signal (`set_wakeup_fd`), or -1.
static WAKEUP_FD: AtomicI32 = AtomicI32::new(-1);
/// No thread can ever go on, and the main thread is to say so.
static DEADLOCKED: AtomicBool = AtomicBool::new(false);
/// What each signal does, by number.
static ACTIONS: PyMutex<[Action; NSIG]> = PyMutex::new([const { Action::Default }; NSIG]);

/// The process's timer, as the program last set it.
static TIMER: PyMutex<Timer> = PyMutex::new(Timer { rings_ms: 0, every_ms: 0 });

/// An interval timer that sends SIGALRM, on the process's monotonic clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    /// When it rings first; 0 if it does not run.
    rings_ms: u64,
    /// How often it rings afterwards; 0 if only once.
    every_ms: u32,
}

impl Timer {
    /// Returns a timer that rings after `first_ms` (0: never) and then every `every_ms` (0: no more).
    pub fn new(first_ms: u32, every_ms: u32) -> Self {
        let rings_ms = if first_ms == 0 { 0 } else { now_ms() + u64::from(first_ms) };
        Self { rings_ms, every_ms }
    }

    /// Says whether it will ring again.
    fn runs(self) -> bool {
        self.rings_ms != 0
    }

    /// Returns the milliseconds until it rings next and those between two rings.
    pub fn state(self) -> (u32, u32) {
        if !self.runs() {
            return (0, 0);
        }
        let now = now_ms();
        let rest = match self.rings_ms.checked_sub(now) {
            Some(rest) if rest > 0 => rest,
            _ if self.every_ms == 0 => return (0, 0),
            _ => {
                let every = u64::from(self.every_ms);
                every - (now - self.rings_ms) % every
            }
        };
        (u32::try_from(rest).unwrap_or(u32::MAX), self.every_ms)
    }
}

fn now_ms() -> u64 {
    green::now_ns() / 1_000_000
}

/// What a signal does.
#[derive(Clone, Debug)]
pub enum Action {
    /// What the system defines: ends the process, or nothing.
    Default,
    /// Nothing.
    Ignore,
    /// Calls a Python function.
    Call(PyObjectRef),
}

fn bit(signal: Signal) -> u64 {
    1 << (u32::from(signal.0).saturating_sub(1) & 63)
}

/// Notes that a signal has arrived. May be called at any time, from any thread.
pub fn raise(signal: Signal) {
    PENDING.fetch_or(bit(signal), Ordering::SeqCst);
    waiting::note_event();
    if signal == Signal::ALRM {
        let mut timer = TIMER.lock();
        if timer.every_ms == 0 {
            timer.rings_ms = 0;
        }
    }
    green::interrupt();
}

/// Sends a signal to this process itself. From another thread than the main one it goes by way of
/// the kernel, which also ends what the main thread waits for.
pub fn send_to_self(signal: Signal) {
    if green::current_id() != 0 {
        let target = KillTarget::Process(syscalls::current().program().pid);
        if syscalls::quick(Syscall::Kill { target, signal }).is_ok() {
            return;
        }
    }
    raise(signal);
}

/// Notes what the timer was told.
pub fn set_timer(timer: Timer) {
    *TIMER.lock() = timer;
}

/// The timer as it is.
pub fn timer() -> Timer {
    *TIMER.lock()
}

/// Says whether a signal of the process's own timer is to come, which may end any wait.
pub fn awaits_alarm() -> bool {
    timer().runs()
}

/// Notes that every thread waits for another one, and wakes the main thread, which tells who waits
/// for what. In lockstep it is interrupted, too, since nobody is there to stop the program.
pub fn note_deadlock() {
    DEADLOCKED.store(true, Ordering::SeqCst);
    green::interrupt();
}

/// Says whether a signal waits for its handler.
pub fn is_pending() -> bool {
    PENDING.load(Ordering::SeqCst) & !BLOCKED.load(Ordering::SeqCst) != 0
}

/// The signals that have arrived but are blocked or not yet handled.
pub fn pending() -> Vec<Signal> {
    of_bits(PENDING.load(Ordering::SeqCst))
}

/// Blocks exactly the signals of `mask` and returns those blocked before.
pub fn set_blocked(mask: u64) -> u64 {
    let before = BLOCKED.swap(mask & !bit(Signal::KILL), Ordering::SeqCst);
    if is_pending() {
        green::interrupt();
    }
    before
}

/// The signals that are blocked, one bit each.
pub fn blocked() -> u64 {
    BLOCKED.load(Ordering::SeqCst)
}

/// The bit of a signal in the masks of this module.
pub fn mask_of(signal: Signal) -> u64 {
    bit(signal)
}

/// The signals of a mask, in ascending order.
pub fn of_bits(mask: u64) -> Vec<Signal> {
    (1..NSIG as u8).map(Signal).filter(|signal| mask & bit(*signal) != 0).collect()
}

/// Sets what a signal does and returns what it did before.
pub fn set_action(signal: Signal, action: Action) -> Action {
    std::mem::replace(&mut ACTIONS.lock()[usize::from(signal.0)], action)
}

/// What a signal does.
pub fn action(signal: Signal) -> Action {
    ACTIONS.lock()[usize::from(signal.0)].clone()
}

/// Sets the descriptor that gets a byte for each signal, and returns the one before; -1 is none.
pub fn set_wakeup_fd(fd: i32) -> i32 {
    WAKEUP_FD.swap(fd, Ordering::SeqCst)
}

/// Runs the handlers of the signals that have arrived; in other threads than the main one it
/// does nothing. Returns what a handler raised.
pub fn run_pending(vm: &VirtualMachine) -> PyResult<()> {
    if green::current_id() != 0 {
        return Ok(());
    }
    green::take_interrupt();
    if DEADLOCKED.swap(false, Ordering::SeqCst) {
        vm.import("_vivarium_deadlock", 0)?.get_attr("report", vm)?.call((), vm)?;
        if matches!(syscalls::current().program().mode, Mode::Lockstep { .. }) {
            return Err(keyboard_interrupt(vm));
        }
    }
    loop {
        let ready = PENDING.load(Ordering::SeqCst) & !BLOCKED.load(Ordering::SeqCst);
        if ready == 0 {
            return Ok(());
        }
        let signal = Signal(u8::try_from(ready.trailing_zeros() + 1).unwrap_or(0));
        PENDING.fetch_and(!bit(signal), Ordering::SeqCst);
        deliver(vm, signal).inspect_err(|_| {
            if is_pending() {
                green::interrupt();
            }
        })?;
    }
}

fn deliver(vm: &VirtualMachine, signal: Signal) -> PyResult<()> {
    match action(signal) {
        Action::Ignore => Ok(()),
        Action::Default => {
            take_default(signal);
            Ok(())
        }
        Action::Call(handler) => {
            wake_up(signal);
            let frame = vm.import("sys", 0)?.get_attr("_getframe", vm)?;
            let frame = frame.call((), vm).unwrap_or_else(|_| vm.ctx.none());
            handler.call((i32::from(signal.0), frame), vm).map(drop)
        }
    }
}

/// Does what a signal does by itself: most end the process.
fn take_default(signal: Signal) {
    const IGNORED: [Signal; 4] = [Signal::CHLD, Signal::WINCH, Signal(18), Signal(23)];
    if !IGNORED.contains(&signal) {
        syscalls::exit(ExitStatus::Signaled(signal));
    }
}

fn wake_up(signal: Signal) {
    if let Ok(fd) = u32::try_from(WAKEUP_FD.load(Ordering::SeqCst)) {
        // A full pipe is no failure: whoever reads it will wake up anyway.
        let data = Bytes(vec![signal.0]);
        let _ = syscalls::quick(Syscall::Write { fd: Fd(fd), data });
    }
}

/// Makes the first actions of a process: Ctrl-C raises `KeyboardInterrupt`, a broken pipe is an
/// `OSError`.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    let handler = vm.import("_signal", 0)?.get_attr("default_int_handler", vm)?;
    set_action(Signal::INT, Action::Call(handler));
    set_action(Signal::PIPE, Action::Ignore);
    set_action(Signal(25), Action::Ignore); // SIGXFSZ
    rustpython_vm::signal::set_embedder_hook(run_pending);
    Ok(())
}

/// The `KeyboardInterrupt` that Ctrl-C raises.
pub fn keyboard_interrupt(vm: &VirtualMachine) -> PyBaseExceptionRef {
    vm.new_exception_empty(vm.ctx.exceptions.keyboard_interrupt.to_owned())
}

/// Whether an object can be a handler: something to call.
pub fn is_handler(object: &PyObjectRef) -> bool {
    object.as_object().is_callable()
}
