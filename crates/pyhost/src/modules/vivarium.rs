//! Owns `_vivarium`: what the Python parts of ours (`python/`) need of the native ones and no
//! module of CPython's offers. Learners have no business with it.

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "_vivarium")]
mod decl {
    use rustpython_vm::{
        PyObjectRef, PyResult, VirtualMachine, builtins::PyTupleRef, types::PyStructSequence,
    };
    use vivarium_protocol::{Fd, OpenFlags, Reply, Syscall};

    use crate::syscalls::{self, call, descriptor};

    #[pystruct_sequence_data]
    struct UserData {
        pw_name: PyObjectRef,
        pw_passwd: PyObjectRef,
        pw_uid: PyObjectRef,
        pw_gid: PyObjectRef,
        pw_gecos: PyObjectRef,
        pw_dir: PyObjectRef,
        pw_shell: PyObjectRef,
    }

    #[pyattr]
    #[pystruct_sequence(name = "struct_passwd", module = "pwd", data = "UserData")]
    struct User;

    #[pyclass(with(PyStructSequence))]
    impl User {}

    #[pystruct_sequence_data]
    struct GroupData {
        gr_name: PyObjectRef,
        gr_passwd: PyObjectRef,
        gr_gid: PyObjectRef,
        gr_mem: PyObjectRef,
    }

    #[pyattr]
    #[pystruct_sequence(name = "struct_group", module = "grp", data = "GroupData")]
    struct Group;

    #[pyclass(with(PyStructSequence))]
    impl Group {}

    #[pystruct_sequence_data]
    struct UsageData {
        ru_utime: PyObjectRef,
        ru_stime: PyObjectRef,
        ru_maxrss: PyObjectRef,
        ru_ixrss: PyObjectRef,
        ru_idrss: PyObjectRef,
        ru_isrss: PyObjectRef,
        ru_minflt: PyObjectRef,
        ru_majflt: PyObjectRef,
        ru_nswap: PyObjectRef,
        ru_inblock: PyObjectRef,
        ru_oublock: PyObjectRef,
        ru_msgsnd: PyObjectRef,
        ru_msgrcv: PyObjectRef,
        ru_nsignals: PyObjectRef,
        ru_nvcsw: PyObjectRef,
        ru_nivcsw: PyObjectRef,
    }

    #[pyattr]
    #[pystruct_sequence(name = "struct_rusage", module = "resource", data = "UsageData")]
    struct Usage;

    #[pyclass(with(PyStructSequence))]
    impl Usage {}

    /// Draws the schedule of the threads from another seed from here on; in lockstep alone.
    #[pyfunction]
    fn reseed(seed: u32) {
        if matches!(syscalls::current().program().mode, vivarium_protocol::Mode::Lockstep { .. }) {
            green::reseed(green::Config::lockstep(u64::from(seed)));
        }
    }

    #[pyfunction]
    fn duplicate(fd: i32, min: u32, cloexec: bool, vm: &VirtualMachine) -> PyResult<u32> {
        let fd = descriptor(vm, fd)?;
        let reply = call(vm, Syscall::Dup { fd, min: Fd(min), cloexec })?;
        syscalls::fd(vm, reply).map(|fd| fd.0)
    }

    #[pyfunction]
    fn get_flags(fd: i32, vm: &VirtualMachine) -> PyResult<u32> {
        let reply = call(vm, Syscall::GetFlags { fd: descriptor(vm, fd)? })?;
        syscalls::count(vm, reply)
    }

    #[pyfunction]
    fn set_flags(fd: i32, flags: u32, vm: &VirtualMachine) -> PyResult<()> {
        let fd = descriptor(vm, fd)?;
        call(vm, Syscall::SetFlags { fd, flags: OpenFlags(flags) }).map(drop)
    }

    /// Columns and rows of a terminal.
    #[pyfunction]
    fn window_size(fd: i32, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        match call(vm, Syscall::WindowSize { fd: descriptor(vm, fd)? })? {
            Reply::WindowSize { columns, rows } => Ok(vm.new_tuple((columns, rows))),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }
}
