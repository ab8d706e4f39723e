//! Owns the part of `posix` that works on open files: open, read, write, seek, pipes, copies.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(super) mod decl {
    use rustpython_vm::{
        FromArgs, PyObjectRef, PyResult, VirtualMachine,
        builtins::PyBytesRef,
        function::{ArgBytesLike, ArgMemoryBuffer},
    };
    use vivarium_protocol::{Bytes, Errno, Fd, OpenFlags, Reply, Syscall, Whence};

    use crate::{
        modules::args::{DirFd, PathArg, PathOrFd},
        syscalls::{self, call, call_named, descriptor, os_error, os_error_because},
    };

    /// The most bytes one system call carries; more are read and written in parts.
    const MAX_TRANSFER: usize = 16 << 20;

    #[derive(FromArgs)]
    struct OpenArgs {
        #[pyarg(any)]
        path: PathArg,
        #[pyarg(any)]
        flags: i32,
        #[pyarg(any, default = 0o777)]
        mode: i32,
        #[pyarg(named, default)]
        dir_fd: DirFd,
    }

    /// New descriptors are not inherited (PEP 446).
    #[pyfunction]
    fn open(args: OpenArgs, vm: &VirtualMachine) -> PyResult<u32> {
        vm.audit("open", || (args.path.object.clone(), vm.ctx.none(), args.flags))?;
        let flags = OpenFlags(args.flags.cast_unsigned() | OpenFlags::CLOEXEC);
        let mode = args.mode.cast_unsigned();
        let open = Syscall::Open { at: args.dir_fd.0, path: args.path.text, flags, mode };
        let reply = call_named(vm, open, &args.path.object)?;
        syscalls::fd(vm, reply).map(|fd| fd.0)
    }

    #[derive(FromArgs)]
    struct FdArgs {
        #[pyarg(any)]
        fd: i32,
    }

    #[pyfunction]
    fn close(args: FdArgs, vm: &VirtualMachine) -> PyResult<()> {
        let fd = descriptor(vm, args.fd)?;
        call(vm, Syscall::Close { fd }).map(drop)
    }

    #[pyfunction]
    fn closerange(fd_low: i32, fd_high: i32) {
        for fd in fd_low.max(0)..fd_high.min(4096) {
            let _ = syscalls::quick(Syscall::Close { fd: Fd(fd.cast_unsigned()) });
        }
    }

    /// Every file is in memory: there is nothing to wait for.
    #[pyfunction]
    fn fsync(fd: crate::modules::args::Fileno, vm: &VirtualMachine) -> PyResult<()> {
        call(vm, Syscall::GetFlags { fd: descriptor(vm, fd.0)? }).map(drop)
    }

    #[pyfunction]
    fn fdatasync(fd: crate::modules::args::Fileno, vm: &VirtualMachine) -> PyResult<()> {
        fsync(fd, vm)
    }

    #[pyfunction]
    fn sync() {}

    fn read_some(fd: i32, length: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let fd = descriptor(vm, fd)?;
        let len = u32::try_from(length.min(MAX_TRANSFER)).unwrap_or(u32::MAX);
        let reply = call(vm, Syscall::Read { fd, len })?;
        syscalls::data(vm, reply)
    }

    fn length_of(length: isize, vm: &VirtualMachine) -> PyResult<usize> {
        usize::try_from(length).map_err(|_| os_error(vm, Errno::EINVAL))
    }

    #[pyfunction]
    fn read(fd: i32, length: isize, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        let length = length_of(length, vm)?;
        read_some(fd, length, vm).map(|bytes| vm.ctx.new_bytes(bytes))
    }

    #[pyfunction]
    fn readinto(fd: i32, buffer: ArgMemoryBuffer, vm: &VirtualMachine) -> PyResult<usize> {
        let bytes = read_some(fd, buffer.len(), vm)?;
        buffer.with_ref(|target| target[..bytes.len()].copy_from_slice(&bytes));
        Ok(bytes.len())
    }

    #[pyfunction]
    fn write(fd: i32, data: ArgBytesLike, vm: &VirtualMachine) -> PyResult<u32> {
        let fd = descriptor(vm, fd)?;
        let data = data.with_ref(|bytes| Bytes(bytes[..bytes.len().min(MAX_TRANSFER)].to_vec()));
        let reply = call(vm, Syscall::Write { fd, data })?;
        syscalls::count(vm, reply)
    }

    fn offset_of(offset: i64, vm: &VirtualMachine) -> PyResult<u32> {
        u32::try_from(offset).map_err(|_| os_error(vm, Errno::EINVAL))
    }

    #[pyfunction]
    fn pread(fd: i32, length: isize, offset: i64, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        let (fd, offset) = (descriptor(vm, fd)?, offset_of(offset, vm)?);
        let len = u32::try_from(length_of(length, vm)?.min(MAX_TRANSFER)).unwrap_or(u32::MAX);
        let reply = call(vm, Syscall::Pread { fd, len, offset })?;
        syscalls::data(vm, reply).map(|bytes| vm.ctx.new_bytes(bytes))
    }

    #[pyfunction]
    fn pwrite(fd: i32, data: ArgBytesLike, offset: i64, vm: &VirtualMachine) -> PyResult<u32> {
        let (fd, offset) = (descriptor(vm, fd)?, offset_of(offset, vm)?);
        let data = data.with_ref(|bytes| Bytes(bytes.to_vec()));
        let reply = call(vm, Syscall::Pwrite { fd, data, offset })?;
        syscalls::count(vm, reply)
    }

    #[pyfunction]
    fn readv(fd: i32, buffers: Vec<ArgMemoryBuffer>, vm: &VirtualMachine) -> PyResult<usize> {
        let wanted = buffers.iter().map(ArgMemoryBuffer::len).sum();
        let bytes = read_some(fd, wanted, vm)?;
        let mut rest = bytes.as_slice();
        for buffer in buffers {
            let (now, later) = rest.split_at(rest.len().min(buffer.len()));
            buffer.with_ref(|target| target[..now.len()].copy_from_slice(now));
            rest = later;
        }
        Ok(bytes.len())
    }

    #[pyfunction]
    fn writev(fd: i32, buffers: Vec<ArgBytesLike>, vm: &VirtualMachine) -> PyResult<u32> {
        let fd = descriptor(vm, fd)?;
        let mut data = Vec::new();
        for buffer in buffers {
            buffer.with_ref(|bytes| data.extend_from_slice(bytes));
        }
        let reply = call(vm, Syscall::Write { fd, data: Bytes(data) })?;
        syscalls::count(vm, reply)
    }

    #[pyfunction]
    fn lseek(fd: i32, position: i64, whence: i32, vm: &VirtualMachine) -> PyResult<u32> {
        let fd = descriptor(vm, fd)?;
        let whence = match whence {
            0 => Whence::Set,
            1 => Whence::Current,
            2 => Whence::End,
            _ => return Err(os_error(vm, Errno::EINVAL)),
        };
        let reply = call(vm, Syscall::Seek { fd, offset: position, whence })?;
        syscalls::count(vm, reply)
    }

    fn truncate_fd(fd: i32, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let fd = descriptor(vm, fd)?;
        let len = match u32::try_from(length) {
            Ok(len) => len,
            Err(_) if length < 0 => return Err(os_error(vm, Errno::EINVAL)),
            Err(_) => return Err(os_error(vm, Errno::EFBIG)),
        };
        call(vm, Syscall::Truncate { fd, len }).map(drop)
    }

    #[pyfunction]
    fn ftruncate(fd: i32, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        truncate_fd(fd, length, vm)
    }

    #[derive(FromArgs)]
    struct TruncateArgs {
        #[pyarg(any)]
        path: PathOrFd,
        #[pyarg(any)]
        length: i64,
    }

    #[pyfunction]
    fn truncate(args: TruncateArgs, vm: &VirtualMachine) -> PyResult<()> {
        let path = match args.path {
            PathOrFd::Fd(fd) => return truncate_fd(fd, args.length, vm),
            PathOrFd::Path(path) => path,
        };
        let flags = OpenFlags(OpenFlags::WRONLY | OpenFlags::CLOEXEC);
        let open = Syscall::Open { at: None, path: path.text, flags, mode: 0 };
        let reply = call_named(vm, open, &path.object)?;
        let fd = syscalls::fd(vm, reply)?;
        let done = truncate_fd(fd.0.cast_signed(), args.length, vm);
        let _ = syscalls::quick(Syscall::Close { fd });
        done
    }

    #[pyfunction]
    fn posix_fallocate(fd: i32, offset: i64, length: i64, vm: &VirtualMachine) -> PyResult<()> {
        let reply = call(vm, Syscall::Fstat { fd: descriptor(vm, fd)? })?;
        let size = i64::from(syscalls::metadata(vm, reply)?.size);
        if offset < 0 || length <= 0 {
            return Err(os_error(vm, Errno::EINVAL));
        }
        if offset.saturating_add(length) > size {
            truncate_fd(fd, offset.saturating_add(length), vm)?;
        }
        Ok(())
    }

    fn make_pipe(flags: u32, vm: &VirtualMachine) -> PyResult<(u32, u32)> {
        match call(vm, Syscall::Pipe { flags: OpenFlags(flags) })? {
            Reply::Pair(reader, writer) => Ok((reader.0, writer.0)),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    #[pyfunction]
    fn pipe(vm: &VirtualMachine) -> PyResult<(u32, u32)> {
        make_pipe(OpenFlags::CLOEXEC, vm)
    }

    #[pyfunction]
    fn pipe2(flags: i32, vm: &VirtualMachine) -> PyResult<(u32, u32)> {
        make_pipe(flags.cast_unsigned(), vm)
    }

    #[pyfunction]
    fn dup(fd: i32, vm: &VirtualMachine) -> PyResult<u32> {
        let fd = descriptor(vm, fd)?;
        let reply = call(vm, Syscall::Dup { fd, min: Fd(0), cloexec: true })?;
        syscalls::fd(vm, reply).map(|fd| fd.0)
    }

    #[derive(FromArgs)]
    struct Dup2Args {
        #[pyarg(any)]
        fd: i32,
        #[pyarg(any)]
        fd2: i32,
        #[pyarg(any, default = true)]
        inheritable: bool,
    }

    #[pyfunction]
    fn dup2(args: Dup2Args, vm: &VirtualMachine) -> PyResult<u32> {
        let (fd, to) = (descriptor(vm, args.fd)?, descriptor(vm, args.fd2)?);
        let reply = call(vm, Syscall::Dup2 { fd, to, cloexec: !args.inheritable })?;
        syscalls::fd(vm, reply).map(|fd| fd.0)
    }

    #[pyfunction]
    fn get_inheritable(fd: i32, vm: &VirtualMachine) -> PyResult<bool> {
        let reply = call(vm, Syscall::GetCloexec { fd: descriptor(vm, fd)? })?;
        syscalls::count(vm, reply).map(|flags| flags == 0)
    }

    #[pyfunction]
    fn set_inheritable(fd: i32, inheritable: i32, vm: &VirtualMachine) -> PyResult<()> {
        let fd = descriptor(vm, fd)?;
        call(vm, Syscall::SetCloexec { fd, cloexec: inheritable == 0 }).map(drop)
    }

    fn flags_of(fd: i32, vm: &VirtualMachine) -> PyResult<u32> {
        let reply = call(vm, Syscall::GetFlags { fd: descriptor(vm, fd)? })?;
        syscalls::count(vm, reply)
    }

    #[pyfunction]
    fn get_blocking(fd: i32, vm: &VirtualMachine) -> PyResult<bool> {
        flags_of(fd, vm).map(|flags| flags & OpenFlags::NONBLOCK == 0)
    }

    #[pyfunction]
    fn set_blocking(fd: i32, blocking: bool, vm: &VirtualMachine) -> PyResult<()> {
        let before = flags_of(fd, vm)?;
        let flags = match blocking {
            true => before & !OpenFlags::NONBLOCK,
            false => before | OpenFlags::NONBLOCK,
        };
        let fd = descriptor(vm, fd)?;
        call(vm, Syscall::SetFlags { fd, flags: OpenFlags(flags) }).map(drop)
    }

    #[pyfunction]
    fn isatty(fd: i32) -> bool {
        u32::try_from(fd)
            .is_ok_and(|fd| syscalls::quick(Syscall::WindowSize { fd: Fd(fd) }).is_ok())
    }

    #[pyfunction]
    fn ttyname(fd: i32, vm: &VirtualMachine) -> PyResult<&'static str> {
        if isatty(fd) { Ok("/dev/tty") } else { Err(os_error(vm, Errno::ENOTTY)) }
    }

    #[pyfunction]
    fn lockf(_fd: i32, _command: i32, _length: i64, vm: &VirtualMachine) -> PyResult<()> {
        Err(os_error_because(vm, Errno::ENOSYS, "file locks do not exist in this file system"))
    }

    #[pyfunction]
    fn device_encoding(fd: i32, vm: &VirtualMachine) -> PyObjectRef {
        if isatty(fd) { vm.ctx.new_str("utf-8").into() } else { vm.ctx.none() }
    }
}
