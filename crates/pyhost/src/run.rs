//! Owns the life of one program: `argv` as after `python`, its main module, its exit status.
//!
//! User code is entered from here, not from Python, so that its first frame is the first frame.
//! The rest of CPython's `main` is `python/_vivarium_main.py`.

use rustpython_vm::builtins::PyCode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};
use vivarium_protocol::{ExitStatus, Mode, Signal};

use crate::boot::Python;
use crate::syscalls::{self, Syscalls};
use crate::{io, shared, trace};

impl Python {
    /// Runs the program that `syscalls` names, and ends the interpreter.
    pub fn run(&self, syscalls: &'static dyn Syscalls) -> ExitStatus {
        syscalls::install(syscalls);
        let Some(interpreter) = self.interpreter.take() else {
            return ExitStatus::Crashed { message: "a process runs one program".into() };
        };
        let mut status = 1;
        let exit_code = interpreter.run(|vm| {
            status = program(vm)?;
            Ok(())
        });
        shared::publish();
        let status = if status == 0 { i32::try_from(exit_code).unwrap_or(1) } else { status };
        exit_status(status)
    }
}

/// Runs the program; returns its status, negative for a signal.
fn program(vm: &VirtualMachine) -> PyResult<i32> {
    io::install_stdio(vm)?;
    let driver = vm.import("_vivarium_main", 0)?;
    let program = syscalls::current().program();
    let argv: Vec<PyObjectRef> =
        program.argv.iter().map(|arg| vm.ctx.new_str(arg.as_str()).into()).collect();
    let env = vm.ctx.new_dict();
    for (name, value) in &program.env {
        env.set_item(name.as_str(), vm.ctx.new_str(value.as_str()).into(), vm)?;
    }
    if program.traced {
        trace::begin(vm)?;
    }
    let start = driver.get_attr("start", vm)?;
    let mut status = match start.call((vm.ctx.new_list(argv), env), vm) {
        Ok(plan) => match run_program(vm, &plan) {
            Ok(()) => 0,
            Err(error) => report(vm, &driver, error.into())?,
        },
        // Raised by the driver: its own frames are no part of the program.
        Err(error) => {
            error.set_traceback(None);
            report(vm, &driver, error.into())?
        }
    };
    if driver.get_attr("stays_interactive", vm)?.call((), vm)?.is_true(vm)? {
        let code = driver.get_attr("interact", vm)?.call((), vm)?;
        status = code.try_into_value(vm)?;
    }
    Ok(status)
}

/// Has the seed begin with the program's own first bytecode, so that the schedule does not depend
/// on how it was started: with a prompt to follow, at a terminal, recorded.
fn run_program(vm: &VirtualMachine, plan: &PyObjectRef) -> PyResult<()> {
    let program = syscalls::current().program();
    if let (Mode::Lockstep { seed, .. }, None) = (program.mode, &program.schedule) {
        green::reseed(green::Config::lockstep(u64::from(seed.0)));
    }
    carry_out(vm, plan)
}

/// Runs a code object in `__main__`, or calls a function with its arguments.
fn carry_out(vm: &VirtualMachine, plan: &PyObjectRef) -> PyResult<()> {
    if vm.is_none(plan) {
        return Ok(());
    }
    if let Some(code) = plan.downcast_ref::<PyCode>() {
        let scope = Scope::with_builtins(None, vm.main_namespace()?, vm);
        return vm.run_code_obj(code.to_owned(), scope).map(drop);
    }
    let (function, arguments): (PyObjectRef, PyObjectRef) =
        (plan.get_item(&0_usize, vm)?, plan.get_item(&1_usize, vm)?);
    let arguments: Vec<PyObjectRef> = arguments.try_to_value(vm)?;
    function.call(arguments, vm).map(drop)
}

/// Prints an exception that reached the top as CPython does; returns the exit status.
fn report(vm: &VirtualMachine, driver: &PyObjectRef, error: PyObjectRef) -> PyResult<i32> {
    driver.get_attr("report", vm)?.call((error,), vm)?.try_into_value(vm)
}

fn exit_status(status: i32) -> ExitStatus {
    match u8::try_from(-status) {
        Ok(signal) if status < 0 => ExitStatus::Signaled(Signal(signal)),
        _ => ExitStatus::Exited((status & 0xFF) as u8),
    }
}
