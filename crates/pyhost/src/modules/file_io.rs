//! Owns `FileIO`, the raw file below `open`'s buffers, over system calls.

mod mode;

pub(crate) use decl::{class, module_def};

#[rustpython_vm::pymodule(name = "_vivarium_file")]
mod decl {
    use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU8, Ordering::Relaxed};

    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine,
        builtins::{PyBaseExceptionRef, PyInt, PyStrRef, PyTypeRef},
        class::StaticType,
        function::{ArgBytesLike, ArgMemoryBuffer, FsPath, OptionalArg},
        recursion::ReprGuard,
        stdlib::_io::{
            _RawIOBase, io_closed_error, iobase_close, iobase_finalize, new_unsupported_operation,
        },
        types::{DefaultConstructor, Destructor, Initializer, Representable},
    };
    use vivarium_protocol::{Bytes, Errno, Fd, FileKind, OpenFlags, Reply, Syscall, Whence};

    use super::mode::Mode;
    use crate::{
        modules::args::PathArg,
        syscalls::{self, os_error_named},
    };

    /// The most bytes one system call carries.
    const MAX_TRANSFER: usize = 16 << 20;
    /// How much of a stream without a size is read at a time.
    const READ_ALL_STEP: usize = 64 << 10;
    /// No open file.
    const CLOSED: i32 = -1;
    /// Values of `FileIO::target`: a regular file (its end is where a read falls short), something
    /// that may be a terminal, anything else.
    const REGULAR: u8 = 0;
    const DEVICE: u8 = 1;
    const OTHER: u8 = 2;

    #[pyattr]
    #[pyclass(module = "_io", name = "FileIO", base = _RawIOBase)]
    #[derive(Debug)]
    pub(crate) struct FileIO {
        _base: _RawIOBase,
        fd: AtomicI32,
        mode: AtomicU8,
        closes_fd: AtomicBool,
        /// What it leads to, so that a file need not be asked what only a terminal can answer.
        target: AtomicU8,
        is_finalizing: AtomicBool,
    }

    /// The class, once its module is imported.
    pub(crate) fn class() -> PyTypeRef {
        FileIO::static_type().to_owned()
    }

    impl Default for FileIO {
        fn default() -> Self {
            Self {
                _base: _RawIOBase::default(),
                fd: AtomicI32::new(CLOSED),
                mode: AtomicU8::new(b'r'),
                closes_fd: AtomicBool::new(true),
                target: AtomicU8::new(OTHER),
                is_finalizing: AtomicBool::new(false),
            }
        }
    }

    impl DefaultConstructor for FileIO {}

    #[derive(FromArgs)]
    pub(crate) struct FileArgs {
        #[pyarg(any)]
        file: PyObjectRef,
        #[pyarg(any, optional)]
        mode: Option<PyStrRef>,
        #[pyarg(any, default = true)]
        closefd: bool,
        #[pyarg(any, optional)]
        opener: Option<PyObjectRef>,
    }

    impl Initializer for FileIO {
        type Args = FileArgs;

        fn init(zelf: &Py<Self>, args: FileArgs, vm: &VirtualMachine) -> PyResult<()> {
            let file = args.file;
            zelf.fd.store(CLOSED, Relaxed);
            let text = args.mode.map_or_else(|| "r".to_owned(), |mode| mode.to_string());
            let mode = Mode::parse(&text).map_err(|message| vm.new_value_error(message))?;
            zelf.mode.store(mode.to_bits(), Relaxed);
            zelf.closes_fd.store(args.closefd, Relaxed);
            let given = match file.downcast_ref::<PyInt>() {
                Some(number) => Some(number.try_to_primitive::<i32>(vm)?),
                None => None,
            };
            let fd = match given {
                Some(fd) if fd < 0 => return Err(vm.new_value_error("negative file descriptor")),
                Some(fd) => fd,
                None if !args.closefd => {
                    return Err(vm.new_value_error("Cannot use closefd=False with file name"));
                }
                None => open_named(&file, mode, args.opener, vm)?,
            };
            zelf.fd.store(fd, Relaxed);
            match check_open(fd, &file, vm) {
                Ok(target) => zelf.target.store(target, Relaxed),
                Err(error) => {
                    // A descriptor of the caller's stays the caller's.
                    if given.is_some() {
                        zelf.fd.store(CLOSED, Relaxed);
                    } else {
                        let _ = release(zelf);
                    }
                    return Err(error);
                }
            }
            zelf.as_object().set_attr("name", file, vm)?;
            if mode.appends() {
                let seek =
                    Syscall::Seek { fd: Fd(fd.cast_unsigned()), offset: 0, whence: Whence::End };
                let _ = syscalls::quick(seek);
            }
            Ok(())
        }
    }

    fn open_named(
        file: &PyObjectRef,
        mode: Mode,
        opener: Option<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<i32> {
        let flags = mode.flags();
        if let Some(opener) = opener.filter(|opener| !vm.is_none(opener)) {
            let fd = opener.call((file.clone(), flags), vm)?;
            if !fd.fast_isinstance(vm.ctx.types.int_type) {
                return Err(vm.new_type_error("expected integer from opener"));
            }
            let fd: i32 = fd.try_into_value(vm)?;
            if fd < 0 {
                return Err(vm.new_value_error(format!("opener returned {fd}")));
            }
            return Ok(fd);
        }
        let path: PyObjectRef = match FsPath::try_from_path_like(file.clone(), true, vm)? {
            FsPath::Str(text) => text.into(),
            FsPath::Bytes(bytes) => bytes.into(),
        };
        let path = PathArg::try_from_object(vm, path)?;
        vm.audit("open", || (path.object.clone(), mode.text(), flags))?;
        let open =
            Syscall::Open { at: None, path: path.text, flags: OpenFlags(flags), mode: 0o666 };
        let reply = syscalls::call_named(vm, open, &path.object)?;
        syscalls::fd(vm, reply).map(|fd| fd.0.cast_signed())
    }

    /// Refuses descriptors that are not open, and directories; says what the others lead to.
    fn check_open(fd: i32, file: &PyObjectRef, vm: &VirtualMachine) -> PyResult<u8> {
        let stat = Syscall::Fstat { fd: Fd(fd.cast_unsigned()) };
        let errno = match syscalls::quick(stat) {
            Ok(Reply::Metadata(metadata)) if metadata.kind == FileKind::Directory => Errno::EISDIR,
            Ok(Reply::Metadata(metadata)) => {
                return Ok(match metadata.kind {
                    FileKind::File => REGULAR,
                    FileKind::Device => DEVICE,
                    FileKind::Directory | FileKind::Symlink | FileKind::Pipe | FileKind::Socket => {
                        OTHER
                    }
                });
            }
            Err(Errno::EBADF) => Errno::EBADF,
            // What has no metadata can still be read and written.
            Ok(_) | Err(_) => return Ok(DEVICE),
        };
        Err(os_error_named(vm, errno, Some(file), None))
    }

    fn release(file: &FileIO) -> Result<(), Errno> {
        let fd = file.fd.swap(CLOSED, Relaxed);
        match u32::try_from(fd) {
            Ok(fd) => syscalls::quick(Syscall::Close { fd: Fd(fd) }).map(drop),
            Err(_) => Ok(()),
        }
    }

    impl FileIO {
        fn open_fd(&self, vm: &VirtualMachine) -> PyResult<Fd> {
            u32::try_from(self.fd.load(Relaxed)).map(Fd).map_err(|_| io_closed_error(vm))
        }

        fn mode_now(&self) -> Mode {
            Mode::from_bits(self.mode.load(Relaxed))
        }

        fn readable_fd(&self, vm: &VirtualMachine) -> PyResult<Fd> {
            let fd = self.open_fd(vm)?;
            if self.mode_now().reads() {
                Ok(fd)
            } else {
                Err(new_unsupported_operation("File not open for reading", vm))
            }
        }

        /// One `read`; `None` where nothing is there and the file does not block.
        fn read_some(&self, len: usize, vm: &VirtualMachine) -> PyResult<Option<Vec<u8>>> {
            let fd = self.readable_fd(vm)?;
            let len = u32::try_from(len.min(MAX_TRANSFER)).unwrap_or(u32::MAX);
            match syscalls::retry(vm, Syscall::Read { fd, len })? {
                Ok(reply) => syscalls::data(vm, reply).map(Some),
                Err(Errno::EAGAIN) => Ok(None),
                Err(errno) => Err(syscalls::os_error(vm, errno)),
            }
        }

        fn position(&self, vm: &VirtualMachine) -> PyResult<u32> {
            let fd = self.open_fd(vm)?;
            let reply =
                syscalls::call(vm, Syscall::Seek { fd, offset: 0, whence: Whence::Current })?;
            syscalls::count(vm, reply)
        }

        fn is_regular(&self) -> bool {
            self.target.load(Relaxed) == REGULAR
        }

        /// How much to ask for to get a regular file's rest at once, and to see that it ends.
        fn first_step(&self) -> usize {
            let fd = u32::try_from(self.fd.load(Relaxed)).ok().filter(|_| self.is_regular());
            let stat = fd.map(|fd| syscalls::quick(Syscall::Fstat { fd: Fd(fd) }));
            match stat {
                Some(Ok(Reply::Metadata(metadata))) => metadata.size as usize + 1,
                _ => READ_ALL_STEP,
            }
        }

        fn warn_unclosed(zelf: &Py<Self>, vm: &VirtualMachine) {
            let text = zelf.as_object().repr(vm);
            let text = text.map_or_else(|_| "<file>".to_owned(), |text| text.to_string());
            let warned = rustpython_vm::stdlib::_warnings::warn(
                vm.ctx.exceptions.resource_warning,
                format!("unclosed file {text}"),
                1,
                vm,
            );
            if let Err(error) = warned {
                vm.run_unraisable(error, None, zelf.as_object().to_owned());
            }
        }
    }

    /// A size where `None` and negative numbers mean all.
    struct Size(Option<usize>);

    impl TryFromObject for Size {
        fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
            if vm.is_none(&object) {
                return Ok(Self(None));
            }
            let size: isize = object.try_index(vm)?.try_to_primitive(vm)?;
            Ok(Self(usize::try_from(size).ok()))
        }
    }

    #[pyclass(
        with(rustpython_vm::types::Constructor, Initializer, Representable, Destructor),
        flags(BASETYPE, HAS_DICT, HAS_WEAKREF)
    )]
    impl FileIO {
        #[pygetset]
        fn closed(zelf: &Py<Self>) -> bool {
            zelf.fd.load(Relaxed) < 0
        }

        #[pygetset]
        fn closefd(zelf: &Py<Self>) -> bool {
            zelf.closes_fd.load(Relaxed)
        }

        #[pygetset]
        fn mode(zelf: &Py<Self>) -> &'static str {
            zelf.mode_now().text()
        }

        #[pygetset]
        fn _blksize(_zelf: &Py<Self>) -> usize {
            8192
        }

        #[pymethod]
        fn fileno(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
            zelf.open_fd(vm).map(|fd| fd.0)
        }

        #[pymethod]
        fn readable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.open_fd(vm).map(|_| zelf.mode_now().reads())
        }

        #[pymethod]
        fn writable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.open_fd(vm).map(|_| zelf.mode_now().writes())
        }

        #[pymethod]
        fn seekable(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            let fd = zelf.open_fd(vm)?;
            if zelf.is_regular() {
                return Ok(true);
            }
            Ok(syscalls::quick(Syscall::Seek { fd, offset: 0, whence: Whence::Current }).is_ok())
        }

        #[pymethod]
        fn isatty(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            let fd = zelf.open_fd(vm)?;
            if zelf.target.load(Relaxed) != DEVICE {
                return Ok(false);
            }
            Ok(syscalls::quick(Syscall::WindowSize { fd }).is_ok())
        }

        #[pymethod]
        fn _isatty_open_only(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Self::isatty(zelf, vm)
        }

        #[pymethod]
        fn read(zelf: &Py<Self>, size: OptionalArg<Size>, vm: &VirtualMachine) -> PyResult {
            match size {
                OptionalArg::Present(Size(Some(size))) => Ok(match zelf.read_some(size, vm)? {
                    Some(bytes) => vm.ctx.new_bytes(bytes).into(),
                    None => vm.ctx.none(),
                }),
                OptionalArg::Present(Size(None)) | OptionalArg::Missing => Self::readall(zelf, vm),
            }
        }

        #[pymethod]
        fn readall(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            zelf.readable_fd(vm)?;
            let mut all = Vec::new();
            let mut step = zelf.first_step();
            loop {
                match zelf.read_some(step, vm)? {
                    Some(bytes) => {
                        all.extend_from_slice(&bytes);
                        let is_end = bytes.is_empty()
                            || (zelf.is_regular() && bytes.len() < step.min(MAX_TRANSFER));
                        if is_end {
                            break;
                        }
                    }
                    None if all.is_empty() => return Ok(vm.ctx.none()),
                    None => break,
                }
                step = READ_ALL_STEP;
            }
            Ok(vm.ctx.new_bytes(all).into())
        }

        #[pymethod]
        fn readinto(
            zelf: &Py<Self>,
            buffer: ArgMemoryBuffer,
            vm: &VirtualMachine,
        ) -> PyResult<Option<usize>> {
            let Some(bytes) = zelf.read_some(buffer.len(), vm)? else { return Ok(None) };
            buffer.with_ref(|target| target[..bytes.len()].copy_from_slice(&bytes));
            Ok(Some(bytes.len()))
        }

        #[pymethod]
        fn write(
            zelf: &Py<Self>,
            data: ArgBytesLike,
            vm: &VirtualMachine,
        ) -> PyResult<Option<u32>> {
            let fd = zelf.open_fd(vm)?;
            if !zelf.mode_now().writes() {
                return Err(new_unsupported_operation("File not open for writing", vm));
            }
            let data =
                data.with_ref(|bytes| Bytes(bytes[..bytes.len().min(MAX_TRANSFER)].to_vec()));
            match syscalls::retry(vm, Syscall::Write { fd, data })? {
                Ok(reply) => syscalls::count(vm, reply).map(Some),
                Err(Errno::EAGAIN) => Ok(None),
                Err(errno) => Err(syscalls::os_error(vm, errno)),
            }
        }

        #[pymethod]
        fn seek(
            zelf: &Py<Self>,
            offset: PyObjectRef,
            whence: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<u32> {
            let fd = zelf.open_fd(vm)?;
            let offset: i64 = offset.try_index(vm)?.try_to_primitive(vm)?;
            let whence = match whence.unwrap_or(0) {
                0 => Whence::Set,
                1 => Whence::Current,
                2 => Whence::End,
                _ => return Err(syscalls::os_error(vm, Errno::EINVAL)),
            };
            let reply = syscalls::call(vm, Syscall::Seek { fd, offset, whence })?;
            syscalls::count(vm, reply)
        }

        #[pymethod]
        fn tell(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
            zelf.position(vm)
        }

        #[pymethod]
        fn truncate(
            zelf: &Py<Self>,
            size: OptionalArg<Option<i64>>,
            vm: &VirtualMachine,
        ) -> PyResult<i64> {
            let fd = zelf.open_fd(vm)?;
            if !zelf.mode_now().writes() {
                return Err(new_unsupported_operation("File not open for writing", vm));
            }
            let size = match size {
                OptionalArg::Present(Some(size)) => size,
                OptionalArg::Present(None) | OptionalArg::Missing => i64::from(zelf.position(vm)?),
            };
            let len = u32::try_from(size).map_err(|_| {
                let errno = if size < 0 { Errno::EINVAL } else { Errno::EFBIG };
                syscalls::os_error(vm, errno)
            })?;
            syscalls::call(vm, Syscall::Truncate { fd, len })?;
            Ok(size)
        }

        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            let flushed = iobase_close(zelf.as_object(), vm);
            if !zelf.closes_fd.load(Relaxed) {
                zelf.fd.store(CLOSED, Relaxed);
                return flushed;
            }
            if zelf.is_finalizing.load(Relaxed) && zelf.fd.load(Relaxed) >= 0 {
                FileIO::warn_unclosed(zelf, vm);
            }
            let closed: Result<(), PyBaseExceptionRef> =
                release(zelf).map_err(|errno| syscalls::os_error(vm, errno));
            match (flushed, closed) {
                (Err(first), Err(second)) => {
                    second.set_context(Some(first));
                    Err(second)
                }
                (Err(error), Ok(())) | (Ok(()), Err(error)) => Err(error),
                (Ok(()), Ok(())) => Ok(()),
            }
        }

        #[pymethod]
        fn __getstate__(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            Err(vm.new_type_error("cannot pickle '_io.FileIO' object"))
        }

        #[pymethod]
        fn __reduce__(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            Err(vm.new_type_error("cannot pickle '_io.FileIO' object"))
        }

        #[pymethod]
        fn __reduce_ex__(_zelf: &Py<Self>, _protocol: i32, vm: &VirtualMachine) -> PyResult<()> {
            Err(vm.new_type_error("cannot pickle '_io.FileIO' object"))
        }
    }

    impl Representable for FileIO {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let fd = zelf.fd.load(Relaxed);
            if fd < 0 {
                return Ok("<_io.FileIO [closed]>".to_owned());
            }
            let closefd = if zelf.closes_fd.load(Relaxed) { "True" } else { "False" };
            let mode = zelf.mode_now().text();
            let named = match vm.get_attribute_opt(zelf.as_object(), "name")? {
                Some(name) => match ReprGuard::enter(vm, zelf.as_object()) {
                    Some(_guard) => format!("name={}", name.repr(vm)?),
                    None => {
                        let message = "reentrant call inside _io.FileIO.__repr__";
                        return Err(vm.new_runtime_error(message));
                    }
                },
                None => format!("fd={fd}"),
            };
            Ok(format!("<_io.FileIO {named} mode='{mode}' closefd={closefd}>"))
        }
    }

    impl Destructor for FileIO {
        fn slot_del(zelf: &PyObject, vm: &VirtualMachine) -> PyResult<()> {
            if let Some(file) = zelf.downcast_ref::<Self>() {
                file.is_finalizing.store(true, Relaxed);
            }
            iobase_finalize(zelf, vm);
            Ok(())
        }

        fn del(_zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<()> {
            unreachable!("slot_del is implemented")
        }
    }
}
