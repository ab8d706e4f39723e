//! Owns the part of `posix` that starts programs: `posix_spawn` and `posix_spawnp`.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "posix")]
pub(super) mod decl {
    use std::collections::BTreeMap;

    use rustpython_vm::{
        FromArgs, PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyTuple, PyTupleRef},
        function::{ArgIterable, ArgMapping},
    };
    use vivarium_protocol::{Errno, Fd, OpenFlags, Pid, SpawnGroup, Syscall};

    use crate::{
        launch::{self, Launch},
        syscalls::{self, call, os_error},
    };

    #[derive(FromArgs)]
    struct SpawnArgs {
        #[pyarg(positional)]
        path: PyObjectRef,
        #[pyarg(positional)]
        argv: ArgIterable<PyObjectRef>,
        #[pyarg(positional)]
        env: Option<ArgMapping>,
        #[pyarg(named, default)]
        file_actions: Option<ArgIterable<PyObjectRef>>,
        #[pyarg(named, default)]
        setpgroup: Option<i32>,
        #[pyarg(named, default)]
        _resetids: bool,
        #[pyarg(named, default)]
        setsid: bool,
        #[pyarg(named, default)]
        _setsigmask: Option<PyObjectRef>,
        #[pyarg(named, default)]
        _setsigdef: Option<PyObjectRef>,
        #[pyarg(named, default)]
        scheduler: Option<PyObjectRef>,
    }

    #[pyfunction]
    fn posix_spawn(args: SpawnArgs, vm: &VirtualMachine) -> PyResult<u32> {
        let paths = vec![launch::text(&args.path, vm)?];
        start(args, paths, vm)
    }

    #[pyfunction]
    fn posix_spawnp(args: SpawnArgs, vm: &VirtualMachine) -> PyResult<u32> {
        let name = launch::text(&args.path, vm)?;
        if name.contains('/') {
            return start(args, vec![name], vm);
        }
        let environment = launch::environment();
        let folders = environment.iter().find(|(name, _)| name == "PATH");
        let folders = folders.map_or("/usr/bin", |(_, value)| value.as_str());
        let paths = folders.split(':').map(|folder| format!("{folder}/{name}")).collect();
        start(args, paths, vm)
    }

    fn start(args: SpawnArgs, paths: Vec<String>, vm: &VirtualMachine) -> PyResult<u32> {
        if args.scheduler.is_some() {
            return Err(vm.new_not_implemented_error("The scheduler option is not supported here."));
        }
        let argv: Vec<String> =
            args.argv.iter(vm)?.map(|arg| launch::text(&arg?, vm)).collect::<PyResult<_>>()?;
        if argv.is_empty() {
            return Err(vm.new_value_error("posix_spawn: argv must not be empty"));
        }
        let env = variables(args.env.as_ref(), vm)?;
        let group = match args.setpgroup {
            _ if args.setsid => SpawnGroup::Session,
            None => SpawnGroup::Inherit,
            Some(0) => SpawnGroup::New,
            Some(group) => {
                let group = u32::try_from(group).map_err(|_| os_error(vm, Errno::EINVAL))?;
                SpawnGroup::Join(Pid(group))
            }
        };
        let mut opened = Vec::new();
        let started = descriptors(args.file_actions.as_ref(), &mut opened, vm).and_then(|fds| {
            let fds = fds.into_iter().collect();
            Launch { paths, argv, env, cwd: None, fds, group }.start(&args.path, vm)
        });
        for fd in opened {
            let _ = syscalls::quick(Syscall::Close { fd });
        }
        started.map(|pid| pid.0)
    }

    fn variables(env: Option<&ArgMapping>, vm: &VirtualMachine) -> PyResult<Vec<(String, String)>> {
        let Some(env) = env else { return Ok(launch::environment()) };
        let mut variables = Vec::new();
        let env: PyObjectRef = env.clone().into();
        let items = vm.call_method(&env, "items", ())?;
        for item in items.try_into_value::<ArgIterable<PyTupleRef>>(vm)?.iter(vm)? {
            let (name, value) = item?.extract_tuple::<(PyObjectRef, PyObjectRef)>(vm)?;
            variables.push((launch::text(&name, vm)?, launch::text(&value, vm)?));
        }
        Ok(variables)
    }

    /// The child's descriptors after the actions; files that they open are gathered in `opened`.
    fn descriptors(
        actions: Option<&ArgIterable<PyObjectRef>>,
        opened: &mut Vec<Fd>,
        vm: &VirtualMachine,
    ) -> PyResult<BTreeMap<Fd, Fd>> {
        let standard = (0..3).map(|fd| (Fd(fd), Fd(fd)));
        let inherited = launch::inheritable(vm)?.into_iter().map(|fd| (fd, fd));
        let mut fds: BTreeMap<Fd, Fd> = standard.chain(inherited).collect();
        let Some(actions) = actions else { return Ok(fds) };
        for action in actions.iter(vm)? {
            apply(&action?, &mut fds, opened, vm)?;
        }
        Ok(fds)
    }

    fn apply(
        action: &PyObjectRef,
        fds: &mut BTreeMap<Fd, Fd>,
        opened: &mut Vec<Fd>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let wrong = || vm.new_type_error("A file_actions element must be a non-empty tuple");
        let action = action.downcast_ref::<PyTuple>().ok_or_else(wrong)?;
        let numbers = |from: usize| -> PyResult<u32> {
            let object = action.as_slice().get(from).ok_or_else(wrong)?;
            object.clone().try_into_value::<u32>(vm)
        };
        match (numbers(0)?, action.len()) {
            (0, 5) => {
                let path = launch::text(&action.as_slice()[2], vm)?;
                let flags = OpenFlags(numbers(3)? | OpenFlags::CLOEXEC);
                let open = Syscall::Open { at: None, path, flags, mode: numbers(4)? };
                let reply = syscalls::call_named(vm, open, &action.as_slice()[2])?;
                let fd = syscalls::fd(vm, reply)?;
                opened.push(fd);
                fds.insert(Fd(numbers(1)?), fd);
            }
            (1, 2) => {
                fds.remove(&Fd(numbers(1)?));
            }
            (2, 3) => {
                let from = Fd(numbers(1)?);
                // Unlike after a fork, what is closed on exec can be given on all the same.
                let ours = fds.get(&from).copied().unwrap_or(from);
                call(vm, Syscall::GetCloexec { fd: ours })?;
                fds.insert(Fd(numbers(2)?), ours);
            }
            (3, 2) => {
                let first = numbers(1)?;
                fds.retain(|fd, _| fd.0 < first);
            }
            _ => return Err(vm.new_type_error("Unknown file_actions identifier")),
        }
        Ok(())
    }
}
