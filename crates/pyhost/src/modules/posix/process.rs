//! Owns the part of `posix` about processes: numbers, ends, signals, waiting for children.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(super) mod decl {
    use rustpython_vm::{FromArgs, PyResult, VirtualMachine, function::FuncArgs};
    use vivarium_protocol::{
        Errno, ExitStatus, KillTarget, Pid, Reply, Signal, Syscall, WaitFor, WaitStatus,
    };

    use crate::{
        signals,
        syscalls::{self, call, current, os_error, os_error_because},
    };

    fn own_pid() -> i32 {
        current().program().pid.0.cast_signed()
    }

    #[pyfunction]
    fn getpid() -> i32 {
        own_pid()
    }

    #[pyfunction]
    fn getppid(vm: &VirtualMachine) -> PyResult<u32> {
        let reply = call(vm, Syscall::Getppid)?;
        syscalls::count(vm, reply)
    }

    /// A process number as `getpgid` and the like take it: 0 is the caller.
    fn process(pid: i32, vm: &VirtualMachine) -> PyResult<Option<Pid>> {
        match u32::try_from(pid) {
            Ok(0) => Ok(None),
            Ok(pid) => Ok(Some(Pid(pid))),
            Err(_) => Err(os_error(vm, Errno::ESRCH)),
        }
    }

    fn group_of(call: Syscall, vm: &VirtualMachine) -> PyResult<u32> {
        match syscalls::call(vm, call)? {
            Reply::Pid(pid) => Ok(pid.0),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    #[derive(FromArgs)]
    struct PidArgs {
        #[pyarg(any)]
        pid: i32,
    }

    #[pyfunction]
    fn getpgid(args: PidArgs, vm: &VirtualMachine) -> PyResult<u32> {
        group_of(Syscall::Getpgid { pid: process(args.pid, vm)? }, vm)
    }

    #[pyfunction]
    fn getpgrp(vm: &VirtualMachine) -> PyResult<u32> {
        group_of(Syscall::Getpgid { pid: None }, vm)
    }

    #[pyfunction]
    fn setpgid(pid: i32, group: i32, vm: &VirtualMachine) -> PyResult<()> {
        let group = match u32::try_from(group) {
            Ok(0) => None,
            Ok(group) => Some(Pid(group)),
            Err(_) => return Err(os_error(vm, Errno::EINVAL)),
        };
        call(vm, Syscall::Setpgid { pid: process(pid, vm)?, group }).map(drop)
    }

    #[pyfunction]
    fn setpgrp(vm: &VirtualMachine) -> PyResult<()> {
        call(vm, Syscall::Setpgid { pid: None, group: None }).map(drop)
    }

    #[pyfunction]
    fn getsid(pid: i32, vm: &VirtualMachine) -> PyResult<u32> {
        group_of(Syscall::Getsid { pid: process(pid, vm)? }, vm)
    }

    #[pyfunction]
    fn setsid(vm: &VirtualMachine) -> PyResult<()> {
        call(vm, Syscall::Setsid).map(drop)
    }

    #[pyfunction]
    fn sched_yield(vm: &VirtualMachine) {
        vm.allow_threads(green::yield_now);
    }

    #[derive(FromArgs)]
    struct ExitArgs {
        #[pyarg(any)]
        status: i32,
    }

    #[pyfunction]
    fn _exit(args: ExitArgs) {
        let status = u8::try_from(args.status & 0xff).unwrap_or(u8::MAX);
        syscalls::exit(ExitStatus::Exited(status));
    }

    #[pyfunction]
    fn abort() {
        syscalls::exit(ExitStatus::Signaled(Signal::ABRT));
    }

    fn signal_of(number: i32, vm: &VirtualMachine) -> PyResult<Option<Signal>> {
        match u8::try_from(number) {
            Ok(0) => Ok(None),
            Ok(number) if usize::from(number) < signals::NSIG => Ok(Some(Signal(number))),
            _ => Err(os_error(vm, Errno::EINVAL)),
        }
    }

    /// A signal to oneself is delivered before `kill` returns, as POSIX asks.
    #[pyfunction]
    fn kill(pid: i32, signal: i32, vm: &VirtualMachine) -> PyResult<()> {
        let signal = signal_of(signal, vm)?;
        if pid == own_pid() {
            let Some(signal) = signal else { return Ok(()) };
            if signal == Signal::KILL {
                syscalls::exit(ExitStatus::Signaled(signal));
            }
            signals::send_to_self(signal);
            return signals::run_pending(vm);
        }
        let target = match pid {
            0 => KillTarget::Group(None),
            -1 => KillTarget::All,
            pid if pid > 0 => KillTarget::Process(Pid(pid.cast_unsigned())),
            group => KillTarget::Group(Some(Pid(group.unsigned_abs()))),
        };
        call(vm, Syscall::Kill { target, signal: signal.unwrap_or(Signal(0)) })?;
        signals::run_pending(vm)
    }

    #[pyfunction]
    fn killpg(pgid: i32, signal: i32, vm: &VirtualMachine) -> PyResult<()> {
        let signal = signal_of(signal, vm)?.unwrap_or(Signal(0));
        let group = match u32::try_from(pgid) {
            Ok(0) => None,
            Ok(group) => Some(Pid(group)),
            Err(_) => return Err(os_error(vm, Errno::EINVAL)),
        };
        call(vm, Syscall::Kill { target: KillTarget::Group(group), signal })?;
        signals::run_pending(vm)
    }

    /// How Linux packs the end of a process into a number.
    fn packed(status: WaitStatus) -> i32 {
        match status {
            WaitStatus::Exited(code) => i32::from(code) << 8,
            WaitStatus::Signaled(signal) => i32::from(signal.0),
        }
    }

    #[pyfunction]
    fn waitpid(pid: i32, options: i32, vm: &VirtualMachine) -> PyResult<(i32, i32)> {
        let who = match pid {
            -1 => WaitFor::Any,
            0 => WaitFor::Group(Pid(getpgrp(vm)?)),
            pid if pid > 0 => WaitFor::Child(Pid(pid.cast_unsigned())),
            group => WaitFor::Group(Pid(group.unsigned_abs())),
        };
        let no_hang = options & 1 != 0;
        match call(vm, Syscall::Waitpid { who, no_hang })? {
            Reply::Waited(Some((pid, status))) => Ok((pid.0.cast_signed(), packed(status))),
            Reply::Waited(None) => Ok((0, 0)),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    #[pyfunction]
    fn wait(vm: &VirtualMachine) -> PyResult<(i32, i32)> {
        waitpid(-1, 0, vm)
    }

    #[pyfunction(name = "WIFEXITED")]
    fn has_exited(status: i32) -> bool {
        status & 0x7f == 0
    }

    #[pyfunction(name = "WEXITSTATUS")]
    fn exit_status(status: i32) -> i32 {
        (status >> 8) & 0xff
    }

    #[pyfunction(name = "WIFSIGNALED")]
    fn was_signaled(status: i32) -> bool {
        !matches!(status & 0x7f, 0 | 0x7f)
    }

    #[pyfunction(name = "WTERMSIG")]
    fn ending_signal(status: i32) -> i32 {
        status & 0x7f
    }

    #[pyfunction(name = "WIFSTOPPED")]
    fn is_stopped(status: i32) -> bool {
        status & 0xff == 0x7f
    }

    #[pyfunction(name = "WSTOPSIG")]
    fn stopping_signal(status: i32) -> i32 {
        (status >> 8) & 0xff
    }

    #[pyfunction(name = "WIFCONTINUED")]
    fn has_continued(status: i32) -> bool {
        status == 0xffff
    }

    #[pyfunction(name = "WCOREDUMP")]
    fn dumped_core(_status: i32) -> bool {
        false
    }

    #[derive(FromArgs)]
    struct WaitStatusArgs {
        #[pyarg(any)]
        status: i32,
    }

    #[pyfunction]
    fn waitstatus_to_exitcode(args: WaitStatusArgs, vm: &VirtualMachine) -> PyResult<i32> {
        let status = args.status;
        if has_exited(status) {
            return Ok(exit_status(status));
        }
        if was_signaled(status) {
            return Ok(-ending_signal(status));
        }
        Err(vm.new_value_error(format!("invalid wait status: {status}")))
    }

    fn no_exec(vm: &VirtualMachine) -> PyResult<()> {
        let reason =
            "a process cannot become another program here; start a new one with subprocess";
        Err(os_error_because(vm, Errno::ENOSYS, reason))
    }

    #[pyfunction]
    fn execv(_args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_exec(vm)
    }

    #[pyfunction]
    fn execve(_args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        no_exec(vm)
    }

    #[pyfunction]
    fn nice(_increment: i32) -> i32 {
        0
    }
}
