//! Owns the `_signal` module, on which the library's `signal` is built; the state is `signals`.

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "_signal")]
mod decl {
    use rustpython_vm::{
        FromArgs, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyModule, PySet, PyTypeRef},
        function::{ArgIterable, FuncArgs, OptionalArg},
    };
    use vivarium_protocol::{Errno, Reply, Signal, Syscall};

    use crate::{
        signals::{self, Action, Timer},
        syscalls::{self, call, os_error, os_error_because},
    };

    /// Linux's signals.
    const NUMBERS: &[(&str, i64)] = &[
        ("SIGHUP", 1),
        ("SIGINT", 2),
        ("SIGQUIT", 3),
        ("SIGILL", 4),
        ("SIGTRAP", 5),
        ("SIGABRT", 6),
        ("SIGIOT", 6),
        ("SIGBUS", 7),
        ("SIGFPE", 8),
        ("SIGKILL", 9),
        ("SIGUSR1", 10),
        ("SIGSEGV", 11),
        ("SIGUSR2", 12),
        ("SIGPIPE", 13),
        ("SIGALRM", 14),
        ("SIGTERM", 15),
        ("SIGSTKFLT", 16),
        ("SIGCHLD", 17),
        ("SIGCLD", 17),
        ("SIGCONT", 18),
        ("SIGSTOP", 19),
        ("SIGTSTP", 20),
        ("SIGTTIN", 21),
        ("SIGTTOU", 22),
        ("SIGURG", 23),
        ("SIGXCPU", 24),
        ("SIGXFSZ", 25),
        ("SIGVTALRM", 26),
        ("SIGPROF", 27),
        ("SIGWINCH", 28),
        ("SIGIO", 29),
        ("SIGPOLL", 29),
        ("SIGPWR", 30),
        ("SIGSYS", 31),
        ("SIGRTMIN", 34),
        ("SIGRTMAX", 64),
    ];

    #[pyattr]
    const SIG_DFL: i32 = 0;
    #[pyattr]
    const SIG_IGN: i32 = 1;
    #[pyattr]
    const SIG_BLOCK: i32 = 0;
    #[pyattr]
    const SIG_UNBLOCK: i32 = 1;
    #[pyattr]
    const SIG_SETMASK: i32 = 2;
    #[pyattr]
    const NSIG: usize = signals::NSIG;
    #[pyattr]
    const ITIMER_REAL: i32 = 0;
    #[pyattr]
    const ITIMER_VIRTUAL: i32 = 1;
    #[pyattr]
    const ITIMER_PROF: i32 = 2;

    #[pyattr(once, name = "ItimerError")]
    fn itimer_error(vm: &VirtualMachine) -> PyTypeRef {
        let base = vm.ctx.exceptions.os_error.to_owned();
        vm.ctx.new_exception_type("signal", "itimer_error", Some(vec![base]))
    }

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        crate::modules::set_constants(module, NUMBERS, vm)
    }

    fn signal_of(number: i32, vm: &VirtualMachine) -> PyResult<Signal> {
        match u8::try_from(number) {
            Ok(number) if (1..signals::NSIG).contains(&usize::from(number)) => Ok(Signal(number)),
            _ => Err(vm.new_value_error("signal number out of range")),
        }
    }

    fn object_of(action: Action, vm: &VirtualMachine) -> PyObjectRef {
        match action {
            Action::Default => vm.ctx.new_int(SIG_DFL).into(),
            Action::Ignore => vm.ctx.new_int(SIG_IGN).into(),
            Action::Call(handler) => handler,
        }
    }

    #[pyfunction]
    fn default_int_handler(_args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        Err(signals::keyboard_interrupt(vm))
    }

    #[pyfunction]
    fn signal(number: i32, handler: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        if green::current_id() != 0 {
            let message = "signal only works in main thread of the main interpreter";
            return Err(vm.new_value_error(message));
        }
        let signal = signal_of(number, vm)?;
        // The number is asked first: the members of `signal.Handlers` can be called, too.
        let number = handler.clone().try_into_value::<i32>(vm).ok();
        let action = match number {
            Some(SIG_DFL) => Action::Default,
            Some(SIG_IGN) => Action::Ignore,
            _ if signals::is_handler(&handler) => Action::Call(handler),
            _ => {
                let message =
                    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object";
                return Err(vm.new_type_error(message));
            }
        };
        if matches!(signal, Signal::KILL | Signal(19)) {
            return Err(os_error(vm, Errno::EINVAL));
        }
        signals::run_pending(vm)?;
        Ok(object_of(signals::set_action(signal, action), vm))
    }

    #[pyfunction]
    fn getsignal(number: i32, vm: &VirtualMachine) -> PyResult {
        let signal = signal_of(number, vm)?;
        Ok(object_of(signals::action(signal), vm))
    }

    #[pyfunction]
    fn raise_signal(number: i32, vm: &VirtualMachine) -> PyResult<()> {
        let signal = signal_of(number, vm)?;
        if signal == Signal::KILL {
            syscalls::exit(vivarium_protocol::ExitStatus::Signaled(signal));
        }
        signals::send_to_self(signal);
        signals::run_pending(vm)
    }

    /// All threads of a process share its signals; the main thread handles them.
    #[pyfunction]
    fn pthread_kill(_thread: u64, number: i32, vm: &VirtualMachine) -> PyResult<()> {
        if number == 0 {
            return Ok(());
        }
        raise_signal(number, vm)
    }

    #[derive(FromArgs)]
    struct WakeupArgs {
        #[pyarg(positional)]
        fd: i32,
        #[pyarg(named, default = true)]
        warn_on_full_buffer: bool,
    }

    #[pyfunction]
    fn set_wakeup_fd(args: WakeupArgs, vm: &VirtualMachine) -> PyResult<i32> {
        let _ = args.warn_on_full_buffer;
        if green::current_id() != 0 {
            let message = "set_wakeup_fd only works in main thread of the main interpreter";
            return Err(vm.new_value_error(message));
        }
        if args.fd != -1 {
            let fd = syscalls::descriptor(vm, args.fd)?;
            let flags = call(vm, Syscall::GetFlags { fd })?;
            if syscalls::count(vm, flags)? & vivarium_protocol::OpenFlags::NONBLOCK == 0 {
                let message = format!("the fd {} must be in non-blocking mode", args.fd);
                return Err(vm.new_value_error(message));
            }
        }
        Ok(signals::set_wakeup_fd(args.fd))
    }

    fn milliseconds(seconds: f64, vm: &VirtualMachine) -> PyResult<u32> {
        if !(seconds >= 0.0) {
            return Err(os_error(vm, Errno::EINVAL));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates"
        )]
        let rounded = (seconds * 1000.0).ceil() as u32;
        Ok(rounded)
    }

    fn set_timer(first_ms: u32, then_ms: u32, vm: &VirtualMachine) -> PyResult<u32> {
        let reply = call(vm, Syscall::SetTimer { first_ms, then_ms })?;
        signals::set_timer(Timer::new(first_ms, then_ms));
        syscalls::count(vm, reply)
    }

    #[pyfunction]
    fn alarm(seconds: i32, vm: &VirtualMachine) -> PyResult<u32> {
        let seconds = u32::try_from(seconds).unwrap_or(0);
        let rest = set_timer(seconds.saturating_mul(1000), 0, vm)?;
        Ok(rest.div_ceil(1000))
    }

    fn check_timer(which: i32, vm: &VirtualMachine) -> PyResult<()> {
        match which {
            ITIMER_REAL => Ok(()),
            ITIMER_VIRTUAL | ITIMER_PROF => {
                let reason = "there are no timers of processor time here; use ITIMER_REAL";
                Err(os_error_because(vm, Errno::ENOSYS, reason))
            }
            _ => Err(os_error(vm, Errno::EINVAL)),
        }
    }

    /// The rest and the interval in seconds, as `getitimer` answers.
    fn timer_state() -> (f64, f64) {
        let (rest, interval) = signals::timer().state();
        (f64::from(rest) / 1000.0, f64::from(interval) / 1000.0)
    }

    #[pyfunction]
    fn setitimer(
        which: i32,
        seconds: rustpython_vm::function::ArgIntoFloat,
        interval: OptionalArg<rustpython_vm::function::ArgIntoFloat>,
        vm: &VirtualMachine,
    ) -> PyResult<(f64, f64)> {
        check_timer(which, vm)?;
        let first_ms = milliseconds(seconds.into_float(), vm)?;
        let then_ms = match interval {
            OptionalArg::Present(interval) => milliseconds(interval.into_float(), vm)?,
            OptionalArg::Missing => 0,
        };
        let before = timer_state();
        set_timer(first_ms, then_ms, vm)?;
        Ok(before)
    }

    #[pyfunction]
    fn getitimer(which: i32, vm: &VirtualMachine) -> PyResult<(f64, f64)> {
        check_timer(which, vm)?;
        Ok(timer_state())
    }

    /// Waits until a handler has run.
    #[pyfunction]
    fn pause(vm: &VirtualMachine) -> PyResult<()> {
        let poll = Syscall::Poll { fds: Vec::new(), timeout_ms: None };
        match vm.allow_threads(|| syscalls::current().call(poll)) {
            Ok(Reply::Ready(_)) | Err(Errno::EINTR) => signals::run_pending(vm),
            Ok(other) => Err(syscalls::unexpected(vm, &other)),
            Err(errno) => Err(os_error(vm, errno)),
        }
    }

    fn set_of(numbers: impl Iterator<Item = u8>, vm: &VirtualMachine) -> PyResult {
        let set = PySet::default().into_ref(&vm.ctx);
        for number in numbers {
            set.add(vm.ctx.new_int(number).into(), vm)?;
        }
        Ok(set.into())
    }

    #[pyfunction]
    fn valid_signals(vm: &VirtualMachine) -> PyResult {
        set_of((1..65).filter(|number| !matches!(number, 32 | 33)), vm)
    }

    fn mask_of(signals: ArgIterable<i32>, vm: &VirtualMachine) -> PyResult<u64> {
        let mut mask = 0;
        for number in signals.iter(vm)? {
            mask |= signals::mask_of(signal_of(number?, vm)?);
        }
        Ok(mask)
    }

    #[pyfunction]
    fn pthread_sigmask(how: i32, mask: ArgIterable<i32>, vm: &VirtualMachine) -> PyResult {
        let (before, mask) = (signals::blocked(), mask_of(mask, vm)?);
        let after = match how {
            SIG_BLOCK => before | mask,
            SIG_UNBLOCK => before & !mask,
            SIG_SETMASK => mask,
            _ => return Err(os_error(vm, Errno::EINVAL)),
        };
        signals::set_blocked(after);
        signals::run_pending(vm)?;
        set_of(signals::of_bits(before).into_iter().map(|signal| signal.0), vm)
    }

    #[pyfunction]
    fn sigpending(vm: &VirtualMachine) -> PyResult {
        set_of(signals::pending().into_iter().map(|signal| signal.0), vm)
    }

    #[pyfunction]
    fn siginterrupt(number: i32, _flag: i32, vm: &VirtualMachine) -> PyResult<()> {
        signal_of(number, vm).map(drop)
    }

    #[pyfunction]
    fn strsignal(number: i32, vm: &VirtualMachine) -> PyResult<Option<&'static str>> {
        let signal = signal_of(number, vm)?;
        const TEXTS: [&str; 32] = [
            "",
            "Hangup",
            "Interrupt",
            "Quit",
            "Illegal instruction",
            "Trace/breakpoint trap",
            "Aborted",
            "Bus error",
            "Floating point exception",
            "Killed",
            "User defined signal 1",
            "Segmentation fault",
            "User defined signal 2",
            "Broken pipe",
            "Alarm clock",
            "Terminated",
            "Stack fault",
            "Child exited",
            "Continued",
            "Stopped (signal)",
            "Stopped",
            "Stopped (tty input)",
            "Stopped (tty output)",
            "Urgent I/O condition",
            "CPU time limit exceeded",
            "File size limit exceeded",
            "Virtual timer expired",
            "Profiling timer expired",
            "Window changed",
            "I/O possible",
            "Power failure",
            "Bad system call",
        ];
        Ok(TEXTS.get(usize::from(signal.0)).copied())
    }
}
