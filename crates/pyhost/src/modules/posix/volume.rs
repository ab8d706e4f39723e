//! Owns the part of `posix` about the file system as a whole: `statvfs`.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(super) mod decl {
    use rustpython_vm::{FromArgs, PyResult, VirtualMachine, types::PyStructSequence};
    use vivarium_protocol::Syscall;

    use crate::{
        modules::args::PathOrFd,
        syscalls::{call, call_named, descriptor},
    };

    /// What the file system holds at most, and what it is said to have free: all is in memory.
    const BLOCK: u32 = 4096;
    const BLOCKS: u32 = (256 << 20) / BLOCK;
    const FILES: u32 = 100_000;

    #[pystruct_sequence_data]
    struct StatvfsData {
        f_bsize: u32,
        f_frsize: u32,
        f_blocks: u32,
        f_bfree: u32,
        f_bavail: u32,
        f_files: u32,
        f_ffree: u32,
        f_favail: u32,
        f_flag: u32,
        f_namemax: u32,
        #[pystruct_sequence(skip)]
        f_fsid: u32,
    }

    #[pyattr]
    #[pystruct_sequence(name = "statvfs_result", module = "os", data = "StatvfsData")]
    struct StatvfsResult;

    #[pyclass(with(PyStructSequence))]
    impl StatvfsResult {}

    #[derive(FromArgs)]
    struct StatvfsArgs {
        #[pyarg(any)]
        path: PathOrFd,
    }

    #[pyfunction]
    fn statvfs(args: StatvfsArgs, vm: &VirtualMachine) -> PyResult<StatvfsData> {
        match args.path {
            PathOrFd::Fd(fd) => call(vm, Syscall::Fstat { fd: descriptor(vm, fd)? })?,
            PathOrFd::Path(path) => {
                let stat = Syscall::Stat { at: None, path: path.text, follow: true };
                call_named(vm, stat, &path.object)?
            }
        };
        Ok(StatvfsData {
            f_bsize: BLOCK,
            f_frsize: BLOCK,
            f_blocks: BLOCKS,
            f_bfree: BLOCKS,
            f_bavail: BLOCKS,
            f_files: FILES,
            f_ffree: FILES,
            f_favail: FILES,
            f_flag: 0,
            f_namemax: 255,
            f_fsid: 0,
        })
    }

    #[derive(FromArgs)]
    struct FstatvfsArgs {
        #[pyarg(any)]
        fd: i32,
    }

    #[pyfunction]
    fn fstatvfs(args: FstatvfsArgs, vm: &VirtualMachine) -> PyResult<StatvfsData> {
        statvfs(StatvfsArgs { path: PathOrFd::Fd(args.fd) }, vm)
    }
}
