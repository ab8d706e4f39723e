//! Owns functions of the VM's own modules `_thread` and `sys` that it lacks on this target, or that differ from CPython's.

pub(crate) use decl::module_def;

use rustpython_vm::{PyResult, VirtualMachine};

/// Puts the functions where programs look for them; before `threading` is imported.
pub(crate) fn install(vm: &VirtualMachine) -> PyResult<()> {
    let ours = vm.import("_vivarium_lacking", 0)?;
    let thread = vm.import("_thread", 0)?;
    // A green thread has no number of the system's; its own serves.
    thread.set_attr("get_native_id", thread.get_attr("get_ident", vm)?, vm)?;
    thread.set_attr("interrupt_main", ours.get_attr("interrupt_main", vm)?, vm)?;
    vm.sys_module.set_attr("setswitchinterval", ours.get_attr("setswitchinterval", vm)?, vm)
}

#[rustpython_vm::pymodule(name = "_vivarium_lacking")]
mod decl {
    use rustpython_vm::{
        PyResult, VirtualMachine,
        function::{ArgIntoFloat, OptionalArg},
    };
    use vivarium_protocol::{Mode, Signal};

    use crate::{
        signals::{self, Action},
        syscalls,
    };

    /// Seconds that a bytecode takes, about: 20,000 of them are a slice of 5 ms.
    const SECONDS_PER_BYTECODE: f64 = 0.25e-6;

    /// As if a signal had come; one without a handler in Python does nothing.
    #[pyfunction]
    fn interrupt_main(number: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<()> {
        let number = u8::try_from(number.unwrap_or(2)).unwrap_or(0);
        if !(1..signals::NSIG).contains(&usize::from(number)) {
            return Err(vm.new_value_error("signal number out of range"));
        }
        if matches!(signals::action(Signal(number)), Action::Call(_)) {
            signals::raise(Signal(number));
        }
        Ok(())
    }

    /// Sets how long a thread runs before another one has its turn; takes whole numbers as well. In
    /// lockstep the seed decides that, and the number is only remembered.
    #[pyfunction]
    fn setswitchinterval(interval: ArgIntoFloat, vm: &VirtualMachine) -> PyResult<()> {
        let interval = interval.into_float();
        if !(interval > 0.0) {
            return Err(vm.new_value_error("switch interval must be strictly positive"));
        }
        vm.state.switch_interval.store(interval);
        if let Some(syscalls) = syscalls::try_current()
            && syscalls.program().mode == Mode::Live
        {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "`as` saturates, and the number is positive"
            )]
            let slice = (interval / SECONDS_PER_BYTECODE) as u32;
            green::reseed(green::Config { slice: slice.max(10), ..green::Config::LIVE });
        }
        Ok(())
    }
}
