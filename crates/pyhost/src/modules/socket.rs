//! Owns the module `_socket` over the system calls for sockets: how its parts make one module.
//!
//! The parts lie below: the class, names and addresses, byte orders. What a socket does is the
//! system's business.

mod address;
mod constants;
mod errors;
mod names;
mod numbers;
mod object;
mod options;
mod services;
mod transfer;

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(
    name = "_socket",
    with(errors::part, names::part, numbers::part, object::part)
)]
mod decl {
    use rustpython_vm::{Py, PyResult, VirtualMachine, builtins::PyModule};

    use super::constants::CONSTANTS;

    #[pyattr(name = "has_ipv6")]
    const HAS_IPV6: bool = true;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        crate::modules::set_constants(module, CONSTANTS, vm)
    }
}
