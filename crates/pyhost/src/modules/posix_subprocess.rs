//! Owns `_posixsubprocess`: the start of a program as the library's `subprocess` asks for it.
//!
//! There is no moment between fork and exec here: what fails is raised at once, in the caller, and
//! the library's pipe for such news stays empty.

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "_posixsubprocess")]
mod decl {
    use rustpython_vm::{FromArgs, PyObjectRef, PyResult, VirtualMachine, function::ArgIterable};
    use vivarium_protocol::{Errno, Fd, Pid, Reply, SpawnGroup, Syscall};

    use crate::{
        launch::{self, Launch},
        modules::posix_user_id,
        syscalls::{self, os_error},
    };

    #[derive(FromArgs)]
    struct ForkExecArgs {
        #[pyarg(positional)]
        args: ArgIterable<PyObjectRef>,
        #[pyarg(positional)]
        executables: ArgIterable<PyObjectRef>,
        #[pyarg(positional)]
        close_fds: bool,
        #[pyarg(positional)]
        fds_to_keep: ArgIterable<i64>,
        #[pyarg(positional)]
        cwd: PyObjectRef,
        #[pyarg(positional)]
        env: Option<ArgIterable<PyObjectRef>>,
        #[pyarg(positional)]
        p2cread: i32,
        #[pyarg(positional)]
        _p2cwrite: i32,
        #[pyarg(positional)]
        _c2pread: i32,
        #[pyarg(positional)]
        c2pwrite: i32,
        #[pyarg(positional)]
        _errread: i32,
        #[pyarg(positional)]
        errwrite: i32,
        #[pyarg(positional)]
        _errpipe_read: i32,
        #[pyarg(positional)]
        errpipe_write: i32,
        #[pyarg(positional)]
        _restore_signals: bool,
        #[pyarg(positional)]
        start_new_session: bool,
        #[pyarg(positional)]
        process_group: i32,
        #[pyarg(positional)]
        gid: Option<u32>,
        #[pyarg(positional)]
        groups: Option<ArgIterable<u32>>,
        #[pyarg(positional)]
        uid: Option<u32>,
        #[pyarg(positional)]
        umask: i32,
        #[pyarg(positional)]
        preexec_fn: PyObjectRef,
    }

    #[pyfunction]
    fn fork_exec(args: ForkExecArgs, vm: &VirtualMachine) -> PyResult<u32> {
        if !vm.is_none(&args.preexec_fn) {
            return Err(vm.new_runtime_error(
                "preexec_fn cannot be called: a new process is no copy of this one here",
            ));
        }
        check_user(&args, vm)?;
        let (paths, name) = executables(&args, vm)?;
        let argv: Vec<String> =
            args.args.iter(vm)?.map(|arg| launch::text(&arg?, vm)).collect::<PyResult<_>>()?;
        let cwd = match vm.is_none(&args.cwd) {
            true => None,
            false => Some(launch::text(&args.cwd, vm)?),
        };
        let group = match args.process_group {
            _ if args.start_new_session => SpawnGroup::Session,
            0 => SpawnGroup::New,
            group => u32::try_from(group).map_or(SpawnGroup::Inherit, |g| SpawnGroup::Join(Pid(g))),
        };
        let (env, fds) = (variables(&args, vm)?, descriptors(&args, vm)?);
        let launch = Launch { paths, argv, env, cwd, fds, group };
        let before = set_umask(args.umask, vm)?;
        let started = launch.start(&name, vm);
        if let Some(mask) = before {
            syscalls::call(vm, Syscall::Umask { mask })?;
        }
        started.map(|pid| pid.0)
    }

    /// There is one user, who cannot become another.
    fn check_user(args: &ForkExecArgs, vm: &VirtualMachine) -> PyResult<()> {
        let mut wanted: Vec<u32> = args.uid.into_iter().chain(args.gid).collect();
        if let Some(groups) = &args.groups {
            wanted.extend(groups.iter(vm)?.collect::<PyResult<Vec<u32>>>()?);
        }
        match wanted.iter().all(|id| *id == posix_user_id()) {
            true => Ok(()),
            false => Err(os_error(vm, Errno::EPERM)),
        }
    }

    /// The files to try, and the name of the program for exceptions.
    fn executables(
        args: &ForkExecArgs,
        vm: &VirtualMachine,
    ) -> PyResult<(Vec<String>, PyObjectRef)> {
        let paths: Vec<String> = args
            .executables
            .iter(vm)?
            .map(|path| launch::text(&path?, vm))
            .collect::<PyResult<_>>()?;
        let first = args.args.iter(vm)?.next().transpose()?;
        let first = first.map_or_else(|| Ok(String::new()), |name| launch::text(&name, vm))?;
        let name = match paths.as_slice() {
            [path] if !path.ends_with(&format!("/{first}")) => path.as_str(),
            // A bare name, looked for in each folder of PATH.
            [.., last] => last.rsplit('/').next().unwrap_or(last),
            [] => return Err(vm.new_value_error("executable_list must not be empty")),
        };
        let name = vm.ctx.new_str(name).into();
        Ok((paths, name))
    }

    fn variables(args: &ForkExecArgs, vm: &VirtualMachine) -> PyResult<Vec<(String, String)>> {
        let Some(env) = &args.env else { return Ok(launch::environment()) };
        let mut variables = Vec::new();
        for entry in env.iter(vm)? {
            let entry = launch::text(&entry?, vm)?;
            if let Some((name, value)) = entry.split_once('=') {
                variables.push((name.to_owned(), value.to_owned()));
            }
        }
        Ok(variables)
    }

    fn descriptors(args: &ForkExecArgs, vm: &VirtualMachine) -> PyResult<Vec<(Fd, Fd)>> {
        let standard = [args.p2cread, args.c2pwrite, args.errwrite];
        let mut fds: Vec<(Fd, Fd)> = (0..3)
            .zip(standard)
            .map(|(theirs, ours)| (Fd(theirs), Fd(u32::try_from(ours).unwrap_or(theirs))))
            .collect();
        if !args.close_fds {
            fds.extend(launch::inheritable(vm)?.into_iter().map(|fd| (fd, fd)));
        }
        for fd in args.fds_to_keep.iter(vm)? {
            let fd = u32::try_from(fd?)
                .map_err(|_| vm.new_value_error("bad value(s) in fds_to_keep"))?;
            let is_pipe_for_errors = u32::try_from(args.errpipe_write) == Ok(fd);
            let fd = Fd(fd);
            if fd.0 > 2 && !is_pipe_for_errors && !fds.contains(&(fd, fd)) {
                fds.push((fd, fd));
            }
        }
        Ok(fds)
    }

    /// A new process has its parent's mask: so the parent has the wanted one for that moment.
    fn set_umask(mask: i32, vm: &VirtualMachine) -> PyResult<Option<u32>> {
        let Ok(mask) = u32::try_from(mask) else { return Ok(None) };
        match syscalls::call(vm, Syscall::Umask { mask })? {
            Reply::Count(before) => Ok(Some(before)),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }
}
