//! Owns `_posixshmem`: shared memory objects by name, which are files in `/dev/shm`.

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "_posixshmem")]
mod decl {
    use rustpython_vm::{FromArgs, PyResult, VirtualMachine, builtins::PyUtf8StrRef};
    use vivarium_protocol::{Errno, OpenFlags, Syscall};

    use crate::syscalls::{self, call_named, os_error_named};

    #[derive(FromArgs)]
    struct OpenArgs {
        #[pyarg(any)]
        path: PyUtf8StrRef,
        #[pyarg(any)]
        flags: i32,
        #[pyarg(any, default = 0o777)]
        mode: u32,
    }

    /// The file of a name, which begins with a slash and has no other.
    fn file(name: &PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<String> {
        let text = name.as_str();
        if text.contains('\0') {
            return Err(vm.new_value_error("embedded null character"));
        }
        let bare = text.strip_prefix('/').unwrap_or(text);
        if bare.is_empty() || bare.contains('/') || bare == "." || bare == ".." {
            return Err(os_error_named(vm, Errno::EINVAL, Some(&name.clone().into()), None));
        }
        Ok(format!("/dev/shm/{bare}"))
    }

    #[pyfunction]
    fn shm_open(args: OpenArgs, vm: &VirtualMachine) -> PyResult<u32> {
        let path = file(&args.path, vm)?;
        let flags = OpenFlags(args.flags.cast_unsigned() | OpenFlags::CLOEXEC);
        let open = Syscall::Open { at: None, path, flags, mode: args.mode };
        let reply = call_named(vm, open, &args.path.into())?;
        syscalls::fd(vm, reply).map(|fd| fd.0)
    }

    #[derive(FromArgs)]
    struct UnlinkArgs {
        #[pyarg(any)]
        path: PyUtf8StrRef,
    }

    #[pyfunction]
    fn shm_unlink(args: UnlinkArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = file(&args.path, vm)?;
        call_named(vm, Syscall::Unlink { at: None, path }, &args.path.into()).map(drop)
    }
}
