//! Owns the exceptions of `_socket` that are no plain `OSError`.

pub(super) use decl as part;

use rustpython_vm::{
    PyObjectRef, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyTypeRef},
};

use super::constants::Unresolved;

/// What a learner whose program looks for the Internet should know.
const NOTE: &str = "There is no Internet here: this page has a network of its own, and programs \
                    of this page are all it reaches.";

/// Adds the note about this page's network.
pub(super) fn note(vm: &VirtualMachine, error: &PyBaseExceptionRef) {
    // Without the note it is still the right exception.
    let _ = error.add_note(vm.ctx.new_str(NOTE), vm);
}

fn make(vm: &VirtualMachine, class: PyTypeRef, number: i32, text: &str) -> PyBaseExceptionRef {
    let args: Vec<PyObjectRef> = vec![vm.ctx.new_int(number).into(), vm.ctx.new_str(text).into()];
    vm.invoke_exception(&class, args).unwrap_or_else(|failure| failure)
}

/// Why a name has no address.
pub(super) fn unresolved(vm: &VirtualMachine, reason: Unresolved) -> PyBaseExceptionRef {
    let error = make(vm, decl::gaierror(vm), reason.number(), reason.message());
    if reason == Unresolved::NoName {
        note(vm, &error);
    }
    error
}

/// Why an address has no name.
pub(super) fn unknown_host(vm: &VirtualMachine) -> PyBaseExceptionRef {
    make(vm, decl::herror(vm), 1, "Unknown host")
}

#[rustpython_vm::pymodule(sub, name = "_socket")]
pub(super) mod decl {
    use rustpython_vm::{VirtualMachine, builtins::PyTypeRef};

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    #[pyattr]
    fn timeout(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.timeout_error.to_owned()
    }

    #[pyattr(once)]
    pub(crate) fn herror(vm: &VirtualMachine) -> PyTypeRef {
        let base = vm.ctx.exceptions.os_error.to_owned();
        vm.ctx.new_exception_type("socket", "herror", Some(vec![base]))
    }

    #[pyattr(once)]
    pub(crate) fn gaierror(vm: &VirtualMachine) -> PyTypeRef {
        let base = vm.ctx.exceptions.os_error.to_owned();
        vm.ctx.new_exception_type("socket", "gaierror", Some(vec![base]))
    }
}
