//! Owns the part of `posix` about what a file is: stat, access, chmod, times.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(crate) mod decl {
    use rustpython_vm::{
        FromArgs, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyTuple, PyTypeRef},
        class::PyClassDef,
        function::FuncArgs,
        types::{PyStructSequence, PyStructSequenceData, struct_sequence_new},
    };
    use vivarium_protocol::{Access, Errno, Fd, Metadata, Syscall, Timespec};

    use crate::{
        modules::args::{DirFd, PathArg, PathOrFd},
        syscalls::{self, call, call_named, descriptor, os_error_because},
    };

    /// The one user and group of this machine.
    pub(crate) const USER_ID: u32 = 1000;

    #[pystruct_sequence_data]
    struct StatData {
        st_mode: u32,
        st_ino: u32,
        st_dev: u32,
        st_nlink: u32,
        st_uid: u32,
        st_gid: u32,
        st_size: u32,
        #[pystruct_sequence(unnamed)]
        st_atime_int: i64,
        #[pystruct_sequence(unnamed)]
        st_mtime_int: i64,
        #[pystruct_sequence(unnamed)]
        st_ctime_int: i64,
        #[pystruct_sequence(skip)]
        st_atime: f64,
        #[pystruct_sequence(skip)]
        st_mtime: f64,
        #[pystruct_sequence(skip)]
        st_ctime: f64,
        #[pystruct_sequence(skip)]
        st_atime_ns: i128,
        #[pystruct_sequence(skip)]
        st_mtime_ns: i128,
        #[pystruct_sequence(skip)]
        st_ctime_ns: i128,
        #[pystruct_sequence(skip)]
        st_blksize: u32,
        #[pystruct_sequence(skip)]
        st_blocks: u32,
        #[pystruct_sequence(skip)]
        st_rdev: u32,
    }

    #[pyattr]
    #[pystruct_sequence(name = "stat_result", module = "os", data = "StatData")]
    struct StatResult;

    #[pyclass(with(PyStructSequence))]
    impl StatResult {
        /// A tuple of ten gives the times as well: CPython takes the float times from the
        /// integers where they are not given.
        #[pyslot]
        fn slot_new(cls: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let args = args.bind_for(vm, Self::NAME)?;
            let names = StatData::OPTIONAL_FIELD_NAMES;
            let result = struct_sequence_new(cls.clone(), args, names, vm)?;
            let Some(fields) = result.downcast_ref::<PyTuple>() else { return Ok(result) };
            let mut fields = fields.as_slice().to_vec();
            for time in 7..10 {
                if vm.is_none(&fields[time + 3]) {
                    fields[time + 3] = fields[time].clone();
                }
            }
            PyTuple::new_unchecked(fields.into_boxed_slice())
                .into_ref_with_type(vm, cls)
                .map(Into::into)
        }
    }

    fn seconds(time: Timespec) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "st_mtime is a float in Python, too")]
        let whole = time.sec as f64;
        whole + f64::from(time.nsec) / 1e9
    }

    fn nanoseconds(time: Timespec) -> i128 {
        i128::from(time.sec) * 1_000_000_000 + i128::from(time.nsec)
    }

    /// Makes the `os.stat_result` of an inode.
    pub(crate) fn stat_result(metadata: &Metadata, vm: &VirtualMachine) -> PyObjectRef {
        let data = StatData {
            st_mode: metadata.kind.mode_bits() | metadata.mode,
            st_ino: metadata.ino.0,
            st_dev: 1,
            st_nlink: metadata.nlink,
            st_uid: USER_ID,
            st_gid: USER_ID,
            st_size: metadata.size,
            st_atime_int: metadata.atime.sec,
            st_mtime_int: metadata.mtime.sec,
            st_ctime_int: metadata.ctime.sec,
            st_atime: seconds(metadata.atime),
            st_mtime: seconds(metadata.mtime),
            st_ctime: seconds(metadata.ctime),
            st_atime_ns: nanoseconds(metadata.atime),
            st_mtime_ns: nanoseconds(metadata.mtime),
            st_ctime_ns: nanoseconds(metadata.ctime),
            st_blksize: 4096,
            st_blocks: metadata.size.div_ceil(512),
            st_rdev: 0,
        };
        StatResult::from_data(data, vm).into()
    }

    /// `stat` of a path, as Python returns it.
    pub(crate) fn stat_path(
        at: Option<Fd>,
        path: &PathArg,
        follow: bool,
        vm: &VirtualMachine,
    ) -> PyResult {
        let stat = Syscall::Stat { at, path: path.text.clone(), follow };
        let reply = call_named(vm, stat, &path.object)?;
        let metadata = syscalls::metadata(vm, reply)?;
        Ok(stat_result(&metadata, vm))
    }

    #[derive(FromArgs)]
    struct StatArgs {
        #[pyarg(any)]
        path: PathOrFd,
        #[pyarg(named, default)]
        dir_fd: DirFd,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn stat(args: StatArgs, vm: &VirtualMachine) -> PyResult {
        match args.path {
            PathOrFd::Path(path) => stat_path(args.dir_fd.0, &path, args.follow_symlinks, vm),
            PathOrFd::Fd(fd) => {
                if args.dir_fd.0.is_some() {
                    return Err(
                        vm.new_value_error("stat: can't specify dir_fd without matching path")
                    );
                }
                if !args.follow_symlinks {
                    let message = "stat: cannot use fd and follow_symlinks together";
                    return Err(vm.new_value_error(message));
                }
                fstat(FstatArgs { fd }, vm)
            }
        }
    }

    #[derive(FromArgs)]
    struct LstatArgs {
        #[pyarg(any)]
        path: PathArg,
        #[pyarg(named, default)]
        dir_fd: DirFd,
    }

    #[pyfunction]
    fn lstat(args: LstatArgs, vm: &VirtualMachine) -> PyResult {
        stat_path(args.dir_fd.0, &args.path, false, vm)
    }

    #[derive(FromArgs)]
    struct FstatArgs {
        #[pyarg(any)]
        fd: i32,
    }

    #[pyfunction]
    fn fstat(args: FstatArgs, vm: &VirtualMachine) -> PyResult {
        let reply = call(vm, Syscall::Fstat { fd: descriptor(vm, args.fd)? })?;
        let metadata = syscalls::metadata(vm, reply)?;
        Ok(stat_result(&metadata, vm))
    }

    #[derive(FromArgs)]
    struct AccessArgs {
        #[pyarg(any)]
        path: PathArg,
        #[pyarg(any)]
        mode: u8,
        #[pyarg(named, default)]
        dir_fd: DirFd,
        #[pyarg(named, default = false)]
        effective_ids: bool,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn access(args: AccessArgs, vm: &VirtualMachine) -> PyResult<bool> {
        let _ = args.effective_ids; // there is one user
        let (at, path) = (args.dir_fd.0, args.path.text);
        let call = if args.follow_symlinks {
            Syscall::Access { at, path, mode: Access(args.mode) }
        } else {
            Syscall::Stat { at, path, follow: false }
        };
        Ok(syscalls::retry(vm, call)?.is_ok())
    }

    #[derive(FromArgs)]
    struct ChmodArgs {
        #[pyarg(any)]
        path: PathOrFd,
        #[pyarg(any)]
        mode: u32,
        #[pyarg(named, default)]
        dir_fd: DirFd,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn chmod(args: ChmodArgs, vm: &VirtualMachine) -> PyResult<()> {
        match args.path {
            PathOrFd::Fd(fd) => fchmod(fd, args.mode, vm),
            PathOrFd::Path(path) => {
                let (at, follow, mode) = (args.dir_fd.0, args.follow_symlinks, args.mode & 0o7777);
                let chmod = Syscall::Chmod { at, path: path.text, mode, follow };
                call_named(vm, chmod, &path.object).map(drop)
            }
        }
    }

    #[pyfunction]
    fn fchmod(fd: i32, mode: u32, vm: &VirtualMachine) -> PyResult<()> {
        let fd = descriptor(vm, fd)?;
        call(vm, Syscall::Fchmod { fd, mode: mode & 0o7777 }).map(drop)
    }

    /// There is one user: to give a file to oneself works, to give it away does not.
    fn check_owner(uid: i64, gid: i64, vm: &VirtualMachine) -> PyResult<()> {
        let is_us = |id| id == -1 || id == i64::from(USER_ID);
        if is_us(uid) && is_us(gid) {
            return Ok(());
        }
        let reason = "Operation not permitted (this machine has one user)";
        Err(os_error_because(vm, Errno::EPERM, reason))
    }

    #[derive(FromArgs)]
    struct ChownArgs {
        #[pyarg(any)]
        path: PathOrFd,
        #[pyarg(any)]
        uid: i64,
        #[pyarg(any)]
        gid: i64,
        #[pyarg(named, default)]
        dir_fd: DirFd,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    #[pyfunction]
    fn chown(args: ChownArgs, vm: &VirtualMachine) -> PyResult<()> {
        let (path, follow_symlinks) = (args.path, args.follow_symlinks);
        stat(StatArgs { path, dir_fd: args.dir_fd, follow_symlinks }, vm)?;
        check_owner(args.uid, args.gid, vm)
    }

    #[pyfunction]
    fn lchown(path: PathArg, uid: i64, gid: i64, vm: &VirtualMachine) -> PyResult<()> {
        stat_path(None, &path, false, vm)?;
        check_owner(uid, gid, vm)
    }

    #[pyfunction]
    fn fchown(fd: i32, uid: i64, gid: i64, vm: &VirtualMachine) -> PyResult<()> {
        fstat(FstatArgs { fd }, vm)?;
        check_owner(uid, gid, vm)
    }

    #[derive(FromArgs)]
    struct UtimeArgs {
        #[pyarg(any)]
        path: PathArg,
        #[pyarg(any, optional)]
        times: Option<PyObjectRef>,
        #[pyarg(named, optional)]
        ns: Option<PyObjectRef>,
        #[pyarg(named, default)]
        dir_fd: DirFd,
        #[pyarg(named, default = true)]
        follow_symlinks: bool,
    }

    fn pair(object: &PyObjectRef, what: &str, vm: &VirtualMachine) -> PyResult<[PyObjectRef; 2]> {
        object
            .downcast_ref::<PyTuple>()
            .and_then(|tuple| <[PyObjectRef; 2]>::try_from(tuple.as_slice().to_vec()).ok())
            .ok_or_else(|| {
                vm.new_type_error(format!(
                    "utime: '{what}' must be either a tuple of two ints or None"
                ))
            })
    }

    fn from_seconds(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Timespec> {
        if let Some(whole) = object.try_index_opt(vm) {
            return Ok(Timespec { sec: whole?.try_to_primitive(vm)?, nsec: 0 });
        }
        let value: f64 = object.try_into_value(vm)?;
        let floor = value.floor();
        #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, as a clock should")]
        #[expect(clippy::cast_sign_loss, reason = "the fraction is not negative")]
        let time = Timespec { sec: floor as i64, nsec: ((value - floor) * 1e9) as u32 };
        Ok(time)
    }

    fn from_nanoseconds(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Timespec> {
        let total: i128 = object.try_index(vm)?.try_to_primitive(vm)?;
        let sec = i64::try_from(total.div_euclid(1_000_000_000))
            .map_err(|_| vm.new_overflow_error("timestamp out of range"))?;
        Ok(Timespec { sec, nsec: u32::try_from(total.rem_euclid(1_000_000_000)).unwrap_or(0) })
    }

    #[pyfunction]
    fn utime(args: UtimeArgs, vm: &VirtualMachine) -> PyResult<()> {
        let is_given = |object: &Option<PyObjectRef>| object.clone().filter(|o| !vm.is_none(o));
        let (atime, mtime) = match (is_given(&args.times), is_given(&args.ns)) {
            (Some(_), Some(_)) => {
                let message = "utime: you may specify either 'times' or 'ns' but not both";
                return Err(vm.new_value_error(message));
            }
            (Some(times), None) => {
                let [atime, mtime] = pair(&times, "times", vm)?;
                (from_seconds(atime, vm)?, from_seconds(mtime, vm)?)
            }
            (None, Some(ns)) => {
                let [atime, mtime] = pair(&ns, "ns", vm)?;
                (from_nanoseconds(atime, vm)?, from_nanoseconds(mtime, vm)?)
            }
            (None, None) => {
                let now = crate::clock::now();
                (now, now)
            }
        };
        let (atime, mtime) = (Some(atime), Some(mtime));
        let (at, path, follow) = (args.dir_fd.0, args.path.text, args.follow_symlinks);
        let object = args.path.object;
        call_named(vm, Syscall::SetTimes { at, path, atime, mtime, follow }, &object).map(drop)
    }
}
