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

/// Whether the process's timer will send its signal.
static ALARM: PyMutex<Alarm> = PyMutex::new(Alarm::Never);

/// How often the process's timer will still send SIGALRM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    Never,
    Once,
    Again,
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
        let mut alarm = ALARM.lock();
        if *alarm == Alarm::Once {
            *alarm = Alarm::Never;
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
pub fn expect_alarm(alarm: Alarm) {
    *ALARM.lock() = alarm;
}

/// Says whether a signal of the process's own timer is to come, which may end any wait.
pub fn awaits_alarm() -> bool {
    *ALARM.lock() != Alarm::Never
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
