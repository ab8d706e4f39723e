//! Owns `_multiprocessing`: `SemLock`, the named semaphore under every lock of `multiprocessing`.
//!
//! The value lives in the kernel; which thread holds a lock and how often is known here.

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "_multiprocessing")]
mod decl {
    use std::sync::atomic::{AtomicI32, AtomicU32, Ordering};

    use rustpython_vm::{
        Context, FromArgs, Py, PyObjectRef, PyPayload, PyResult, VirtualMachine,
        builtins::{PyDictRef, PyType, PyTypeRef, PyUtf8StrRef},
        function::FuncArgs,
        types::Constructor,
    };
    use vivarium_protocol::{Clock, Errno, OpenFlags, Reply, SemId, Syscall};

    use crate::{
        clock, signals,
        syscalls::{self, os_error},
    };

    const RECURSIVE_MUTEX: i32 = 0;
    const SEMAPHORE: i32 = 1;
    const SEM_VALUE_MAX: i32 = i32::MAX;

    #[pyattr]
    #[pyclass(module = "_multiprocessing", name = "SemLock")]
    #[derive(Debug, PyPayload)]
    struct SemLock {
        sem: SemId,
        kind: i32,
        maxvalue: i32,
        name: Option<String>,
        /// How often this process has taken it and not given it back; below 0 for a semaphore that
        /// others take.
        count: AtomicI32,
        /// The thread that took it last.
        owner: AtomicU32,
    }

    #[derive(FromArgs)]
    struct NewArgs {
        #[pyarg(any)]
        kind: i32,
        #[pyarg(any)]
        value: i32,
        #[pyarg(any)]
        maxvalue: i32,
        #[pyarg(any)]
        name: PyUtf8StrRef,
        #[pyarg(any)]
        unlink: bool,
    }

    #[derive(FromArgs)]
    struct AcquireArgs {
        #[pyarg(any, default = true)]
        block: bool,
        #[pyarg(any, default)]
        timeout: Option<PyObjectRef>,
    }

