//! Owns the way from Python to the world: the trait of system calls, the one implementation a
//! process uses, and the turning of an [`Errno`] into Python's `OSError`.
//!
//! Knows no implementation. A path below the standard library never reaches the implementation:
//! `packs` answers it.

use std::{sync::OnceLock, time::Duration};

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyType},
};
use vivarium_protocol::{Clock, Errno, ExitStatus, Fd, Metadata, Program, Reply, Seed, Syscall};
use vivarium_vfs::Random;

use crate::{modules, packs, shared, signals, trace, waiting};

/// Everything a Python process asks of the world.
pub trait Syscalls: Send + Sync {
    /// Carries out a system call. May block the calling thread; `EINTR` says that a signal came.
    fn call(&self, call: Syscall) -> Result<Reply, Errno>;
    /// Carries out a call that neither waits nor fails, perhaps without waiting for its end: later
    /// calls of this process come after it.
    fn tell(&self, call: Syscall) {
        let _ = self.call(call);
    }
    /// Reads a clock.
    fn clock(&self, clock: Clock) -> Duration;
    /// Fills `out` with random bytes; from the seed in lockstep.
    fn random(&self, out: &mut [u8]);
    /// What the process was started with.
    fn program(&self) -> &Program;
    /// How many processes can run side by side; the same everywhere in lockstep.
    fn cpu_count(&self) -> u32 {
        2
    }
    /// Ends the process at once: nothing is flushed, no `finally` runs.
    fn exit(&self, status: ExitStatus) -> !;
}

/// Where the random bytes of a process come from.
#[derive(Debug)]
pub enum Randomness {
    /// The machine's generator.
    System(fn(&mut [u8])),
    /// A seed.
    Seeded(Random),
}

impl Randomness {
    /// Takes random bytes from `fill`.
    pub fn system(fill: fn(&mut [u8])) -> Self {
        Self::System(fill)
    }

    /// Makes every byte depend on the seed alone.
    pub fn seeded(seed: Seed) -> Self {
        Self::Seeded(Random::new(u64::from(seed.0)))
    }

    /// Fills `out`.
    pub fn fill(&mut self, out: &mut [u8]) {
        match self {
            Self::System(fill) => fill(out),
            Self::Seeded(random) => random.fill(out),
        }
    }
}

static CURRENT: OnceLock<&'static dyn Syscalls> = OnceLock::new();

/// Gives the process its system calls. Only the first call counts.
pub fn install(syscalls: &'static dyn Syscalls) -> bool {
    CURRENT.set(syscalls).is_ok()
}

/// The system calls of this process, or `None` before [`install`].
pub fn try_current() -> Option<&'static dyn Syscalls> {
    CURRENT.get().copied()
}

/// The system calls of this process.
///
/// # Panics
/// Before [`install`]: nothing may ask the world while the interpreter is being built.
pub fn current() -> &'static dyn Syscalls {
    try_current().expect("system calls are installed before a program starts")
}

/// Makes one attempt; a signal may interrupt it (`EINTR`).
pub fn once(vm: &VirtualMachine, call: Syscall) -> Result<Reply, Errno> {
    trace::tasks::watch_soon(vm);
    let waits = trace::Waits::call(&call);
    match packs::answer(&call) {
        Some(answer) => answer,
        None => vm.allow_threads(|| {
            let answer = perform(call);
            drop(waits);
            answer
        }),
    }
}

/// Makes a call that cannot block, outside of Python's rules for signals.
pub fn quick(call: Syscall) -> Result<Reply, Errno> {
    packs::answer(&call).unwrap_or_else(|| perform(call))
}

/// Makes a call, and lets shared memory agree with other processes before and after it.
fn perform(call: Syscall) -> Result<Reply, Errno> {
    shared::before(&call);
    let learns = shared::learns(&call);
    let answer = watched(call);
    if learns && answer.is_ok() {
        shared::refresh();
    }
    answer
}

/// Makes a call whose answer is known, and does not wait for it.
pub fn tell(call: Syscall) {
    shared::before(&call);
    waiting::note_event();
    current().tell(call);
}

/// Makes a call, and tells those whom it concerns.
fn watched(call: Syscall) -> Result<Reply, Errno> {
    let closed = match &call {
        Syscall::Close { fd } | Syscall::Dup2 { to: fd, .. } => Some(*fd),
        _ => None,
    };
    let is_poll = matches!(call, Syscall::Poll { .. });
    if !is_poll {
        waiting::note_event();
    }
    let answer = current().call(call);
    if !is_poll {
        waiting::note_event();
    }
    if let (Some(fd), Ok(_)) = (closed, &answer) {
        modules::forget_descriptor(fd);
    }
    answer
}

/// Ends the process at once; what it wrote to shared memory stays.
pub fn exit(status: ExitStatus) -> ! {
    shared::publish();
    current().exit(status)
}

/// Makes a call and, when a signal interrupts it, runs the handlers and makes it again (PEP 475).
///
/// The outer result is what a signal handler raised, the inner one what the call answered.
pub fn retry(vm: &VirtualMachine, call: Syscall) -> PyResult<Result<Reply, Errno>> {
    loop {
        match once(vm, call.clone()) {
            Err(Errno::EINTR) => signals::run_pending(vm)?,
            answer => return Ok(answer),
        }
    }
}

