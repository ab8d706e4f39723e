//! Owns the part of `posix` about names: directories, links, renaming, the working directory.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(super) mod decl {
    use rustpython_vm::{
        FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::{PyBytesRef, PyGenericAlias, PyListRef, PyStrRef, PyTypeRef},
        common::lock::PyMutex,
        function::FuncArgs,
        protocol::PyIterReturn,
        types::{IterNext, Iterable, Representable, SelfIter},
    };
    use vivarium_protocol::{DirEntry as RawEntry, Fd, FileKind, Reply, Syscall};

    use super::super::metadata::decl::stat_path;
    use crate::{
        modules::args::{DirFd, PathArg, PathOrFd, PathType},
        syscalls::{self, call, call_named, descriptor, os_error_named},
    };

    #[derive(FromArgs)]
    struct MkdirArgs {
        #[pyarg(any)]
        path: PathArg,
        #[pyarg(any, default = 0o777)]
        mode: u32,
        #[pyarg(named, default)]
        dir_fd: DirFd,
    }

    #[pyfunction]
    fn mkdir(args: MkdirArgs, vm: &VirtualMachine) -> PyResult<()> {
        let (at, path, mode) = (args.dir_fd.0, args.path.text, args.mode & 0o7777);
        call_named(vm, Syscall::Mkdir { at, path, mode }, &args.path.object).map(drop)
    }

    #[derive(FromArgs)]
    struct NameArgs {
        #[pyarg(any)]
        path: PathArg,
        #[pyarg(named, default)]
        dir_fd: DirFd,
    }

    #[pyfunction]
    fn rmdir(args: NameArgs, vm: &VirtualMachine) -> PyResult<()> {
        let rmdir = Syscall::Rmdir { at: args.dir_fd.0, path: args.path.text };
        call_named(vm, rmdir, &args.path.object).map(drop)
    }

    #[pyfunction]
    fn unlink(args: NameArgs, vm: &VirtualMachine) -> PyResult<()> {
        let unlink = Syscall::Unlink { at: args.dir_fd.0, path: args.path.text };
        call_named(vm, unlink, &args.path.object).map(drop)
    }

    #[pyfunction]
    fn remove(args: NameArgs, vm: &VirtualMachine) -> PyResult<()> {
        unlink(args, vm)
    }

    #[derive(FromArgs)]
    struct TwoNames {
        #[pyarg(any)]
        src: PathArg,
        #[pyarg(any)]
        dst: PathArg,
        #[pyarg(named, default)]
        src_dir_fd: DirFd,
        #[pyarg(named, default)]
        dst_dir_fd: DirFd,
    }

    #[pyfunction]
    fn rename(args: TwoNames, vm: &VirtualMachine) -> PyResult<()> {
        let rename = Syscall::Rename {
            from_at: args.src_dir_fd.0,
            from: args.src.text,
            to_at: args.dst_dir_fd.0,
            to: args.dst.text,
        };
        let (source, target) = (&args.src.object, &args.dst.object);
        syscalls::retry(vm, rename)?
            .map(drop)
            .map_err(|errno| os_error_named(vm, errno, Some(source), Some(target)))
    }

    #[pyfunction]
    fn replace(args: TwoNames, vm: &VirtualMachine) -> PyResult<()> {
        rename(args, vm)
    }

    #[derive(FromArgs)]
    struct LinkArgs {
        #[pyarg(flatten)]
        names: TwoNames,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn link(args: LinkArgs, vm: &VirtualMachine) -> PyResult<()> {
        let names = args.names;
        let link = Syscall::Link {
            from_at: names.src_dir_fd.0,
            from: names.src.text,
            to_at: names.dst_dir_fd.0,
            to: names.dst.text,
            follow: args.follow_symlinks,
        };
        let (source, target) = (&names.src.object, &names.dst.object);
        syscalls::retry(vm, link)?
            .map(drop)
            .map_err(|errno| os_error_named(vm, errno, Some(source), Some(target)))
    }

    #[derive(FromArgs)]
    struct SymlinkArgs {
        #[pyarg(any)]
        src: PathArg,
        #[pyarg(any)]
        dst: PathArg,
        #[pyarg(any, default = false)]
        target_is_directory: bool,
        #[pyarg(named, default)]
        dir_fd: DirFd,
    }

    #[pyfunction]
    fn symlink(args: SymlinkArgs, vm: &VirtualMachine) -> PyResult<()> {
        let _ = args.target_is_directory; // counts on Windows alone
        let (target, at, path) = (args.src.text, args.dir_fd.0, args.dst.text);
        syscalls::retry(vm, Syscall::Symlink { target, at, path })?.map(drop).map_err(|errno| {
            os_error_named(vm, errno, Some(&args.src.object), Some(&args.dst.object))
        })
    }

    #[pyfunction]
    fn readlink(args: NameArgs, vm: &VirtualMachine) -> PyResult {
        let readlink = Syscall::Readlink { at: args.dir_fd.0, path: args.path.text };
        let reply = call_named(vm, readlink, &args.path.object)?;
        let target = syscalls::path(vm, reply)?;
        Ok(args.path.path_type.name(vm, &target))
    }

    /// The names in a directory, and of which type they are to be.
    fn read_directory(path: &PathOrFd, vm: &VirtualMachine) -> PyResult<(Vec<RawEntry>, PathType)> {
        let (reply, path_type) = match path {
            PathOrFd::Path(path) => {
                let read = Syscall::ReadDir { at: None, path: path.text.clone() };
                (call_named(vm, read, &path.object)?, path.path_type)
            }
            PathOrFd::Fd(fd) => {
                let fd = descriptor(vm, *fd)?;
                (call(vm, Syscall::FreadDir { fd })?, PathType::Text)
            }
        };
        match reply {
            Reply::Entries(entries) => Ok((entries, path_type)),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    #[derive(FromArgs)]
    struct ListArgs {
        #[pyarg(any, optional)]
        path: Option<PathOrFd>,
    }

    #[pyfunction]
    fn listdir(args: ListArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        let path = PathOrFd::or_current(args.path, vm);
        let (entries, path_type) = read_directory(&path, vm)?;
        let names = entries.iter().map(|entry| path_type.name(vm, &entry.name)).collect();
        Ok(vm.ctx.new_list(names))
    }

    /// Where the entries of a `scandir` are looked up.
    #[derive(Clone, Debug)]
    enum Parent {
        /// The path as it was given.
        Path(String),
        /// An open directory.
        Fd(Fd),
    }

    #[pyattr]
    #[pyclass(name = "DirEntry")]
    #[derive(Debug, PyPayload)]
    struct DirEntry {
        entry: RawEntry,
        parent: Parent,
        path_type: PathType,
        followed: PyMutex<Option<PyObjectRef>>,
        kept: PyMutex<Option<PyObjectRef>>,
    }

    #[derive(FromArgs)]
    struct Follow {
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    impl DirEntry {
        fn full_path(&self) -> String {
            match &self.parent {
                Parent::Fd(_) => self.entry.name.clone(),
                Parent::Path(parent) if parent.ends_with('/') => {
                    format!("{parent}{}", self.entry.name)
                }
                Parent::Path(parent) => format!("{parent}/{}", self.entry.name),
            }
        }

        fn fresh_stat(&self, follow: bool, vm: &VirtualMachine) -> PyResult {
            let at = match self.parent {
                Parent::Fd(fd) => Some(fd),
                Parent::Path(_) => None,
            };
            let text = self.full_path();
            let object = self.path_type.name(vm, &text);
            stat_path(at, &PathArg { text, object, path_type: self.path_type }, follow, vm)
        }

        /// What the entry is, with a symbolic link followed; `None` where it leads nowhere.
        fn kind(&self, follow: bool, vm: &VirtualMachine) -> PyResult<Option<FileKind>> {
            if !follow || self.entry.kind != FileKind::Symlink {
                return Ok(Some(self.entry.kind));
            }
            let at = match self.parent {
                Parent::Fd(fd) => Some(fd),
                Parent::Path(_) => None,
            };
            let path = self.full_path();
            let answer =
                syscalls::retry(vm, Syscall::Stat { at, path: path.clone(), follow: true })?;
            match answer {
                Ok(reply) => syscalls::metadata(vm, reply).map(|metadata| Some(metadata.kind)),
                Err(vivarium_protocol::Errno::ENOENT) => Ok(None),
                Err(errno) => {
                    let name = self.path_type.name(vm, &path);
                    Err(os_error_named(vm, errno, Some(&name), None))
                }
            }
        }
    }

    #[pyclass(flags(DISALLOW_INSTANTIATION), with(Representable))]
    impl DirEntry {
        #[pygetset]
        fn name(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            zelf.path_type.name(vm, &zelf.entry.name)
        }

        #[pygetset]
        fn path(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            zelf.path_type.name(vm, &zelf.full_path())
        }

        #[pymethod]
        fn __fspath__(zelf: &Py<Self>, vm: &VirtualMachine) -> PyObjectRef {
            Self::path(zelf, vm)
        }

        #[pymethod]
        fn inode(zelf: &Py<Self>) -> u32 {
            zelf.entry.ino.0
        }

        #[pymethod]
        fn is_dir(zelf: &Py<Self>, args: Follow, vm: &VirtualMachine) -> PyResult<bool> {
            let kind = zelf.kind(args.follow_symlinks, vm)?;
            Ok(kind == Some(FileKind::Directory))
        }

        #[pymethod]
        fn is_file(zelf: &Py<Self>, args: Follow, vm: &VirtualMachine) -> PyResult<bool> {
            let kind = zelf.kind(args.follow_symlinks, vm)?;
            Ok(kind == Some(FileKind::File))
        }

        #[pymethod]
        fn is_symlink(zelf: &Py<Self>) -> bool {
            zelf.entry.kind == FileKind::Symlink
        }

        #[pymethod]
        fn is_junction(_zelf: &Py<Self>) -> bool {
            false
        }

        #[pymethod]
        fn stat(zelf: &Py<Self>, args: Follow, vm: &VirtualMachine) -> PyResult {
            let cache = if args.follow_symlinks { &zelf.followed } else { &zelf.kept };
            if let Some(known) = cache.lock().clone() {
                return Ok(known);
            }
            let result = zelf.fresh_stat(args.follow_symlinks, vm)?;
            *cache.lock() = Some(result.clone());
            Ok(result)
        }

        #[pyclassmethod]
        fn __class_getitem__(
            class: PyTypeRef,
            args: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<PyGenericAlias> {
            PyGenericAlias::from_args(class, args, vm)
        }
    }

    impl Representable for DirEntry {
        fn repr_str(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<String> {
            let name = Self::name(zelf, vm).repr(vm)?;
            Ok(format!("<DirEntry {}>", name.as_wtf8()))
        }
    }

    #[pyattr]
    #[pyclass(name = "ScandirIterator")]
    #[derive(Debug, PyPayload)]
    struct ScandirIterator {
        entries: PyMutex<std::vec::IntoIter<RawEntry>>,
        parent: Parent,
        path_type: PathType,
    }

    #[pyclass(flags(DISALLOW_INSTANTIATION), with(IterNext, Iterable))]
    impl ScandirIterator {
        #[pymethod]
        fn close(zelf: &Py<Self>) {
            *zelf.entries.lock() = Vec::new().into_iter();
        }

        #[pymethod]
        fn __enter__(zelf: PyRef<Self>) -> PyRef<Self> {
            zelf
        }

        #[pymethod]
        fn __exit__(zelf: PyRef<Self>, _args: FuncArgs) {
            Self::close(&zelf);
        }
    }

    impl SelfIter for ScandirIterator {}

    impl IterNext for ScandirIterator {
        fn next(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
            let Some(entry) = zelf.entries.lock().next() else {
                return Ok(PyIterReturn::StopIteration(None));
            };
            let entry = DirEntry {
                entry,
                parent: zelf.parent.clone(),
                path_type: zelf.path_type,
                followed: PyMutex::new(None),
                kept: PyMutex::new(None),
            };
            Ok(PyIterReturn::Return(entry.into_ref(&vm.ctx).into()))
        }
    }

    #[pyfunction]
    fn scandir(args: ListArgs, vm: &VirtualMachine) -> PyResult<PyRef<ScandirIterator>> {
        let path = PathOrFd::or_current(args.path, vm);
        let (entries, path_type) = read_directory(&path, vm)?;
        let parent = match path {
            PathOrFd::Path(path) => Parent::Path(path.text),
            PathOrFd::Fd(fd) => Parent::Fd(descriptor(vm, fd)?),
        };
        let entries = PyMutex::new(entries.into_iter());
        Ok(ScandirIterator { entries, parent, path_type }.into_ref(&vm.ctx))
    }

    #[derive(FromArgs)]
    struct ChdirArgs {
        #[pyarg(any)]
        path: PathOrFd,
    }

    #[pyfunction]
    fn chdir(args: ChdirArgs, vm: &VirtualMachine) -> PyResult<()> {
        match args.path {
            PathOrFd::Path(path) => {
                call_named(vm, Syscall::Chdir { path: path.text }, &path.object).map(drop)
            }
            PathOrFd::Fd(fd) => call(vm, Syscall::Fchdir { fd: descriptor(vm, fd)? }).map(drop),
        }
    }

    #[pyfunction]
    fn fchdir(fd: crate::modules::args::Fileno, vm: &VirtualMachine) -> PyResult<()> {
        call(vm, Syscall::Fchdir { fd: descriptor(vm, fd.0)? }).map(drop)
    }

    fn working_directory(vm: &VirtualMachine) -> PyResult<String> {
        let reply = call(vm, Syscall::Getcwd)?;
        syscalls::path(vm, reply)
    }

    #[pyfunction]
    fn getcwd(vm: &VirtualMachine) -> PyResult<PyStrRef> {
        working_directory(vm).map(|path| vm.ctx.new_str(path))
    }

    #[pyfunction]
    fn getcwdb(vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        working_directory(vm).map(|path| vm.ctx.new_bytes(path.into_bytes()))
    }

    #[pyfunction]
    fn umask(mask: u32, vm: &VirtualMachine) -> PyResult<u32> {
        let reply = call(vm, Syscall::Umask { mask })?;
        syscalls::count(vm, reply)
    }
}