    fn open(name: &str, flags: u32, value: u32, vm: &VirtualMachine) -> PyResult<SemId> {
        let call = Syscall::SemOpen { name: name.to_owned(), flags: OpenFlags(flags), value };
        match syscalls::call(vm, call)? {
            Reply::Sem { sem, .. } => Ok(sem),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    impl Constructor for SemLock {
        type Args = NewArgs;

        fn py_new(_class: &Py<PyType>, args: NewArgs, vm: &VirtualMachine) -> PyResult<Self> {
            if args.kind != RECURSIVE_MUTEX && args.kind != SEMAPHORE {
                return Err(vm.new_value_error("unrecognized kind"));
            }
            let value = u32::try_from(args.value).ok().filter(|_| args.value <= args.maxvalue);
            let value = value.ok_or_else(|| vm.new_value_error("invalid value"))?;
            let name = args.name.as_str();
            if name.contains('\0') {
                return Err(vm.new_value_error("embedded null character"));
            }
            let sem = open(name, OpenFlags::CREAT | OpenFlags::EXCL, value, vm)?;
            if args.unlink {
                syscalls::call(vm, Syscall::SemUnlink { name: name.to_owned() })?;
            }
            let name = (!args.unlink).then(|| name.to_owned());
            Ok(Self::new(sem, args.kind, args.maxvalue, name))
        }
    }

    impl Drop for SemLock {
        fn drop(&mut self) {
            if syscalls::try_current().is_some() {
                let _ = syscalls::quick(Syscall::SemClose { sem: self.sem });
            }
        }
    }

    impl SemLock {
        fn new(sem: SemId, kind: i32, maxvalue: i32, name: Option<String>) -> Self {
            let (count, owner) = (AtomicI32::new(0), AtomicU32::new(0));
            Self { sem, kind, maxvalue, name, count, owner }
        }

        fn is_own(&self) -> bool {
            self.count.load(Ordering::SeqCst) > 0
                && self.owner.load(Ordering::SeqCst) == green::current_id()
        }

        fn value(&self, vm: &VirtualMachine) -> PyResult<u32> {
            let reply = syscalls::call(vm, Syscall::SemValue { sem: self.sem })?;
            syscalls::count(vm, reply)
        }

        fn taken(&self) {
            self.count.fetch_add(1, Ordering::SeqCst);
            self.owner.store(green::current_id(), Ordering::SeqCst);
        }

        /// Waits at most `seconds` (`None`: for ever); after a signal for the rest of the time.
        fn wait(&self, seconds: Option<f64>, vm: &VirtualMachine) -> PyResult<bool> {
            let now = || clock::read(Clock::Monotonic).as_secs_f64();
            let deadline = seconds.map(|seconds| now() + seconds);
            let mut rest = seconds;
            loop {
                let timeout_ms = rest.map(milliseconds);
                let call = Syscall::SemWait { sem: self.sem, timeout_ms };
                match syscalls::once(vm, call) {
                    Ok(_) => return Ok(true),
                    Err(Errno::EAGAIN | Errno::ETIMEDOUT) => return Ok(false),
                    Err(Errno::EINTR) => signals::run_pending(vm)?,
                    Err(errno) => return Err(os_error(vm, errno)),
                }
                rest = deadline.map(|deadline| (deadline - now()).max(0.0));
            }
        }
    }

    fn milliseconds(seconds: f64) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates"
        )]
        let milliseconds = (seconds * 1000.0).ceil() as u32;
        milliseconds
    }

    #[pyclass(with(Constructor), flags(BASETYPE))]
    impl SemLock {
        #[pygetset]
        fn handle(zelf: &Py<Self>) -> u32 {
            zelf.sem.0
        }

        #[pygetset]
        fn kind(zelf: &Py<Self>) -> i32 {
            zelf.kind
        }

        #[pygetset]
        fn maxvalue(zelf: &Py<Self>) -> i32 {
            zelf.maxvalue
        }

        #[pygetset]
        fn name(zelf: &Py<Self>) -> Option<String> {
            zelf.name.clone()
        }

        #[pymethod]
        fn acquire(zelf: &Py<Self>, args: AcquireArgs, vm: &VirtualMachine) -> PyResult<bool> {
            if zelf.kind == RECURSIVE_MUTEX && zelf.is_own() {
                zelf.count.fetch_add(1, Ordering::SeqCst);
                return Ok(true);
            }
            let seconds = match args.timeout {
                _ if !args.block => Some(0.0),
                Some(timeout) => Some(timeout.try_float(vm)?.to_f64().max(0.0)),
                None => None,
            };
            let is_taken = zelf.wait(seconds, vm)?;
            if is_taken {
                zelf.taken();
            }
            Ok(is_taken)
        }

        #[pymethod]
        fn release(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if zelf.kind == RECURSIVE_MUTEX {
                if !zelf.is_own() {
                    return Err(vm.new_assertion_error(
                        "attempt to release recursive lock not owned by thread",
                    ));
                }
                if zelf.count.load(Ordering::SeqCst) > 1 {
                    zelf.count.fetch_sub(1, Ordering::SeqCst);
                    return Ok(());
                }
            }
            let max = match zelf.kind {
                RECURSIVE_MUTEX => u32::MAX,
                _ => u32::try_from(zelf.maxvalue).unwrap_or(0),
            };
            let call = Syscall::SemPost { sem: zelf.sem, max };
            // Who gives back what it took cannot give too much.
            if zelf.kind == RECURSIVE_MUTEX
                || max == SEM_VALUE_MAX.cast_unsigned()
                || zelf.count.load(Ordering::SeqCst) > 0
            {
                syscalls::tell(call);
                zelf.count.fetch_sub(1, Ordering::SeqCst);
                return Ok(());
            }
            match syscalls::retry(vm, call)? {
                Ok(_) => {
                    zelf.count.fetch_sub(1, Ordering::SeqCst);
                    Ok(())
                }
                Err(Errno::EOVERFLOW) => {
                    Err(vm.new_value_error("semaphore or lock released too many times"))
                }
                Err(errno) => Err(os_error(vm, errno)),
            }
        }

        #[pymethod(name = "__enter__")]
        fn enter(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            Self::acquire(zelf, AcquireArgs { block: true, timeout: None }, vm)
        }

        #[pymethod(name = "__exit__")]
        fn exit(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            Self::release(zelf, vm)
        }

        #[pyclassmethod]
        fn _rebuild(
            class: PyTypeRef,
            _handle: PyObjectRef,
            kind: i32,
            maxvalue: i32,
            name: Option<PyUtf8StrRef>,
            vm: &VirtualMachine,
        ) -> PyResult<PyObjectRef> {
            let Some(name) = name.map(|name| name.as_str().to_owned()) else {
                return Err(vm.new_value_error("a semaphore without a name cannot be rebuilt"));
            };
            let sem = open(&name, 0, 0, vm)?;
            let lock = Self::new(sem, kind, maxvalue, Some(name));
            lock.into_ref_with_type(vm, class).map(Into::into)
        }

        #[pymethod]
        fn _count(zelf: &Py<Self>) -> i32 {
            zelf.count.load(Ordering::SeqCst)
        }

        #[pymethod]
        fn _is_mine(zelf: &Py<Self>) -> bool {
            zelf.is_own()
        }

        #[pymethod]
        fn _get_value(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
            zelf.value(vm)
        }

        #[pymethod]
        fn _is_zero(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<bool> {
            zelf.value(vm).map(|value| value == 0)
        }

        #[pymethod]
        fn _after_fork(zelf: &Py<Self>) {
            zelf.count.store(0, Ordering::SeqCst);
        }

        #[pymethod]
        fn __reduce__(_zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            Err(vm.new_type_error("cannot pickle 'SemLock' object"))
        }

        #[extend_class]
        fn extend_class(ctx: &Context, class: &Py<PyType>) {
            let numbers = [
                ("RECURSIVE_MUTEX", RECURSIVE_MUTEX),
                ("SEMAPHORE", SEMAPHORE),
                ("SEM_VALUE_MAX", SEM_VALUE_MAX),
            ];
            for (name, number) in numbers {
                class.set_attr(ctx.intern_str(name), ctx.new_int(number).into());
            }
        }
    }

    #[derive(FromArgs)]
    struct UnlinkArgs {
        #[pyarg(any)]
        name: PyUtf8StrRef,
    }

    #[pyfunction]
    fn sem_unlink(args: UnlinkArgs, vm: &VirtualMachine) -> PyResult<()> {
        let name = args.name.as_str().to_owned();
        syscalls::call(vm, Syscall::SemUnlink { name }).map(drop)
    }

    #[pyattr]
    fn flags(vm: &VirtualMachine) -> PyDictRef {
        let flags = vm.ctx.new_dict();
        for name in ["HAVE_SEM_OPEN", "HAVE_SEM_TIMEDWAIT"] {
            flags.set_item(name, vm.ctx.new_int(1).into(), vm).expect("a string is hashable");
        }
        flags
    }
}
