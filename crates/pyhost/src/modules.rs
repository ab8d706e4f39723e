//! Owns the list of native modules that take the place of the VM's own, or that it lacks.

pub mod args;
mod file_io;
pub(crate) mod lacking;
mod mmap;
mod posix;
mod posix_shmem;
mod posix_subprocess;
mod select;
mod semaphore;
mod signal;
mod socket;
mod time;
pub(crate) mod trace;
mod vivarium;

pub(crate) use select::forget as forget_descriptor;

use rustpython_vm::{
    Context, Py, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyModule, PyModuleDef, PyTypeRef},
};

/// The definitions of all native modules; each replaces the VM's module of the same name.
pub fn all(ctx: &Context) -> Vec<&'static PyModuleDef> {
    vec![
        crate::errors::module_def(ctx),
        file_io::module_def(ctx),
        lacking::module_def(ctx),
        crate::packs::module_def(ctx),
        mmap::module_def(ctx),
        posix::module_def(ctx),
        posix_shmem::module_def(ctx),
        posix_subprocess::module_def(ctx),
        semaphore::module_def(ctx),
        select::module_def(ctx),
        signal::module_def(ctx),
        socket::module_def(ctx),
        time::module_def(ctx),
        trace::module_def(ctx),
        vivarium::module_def(ctx),
    ]
}

/// Gives a module its numbers.
fn set_constants(
    module: &Py<PyModule>,
    constants: &[(&'static str, i64)],
    vm: &VirtualMachine,
) -> PyResult<()> {
    for (name, value) in constants {
        let value: PyObjectRef = vm.ctx.new_int(*value).into();
        module.set_attr(vm.ctx.intern_str(*name), value, vm)?;
    }
    Ok(())
}

/// The class of raw files; its module must have been imported.
pub(crate) fn file_io_class() -> PyTypeRef {
    file_io::class()
}

/// The number of the one user, and of its one group.
pub(crate) fn posix_user_id() -> u32 {
    posix::user_id()
}