/// [`retry`], with a failure raised as `OSError`.
pub fn call(vm: &VirtualMachine, call: Syscall) -> PyResult<Reply> {
    retry(vm, call)?.map_err(|errno| os_error(vm, errno))
}

/// [`call`] with the file name for the exception.
pub fn call_named(vm: &VirtualMachine, call: Syscall, name: &PyObjectRef) -> PyResult<Reply> {
    retry(vm, call)?.map_err(|errno| os_error_named(vm, errno, Some(name), None))
}

/// Makes the `OSError` for a failed call.
pub fn os_error(vm: &VirtualMachine, errno: Errno) -> PyBaseExceptionRef {
    os_error_named(vm, errno, None, None)
}

/// Makes the `OSError` for a failed call on one or two files.
pub fn os_error_named(
    vm: &VirtualMachine,
    errno: Errno,
    name: Option<&PyObjectRef>,
    name2: Option<&PyObjectRef>,
) -> PyBaseExceptionRef {
    os_error_with(vm, errno, errno.message(), name, name2)
}

/// Makes an `OSError` with a sentence of its own, for what cannot work here.
pub fn os_error_because(vm: &VirtualMachine, errno: Errno, reason: &str) -> PyBaseExceptionRef {
    os_error_with(vm, errno, reason, None, None)
}

fn os_error_with(
    vm: &VirtualMachine,
    errno: Errno,
    message: &str,
    name: Option<&PyObjectRef>,
    name2: Option<&PyObjectRef>,
) -> PyBaseExceptionRef {
    let mut args: Vec<PyObjectRef> =
        vec![vm.ctx.new_int(errno.number()).into(), vm.ctx.new_str(message).into()];
    if let Some(name) = name {
        args.push(name.clone());
    }
    if let Some(name2) = name2 {
        args.push(vm.ctx.none());
        args.push(name2.clone());
    }
    vm.invoke_exception(exception_class(vm, errno), args).unwrap_or_else(|failure| failure)
}

/// The subclass of `OSError` that Python defines for an error number (PEP 3151).
fn exception_class(vm: &VirtualMachine, errno: Errno) -> &'static rustpython_vm::Py<PyType> {
    let exceptions = &vm.ctx.exceptions;
    match errno {
        Errno::EAGAIN | Errno::EALREADY | Errno::EINPROGRESS => exceptions.blocking_io_error,
        Errno::EPIPE => exceptions.broken_pipe_error,
        Errno::ECHILD => exceptions.child_process_error,
        Errno::ECONNABORTED => exceptions.connection_aborted_error,
        Errno::ECONNREFUSED => exceptions.connection_refused_error,
        Errno::ECONNRESET => exceptions.connection_reset_error,
        Errno::EEXIST => exceptions.file_exists_error,
        Errno::ENOENT => exceptions.file_not_found_error,
        Errno::EISDIR => exceptions.is_a_directory_error,
        Errno::ENOTDIR => exceptions.not_a_directory_error,
        Errno::EINTR => exceptions.interrupted_error,
        Errno::EACCES | Errno::EPERM => exceptions.permission_error,
        Errno::ESRCH => exceptions.process_lookup_error,
        Errno::ETIMEDOUT => exceptions.timeout_error,
        _ => exceptions.os_error,
    }
}

/// Says that the world answered a call with the wrong kind of reply: a bug of ours, not Python's.
pub fn unexpected(vm: &VirtualMachine, reply: &Reply) -> PyBaseExceptionRef {
    vm.new_system_error(format!("unexpected reply to a system call: {reply:?}"))
}

/// A descriptor from a Python integer; a negative one is no descriptor.
pub fn descriptor(vm: &VirtualMachine, fd: i32) -> PyResult<Fd> {
    u32::try_from(fd).map(Fd).map_err(|_| os_error(vm, Errno::EBADF))
}

macro_rules! expect_reply {
    ($(#[$doc:meta])* $name:ident, $pattern:pat => $value:expr, $type:ty) => {
        $(#[$doc])*
        pub fn $name(vm: &VirtualMachine, reply: Reply) -> PyResult<$type> {
            match reply {
                $pattern => Ok($value),
                other => Err(unexpected(vm, &other)),
            }
        }
    };
}

expect_reply!(
    /// The number of a reply that holds one.
    count, Reply::Count(count) => count, u32
);
expect_reply!(
    /// The descriptor of a reply that holds one.
    fd, Reply::Fd(fd) => fd, Fd
);
expect_reply!(
    /// The bytes of a reply that holds some.
    data, Reply::Data(bytes) => bytes.0, Vec<u8>
);
expect_reply!(
    /// The path of a reply that holds one.
    path, Reply::Path(path) => path, String
);
expect_reply!(
    /// The metadata of a reply that holds some.
    metadata, Reply::Metadata(metadata) => metadata, Metadata
);

/// Whether `error` is an `OSError` with this number.
pub fn is_errno(vm: &VirtualMachine, error: &PyBaseExceptionRef, errno: Errno) -> bool {
    error.fast_isinstance(vm.ctx.exceptions.os_error)
        && error
            .as_object()
            .get_attr("errno", vm)
            .and_then(|number| number.try_into_value::<i32>(vm))
            .is_ok_and(|number| number == errno.number())
}
