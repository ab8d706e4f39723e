//! Owns the part of `posix` about the machine and its user: names, sizes, randomness, `environ`.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(super) mod decl {
    use rustpython_vm::{
        AsObject, FromArgs, PyObjectRef, PyResult, VirtualMachine,
        builtins::PyStrRef,
        builtins::{PyBytesRef, PyDictRef, PyListRef},
        function::{Either, FsPath, OptionalArg},
        types::PyStructSequence,
    };
    use vivarium_protocol::{Clock, Errno, Fd, Reply, Syscall};

    use super::super::metadata::decl::USER_ID;
    use crate::{
        launch,
        syscalls::{self, current, os_error, os_error_because},
    };

    /// The environment as bytes; `os` makes `os.environ` of it. Empty until a program starts:
    /// `run` fills it in.
    #[pyattr(once)]
    fn environ(vm: &VirtualMachine) -> PyDictRef {
        vm.ctx.new_dict()
    }

    /// `os.environ` keeps the environment of new processes up to date through `putenv`.
    type Text = Either<PyStrRef, PyBytesRef>;

    fn bytes_of(text: &Text) -> &[u8] {
        match text {
            Either::A(text) => text.as_bytes(),
            Either::B(bytes) => bytes.as_bytes(),
        }
    }

    fn is_name(name: &Text) -> bool {
        let bytes = bytes_of(name);
        !bytes.is_empty() && !bytes.contains(&b'=')
    }

    #[pyfunction]
    fn putenv(name: Text, value: Text, vm: &VirtualMachine) -> PyResult<()> {
        if !is_name(&name) {
            return Err(vm.new_value_error("illegal environment variable name"));
        }
        let [name, value] = [&name, &value].map(|text| String::from_utf8_lossy(bytes_of(text)));
        launch::put_variable(&name, &value);
        Ok(())
    }

    #[pyfunction]
    fn unsetenv(name: Text, vm: &VirtualMachine) -> PyResult<()> {
        if !is_name(&name) {
            return Err(os_error(vm, Errno::EINVAL));
        }
        launch::remove_variable(&String::from_utf8_lossy(bytes_of(&name)));
        Ok(())
    }

    #[pyfunction]
    fn fspath(path: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        Ok(match FsPath::try_from_path_like(path, false, vm)? {
            FsPath::Str(text) => text.into(),
            FsPath::Bytes(bytes) => bytes.into(),
        })
    }

    #[pyfunction]
    fn getuid() -> u32 {
        USER_ID
    }

    #[pyfunction]
    fn geteuid() -> u32 {
        USER_ID
    }

    #[pyfunction]
    fn getgid() -> u32 {
        USER_ID
    }

    #[pyfunction]
    fn getegid() -> u32 {
        USER_ID
    }

    #[pyfunction]
    fn getresuid() -> (u32, u32, u32) {
        (USER_ID, USER_ID, USER_ID)
    }

    #[pyfunction]
    fn getresgid() -> (u32, u32, u32) {
        (USER_ID, USER_ID, USER_ID)
    }

    #[pyfunction]
    fn getgroups(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(vec![vm.ctx.new_int(USER_ID).into()])
    }

    #[pyfunction]
    fn getlogin() -> &'static str {
        "learner"
    }

    #[pyfunction]
    fn urandom(size: isize, vm: &VirtualMachine) -> PyResult<PyBytesRef> {
        let size = usize::try_from(size)
            .map_err(|_| vm.new_value_error("negative argument not allowed"))?;
        let mut bytes = vm.new_zeroed_bytes(size)?;
        current().random(&mut bytes);
        Ok(vm.ctx.new_bytes(bytes))
    }

    #[pyfunction]
    fn getrandom(
        size: isize,
        _flags: OptionalArg<i32>,
        vm: &VirtualMachine,
    ) -> PyResult<PyBytesRef> {
        urandom(size, vm)
    }

    #[pyfunction]
    fn cpu_count() -> u32 {
        current().cpu_count()
    }

    #[pyfunction]
    fn sched_getaffinity(_pid: i32, vm: &VirtualMachine) -> PyResult {
        let cpus =
            vm.ctx.new_list((0..cpu_count()).map(|cpu| vm.ctx.new_int(cpu).into()).collect());
        vm.ctx.types.set_type.to_owned().as_object().call((cpus,), vm)
    }

    #[pyfunction]
    fn getloadavg() -> (f64, f64, f64) {
        (0.0, 0.0, 0.0)
    }

    #[pystruct_sequence_data]
    struct UnameData {
        sysname: &'static str,
        nodename: &'static str,
        release: &'static str,
        version: &'static str,
        machine: &'static str,
    }

    #[pyattr]
    #[pystruct_sequence(name = "uname_result", module = "posix", data = "UnameData")]
    struct UnameResult;

    #[pyclass(with(PyStructSequence))]
    impl UnameResult {}

    #[pyfunction]
    fn uname() -> UnameData {
        UnameData {
            sysname: "Linux",
            nodename: "vivarium",
            release: "0.0.0-vivarium",
            version: "Vivarium",
            machine: "wasm32",
        }
    }

    #[pystruct_sequence_data]
    struct TimesData {
        user: f64,
        system: f64,
        children_user: f64,
        children_system: f64,
        elapsed: f64,
    }

    #[pyattr]
    #[pystruct_sequence(name = "times_result", module = "posix", data = "TimesData")]
    struct TimesResult;

    #[pyclass(with(PyStructSequence))]
    impl TimesResult {}

    #[pyfunction]
    fn times() -> TimesData {
        TimesData {
            user: crate::clock::read(Clock::Process).as_secs_f64(),
            system: 0.0,
            children_user: 0.0,
            children_system: 0.0,
            elapsed: crate::clock::read(Clock::Monotonic).as_secs_f64(),
        }
    }

    #[pystruct_sequence_data]
    struct TerminalSizeData {
        columns: u32,
        lines: u32,
    }

    #[pyattr]
    #[pystruct_sequence(name = "terminal_size", module = "os", data = "TerminalSizeData")]
    struct TerminalSize;

    #[pyclass(with(PyStructSequence))]
    impl TerminalSize {}

    #[pyfunction]
    fn get_terminal_size(fd: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<TerminalSizeData> {
        let fd = Fd(u32::try_from(fd.unwrap_or(1)).map_err(|_| os_error(vm, Errno::EBADF))?);
        match syscalls::call(vm, Syscall::WindowSize { fd })? {
            Reply::WindowSize { columns, rows } => Ok(TerminalSizeData { columns, lines: rows }),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    #[pyfunction]
    fn strerror(code: i32) -> String {
        if code == 0 {
            return "Success".to_owned();
        }
        crate::errors::message(code)
            .map_or_else(|| format!("Unknown error {code}"), ToOwned::to_owned)
    }

    /// `sysconf` names with Linux's numbers, and what they are here.
    const SYSCONF: &[(&str, i32, i64)] = &[
        ("SC_ARG_MAX", 0, 2_097_152),
        ("SC_CHILD_MAX", 1, 128),
        ("SC_CLK_TCK", 2, 100),
        ("SC_NGROUPS_MAX", 3, 65_536),
        ("SC_OPEN_MAX", 4, 1024),
        ("SC_SEM_NSEMS_MAX", 32, -1),
        ("SC_PAGE_SIZE", 30, 4096),
        ("SC_PAGESIZE", 30, 4096),
        ("SC_IOV_MAX", 60, 1024),
        ("SC_NPROCESSORS_CONF", 83, 2),
        ("SC_NPROCESSORS_ONLN", 84, 2),
        ("SC_PHYS_PAGES", 85, 4096),
        ("SC_GETPW_R_SIZE_MAX", 70, 1024),
    ];

    #[pyattr]
    fn sysconf_names(vm: &VirtualMachine) -> PyDictRef {
        let names = vm.ctx.new_dict();
        for (name, number, _) in SYSCONF {
            let number = vm.ctx.new_int(*number).into();
            names.set_item(*name, number, vm).expect("a string is hashable");
        }
        names
    }

    #[pyfunction]
    fn sysconf(name: Either<PyStrRef, i32>, vm: &VirtualMachine) -> PyResult<i64> {
        let found = match &name {
            Either::A(name) => {
                SYSCONF.iter().find(|(known, ..)| name.as_bytes() == known.as_bytes())
            }
            Either::B(number) => SYSCONF.iter().find(|(_, known, _)| known == number),
        };
        match (found, name) {
            (Some((_, 83 | 84, _)), _) => Ok(i64::from(current().cpu_count())),
            (Some((.., value)), _) => Ok(*value),
            (None, Either::A(_)) => Err(vm.new_value_error("unrecognized configuration name")),
            (None, Either::B(_)) => Err(os_error(vm, Errno::EINVAL)),
        }
    }

    #[derive(FromArgs)]
    struct ShellArgs {
        #[pyarg(any)]
        command: PyObjectRef,
    }

    #[pyfunction]
    fn system(args: ShellArgs, vm: &VirtualMachine) -> PyResult<i32> {
        let _ = args.command;
        Err(os_error_because(vm, Errno::ENOSYS, "there is no shell here"))
    }
}
