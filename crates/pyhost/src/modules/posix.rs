//! Owns the `posix` module: its constants, and how its parts make one module.
//!
//! The parts lie below: descriptors and files, directories, metadata, the process itself.

mod directory;
mod environment;
mod file;
mod metadata;
mod process;
mod spawn;
mod volume;

pub(crate) use decl::module_def;

/// The number of the one user, and of its one group.
pub(crate) fn user_id() -> u32 {
    metadata::decl::USER_ID
}

#[rustpython_vm::pymodule(
    name = "posix",
    with(
        file::part,
        metadata::part,
        directory::part,
        process::part,
        spawn::part,
        environment::part,
        volume::part
    )
)]
mod decl {
    use rustpython_vm::{
        Py, PyResult, VirtualMachine,
        builtins::{PyListRef, PyModule, PyTypeRef},
    };

    /// What `os` may promise: functions that take a descriptor, `dir_fd` or `follow_symlinks`.
    const HAVE: &[&str] = &[
        "HAVE_FACCESSAT",
        "HAVE_FCHDIR",
        "HAVE_FCHMOD",
        "HAVE_FCHMODAT",
        "HAVE_FDOPENDIR",
        "HAVE_FSTATAT",
        "HAVE_FTRUNCATE",
        "HAVE_LINKAT",
        "HAVE_LSTAT",
        "HAVE_MKDIRAT",
        "HAVE_OPENAT",
        "HAVE_READLINKAT",
        "HAVE_RENAMEAT",
        "HAVE_SYMLINKAT",
        "HAVE_UNLINKAT",
        "HAVE_UTIMENSAT",
    ];

    #[pyattr]
    fn _have_functions(vm: &VirtualMachine) -> PyListRef {
        let names = HAVE.iter().map(|name| vm.ctx.new_str(*name).into());
        vm.ctx.new_list(names.collect())
    }

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        crate::modules::set_constants(module, CONSTANTS, vm)
    }

    /// Linux's values; what has no meaning here is left out, since `os` and its users ask first.
    const CONSTANTS: &[(&str, i64)] = &[
        ("O_RDONLY", 0),
        ("O_WRONLY", 1),
        ("O_RDWR", 2),
        ("O_ACCMODE", 3),
        ("O_CREAT", 0o100),
        ("O_EXCL", 0o200),
        ("O_NOCTTY", 0o400),
        ("O_TRUNC", 0o1000),
        ("O_APPEND", 0o2000),
        ("O_NONBLOCK", 0o4000),
        ("O_NDELAY", 0o4000),
        ("O_DIRECTORY", 0o20_0000),
        ("O_NOFOLLOW", 0o40_0000),
        ("O_CLOEXEC", 0o200_0000),
        ("F_OK", 0),
        ("X_OK", 1),
        ("W_OK", 2),
        ("R_OK", 4),
        ("EX_OK", 0),
        ("EX_USAGE", 64),
        ("EX_DATAERR", 65),
        ("EX_NOINPUT", 66),
        ("EX_NOUSER", 67),
        ("EX_NOHOST", 68),
        ("EX_UNAVAILABLE", 69),
        ("EX_SOFTWARE", 70),
        ("EX_OSERR", 71),
        ("EX_OSFILE", 72),
        ("EX_CANTCREAT", 73),
        ("EX_IOERR", 74),
        ("EX_TEMPFAIL", 75),
        ("EX_PROTOCOL", 76),
        ("EX_NOPERM", 77),
        ("EX_CONFIG", 78),
        ("WNOHANG", 1),
        ("WUNTRACED", 2),
        ("WCONTINUED", 8),
        ("P_ALL", 0),
        ("P_PID", 1),
        ("P_PGID", 2),
        ("GRND_NONBLOCK", 1),
        ("GRND_RANDOM", 2),
        ("NGROUPS_MAX", 65536),
        ("TMP_MAX", 238_328),
        ("F_LOCK", 1),
        ("F_TEST", 3),
        ("F_TLOCK", 2),
        ("F_ULOCK", 0),
        ("POSIX_SPAWN_OPEN", 0),
        ("POSIX_SPAWN_CLOSE", 1),
        ("POSIX_SPAWN_DUP2", 2),
        ("POSIX_SPAWN_CLOSEFROM", 3),
    ];
}
