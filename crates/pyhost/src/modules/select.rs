//! Owns the module `select`: `select`, `poll` and `epoll` over the one system call that waits.
//!
//! An `epoll` here is a list that this process keeps; each wait passes all of it. `EPOLLET` is
//! taken and behaves like the default, level-triggered: who reads until there is no more, as an
//! edge-triggered program must, sees no difference. A descriptor that another thread registers while
//! one waits counts from the next wait on.

mod interest;

pub(crate) use decl::module_def;
pub(crate) use interest::forget;

#[rustpython_vm::pymodule(name = "select")]
mod decl {
    use std::collections::BTreeMap;
    use std::sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, Ordering::Relaxed},
    };

    use rustpython_vm::{
        FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, TryFromObject, VirtualMachine,
        builtins::{PyInt, PyModule, PyTypeRef},
        common::lock::PyMutex,
        function::{ArgIterable, FuncArgs, OptionalArg},
        types::{Constructor, Destructor},
    };
    use vivarium_protocol::{Errno, Fd, FileKind, OpenFlags, PollEvents, PollFd, Reply, Syscall};

    use super::interest::{self, Interest, Shared};
    use crate::{
        modules::args::Fileno,
        syscalls::{self, call, os_error},
        waiting::{self, Deadline},
    };

    /// `select` takes descriptors below this only, as the C library does.
    const FD_SETSIZE: u32 = 1024;
    const PRI: u16 = 2;
    const ONESHOT: u32 = 1 << 30;
    /// What a registration asks for if it does not say: IN, PRI and OUT.
    const ALL: u32 = 7;

    const CONSTANTS: &[(&str, i64)] = &[
        ("PIPE_BUF", 4096),
        ("POLLIN", 1),
        ("POLLPRI", 2),
        ("POLLOUT", 4),
        ("POLLERR", 8),
        ("POLLHUP", 0x10),
        ("POLLNVAL", 0x20),
        ("POLLRDNORM", 0x40),
        ("POLLRDBAND", 0x80),
        ("POLLWRNORM", 0x100),
        ("POLLWRBAND", 0x200),
        ("POLLMSG", 0x400),
        ("POLLRDHUP", 0x2000),
        ("EPOLLIN", 1),
        ("EPOLLPRI", 2),
        ("EPOLLOUT", 4),
        ("EPOLLERR", 8),
        ("EPOLLHUP", 0x10),
        ("EPOLLRDNORM", 0x40),
        ("EPOLLRDBAND", 0x80),
        ("EPOLLWRNORM", 0x100),
        ("EPOLLWRBAND", 0x200),
        ("EPOLLMSG", 0x400),
        ("EPOLLRDHUP", 0x2000),
        ("EPOLLEXCLUSIVE", 1 << 28),
        ("EPOLLWAKEUP", 1 << 29),
        ("EPOLLONESHOT", 1 << 30),
        ("EPOLLET", 1 << 31),
        ("EPOLL_CLOEXEC", 0o200_0000),
    ];

    #[pyattr]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        crate::modules::set_constants(module, CONSTANTS, vm)
    }

    /// A descriptor, from an integer or an object with `fileno()`.
    fn fileno(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        let is_plain = object.downcast_ref::<PyInt>().is_some();
        if !is_plain && vm.get_attribute_opt(object, "fileno")?.is_none() {
            return Err(vm.new_type_error("argument must be an int, or have a fileno() method."));
        }
        let fd = Fileno::try_from_object(vm, object.clone())?.0;
        u32::try_from(fd).map_err(|_| {
            vm.new_value_error(format!("file descriptor cannot be a negative integer ({fd})"))
        })
    }

    /// A time-out in seconds, where `scale` seconds are its unit; `None` is for ever.
    fn timeout(
        value: OptionalArg<PyObjectRef>,
        scale: f64,
        vm: &VirtualMachine,
    ) -> PyResult<Option<f64>> {
        let Some(value) = value.into_option().filter(|value| !vm.is_none(value)) else {
            return Ok(None);
        };
        let number = value
            .try_float_opt(vm)
            .ok_or_else(|| vm.new_type_error("timeout must be a real number or None"))??;
        Ok(Some(number.to_f64() * scale))
    }

    fn deadline(seconds: Option<f64>) -> Deadline {
        Deadline::after(waiting::seconds(seconds.unwrap_or(-1.0)))
    }

    /// One of the three lists of `select`: the objects, with their descriptors.
    fn listed(objects: ArgIterable, vm: &VirtualMachine) -> PyResult<Vec<(PyObjectRef, u32)>> {
        let mut listed = Vec::new();
        for object in objects.iter(vm)? {
            let object = object?;
            let fd = fileno(&object, vm)?;
            if fd >= FD_SETSIZE {
                return Err(vm.new_value_error("filedescriptor out of range in select()"));
            }
            listed.push((object, fd));
        }
        Ok(listed)
    }

    type Lists = (Vec<PyObjectRef>, Vec<PyObjectRef>, Vec<PyObjectRef>);

    #[pyfunction]
    fn select(
        rlist: ArgIterable,
        wlist: ArgIterable,
        xlist: ArgIterable,
        timeout: OptionalArg<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<Lists> {
        let seconds = self::timeout(timeout, 1.0, vm)?;
        if seconds.is_some_and(|seconds| seconds < 0.0) {
            return Err(vm.new_value_error("timeout must be non-negative"));
        }
        let [readers, writers, others] =
            [listed(rlist, vm)?, listed(wlist, vm)?, listed(xlist, vm)?];
        let mut asked: BTreeMap<u32, u16> = BTreeMap::new();
        let wishes = [(&readers, PollEvents::IN), (&writers, PollEvents::OUT), (&others, PRI)];
        for (list, events) in wishes {
            for (_, fd) in list {
                *asked.entry(*fd).or_default() |= events;
            }
        }
        let fds: Vec<PollFd> = asked
            .into_iter()
            .map(|(fd, events)| PollFd { fd: Fd(fd), events: PollEvents(events) })
            .collect();
        let ready = waiting::poll(vm, &fds, deadline(seconds))?;
        let ready: BTreeMap<u32, u16> =
            ready.into_iter().map(|entry| (entry.fd.0, entry.events.0)).collect();
        if ready.values().any(|events| events & PollEvents::NVAL != 0) {
            return Err(os_error(vm, Errno::EBADF));
        }
        let chosen = |list: Vec<(PyObjectRef, u32)>, events: u16| {
            let has = |fd: &u32| ready.get(fd).is_some_and(|ready| ready & events != 0);
            list.into_iter().filter(|(_, fd)| has(fd)).map(|(object, _)| object).collect()
        };
        Ok((
            chosen(readers, PollEvents::IN | PollEvents::HUP | PollEvents::ERR),
            chosen(writers, PollEvents::OUT | PollEvents::ERR),
            chosen(others, PRI),
        ))
    }

    #[pyattr]
    #[pyclass(name = "poll")]
    #[derive(Debug, Default, PyPayload)]
    struct Poll {
        /// Descriptors with the events asked for, in the order of registration.
        fds: PyMutex<Vec<(u32, u16)>>,
        is_polling: AtomicBool,
    }

    impl Constructor for Poll {
        type Args = ();

        fn py_new(
            _class: &Py<rustpython_vm::builtins::PyType>,
            (): (),
            _vm: &VirtualMachine,
        ) -> PyResult<Self> {
            Ok(Self::default())
        }
    }

    fn event_mask(value: OptionalArg<PyObjectRef>, vm: &VirtualMachine) -> PyResult<u16> {
        let OptionalArg::Present(value) = value else { return Ok(7) };
        let value: i64 = value.try_index(vm)?.try_to_primitive(vm)?;
        if value < 0 {
            return Err(vm.new_value_error("value must be positive"));
        }
        u16::try_from(value)
            .map_err(|_| vm.new_overflow_error("Python int too large for C unsigned short"))
    }

    #[pyclass(with(Constructor))]
    impl Poll {
        #[pymethod]
        fn register(
            zelf: &Py<Self>,
            fd: PyObjectRef,
            events: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let (fd, events) = (fileno(&fd, vm)?, event_mask(events, vm)?);
            let mut fds = zelf.fds.lock();
            match fds.iter_mut().find(|(known, _)| *known == fd) {
                Some(entry) => entry.1 = events,
                None => fds.push((fd, events)),
            }
            Ok(())
        }

        #[pymethod]
        fn modify(
            zelf: &Py<Self>,
            fd: PyObjectRef,
            events: PyObjectRef,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let fd = fileno(&fd, vm)?;
            let events = event_mask(OptionalArg::Present(events), vm)?;
            match zelf.fds.lock().iter_mut().find(|(known, _)| *known == fd) {
                Some(entry) => {
                    entry.1 = events;
                    Ok(())
                }
                None => Err(os_error(vm, Errno::ENOENT)),
            }
        }

        #[pymethod]
        fn unregister(zelf: &Py<Self>, fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let fd = fileno(&fd, vm)?;
            let mut fds = zelf.fds.lock();
            match fds.iter().position(|(known, _)| *known == fd) {
                Some(index) => {
                    fds.remove(index);
                    Ok(())
                }
                None => Err(vm.new_key_error(vm.ctx.new_int(fd).into())),
            }
        }

        #[pymethod]
        fn poll(
            zelf: &Py<Self>,
            timeout: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult<Vec<PyObjectRef>> {
            let milliseconds = 0.001;
            let deadline = deadline(self::timeout(timeout, milliseconds, vm)?);
            if zelf.is_polling.swap(true, Relaxed) {
                return Err(vm.new_runtime_error("concurrent poll() invocation"));
            }
            let asked = zelf.fds.lock().clone();
            let fds: Vec<PollFd> =
                asked.iter().map(|(fd, events)| interest::asked(*fd, *events)).collect();
            let ready = waiting::poll(vm, &fds, deadline);
            zelf.is_polling.store(false, Relaxed);
            let ready: BTreeMap<u32, u16> =
                ready?.into_iter().map(|entry| (entry.fd.0, entry.events.0)).collect();
            let told = asked.into_iter().filter_map(|(fd, events)| {
                let told = interest::told(events, *ready.get(&fd)?);
                (told != 0).then(|| vm.new_tuple((fd, told)).into())
            });
            Ok(told.collect())
        }
    }

    #[pyattr]
    #[pyclass(name = "epoll")]
    #[derive(Debug, PyPayload)]
    struct Epoll {
        /// A descriptor that stands for it, so that it has a number; -1 is closed.
        fd: AtomicI32,
        interest: Shared,
    }

    #[derive(FromArgs)]
    struct EpollArgs {
        #[pyarg(any, default = -1)]
        sizehint: i64,
        #[pyarg(any, default = 0)]
        flags: i32,
    }

    impl Constructor for Epoll {
        type Args = EpollArgs;

        fn py_new(
            _class: &Py<rustpython_vm::builtins::PyType>,
            args: EpollArgs,
            vm: &VirtualMachine,
        ) -> PyResult<Self> {
            if args.sizehint < -1 || args.sizehint == 0 {
                return Err(vm.new_value_error("negative sizehint"));
            }
            if args.flags & !0o200_0000 != 0 {
                return Err(os_error(vm, Errno::EINVAL));
            }
            let flags = OpenFlags(OpenFlags::CLOEXEC);
            let open = Syscall::Open { at: None, path: "/dev/null".to_owned(), flags, mode: 0 };
            let reply = call(vm, open)?;
            let fd = AtomicI32::new(syscalls::fd(vm, reply)?.0.cast_signed());
            let interest = Arc::new(PyMutex::new(Interest::default()));
            interest::enter(&interest);
            Ok(Self { fd, interest })
        }
    }

    impl Epoll {
        fn open(&self, vm: &VirtualMachine) -> PyResult<u32> {
            u32::try_from(self.fd.load(Relaxed))
                .map_err(|_| vm.new_value_error("I/O operation on closed epoll object"))
        }

        fn release(&self) -> Result<(), Errno> {
            match u32::try_from(self.fd.swap(-1, Relaxed)) {
                Ok(fd) => syscalls::quick(Syscall::Close { fd: Fd(fd) }).map(drop),
                Err(_) => Ok(()),
            }
        }
    }

    /// What can be waited for: not regular files and directories, which are always ready.
    fn check_waitable(fd: u32, vm: &VirtualMachine) -> PyResult<()> {
        match call(vm, Syscall::Fstat { fd: Fd(fd) })? {
            Reply::Metadata(metadata)
                if matches!(metadata.kind, FileKind::File | FileKind::Directory) =>
            {
                Err(os_error(vm, Errno::EPERM))
            }
            _ => Ok(()),
        }
    }

    #[pyclass(with(Constructor, Destructor))]
    impl Epoll {
        #[pyclassmethod]
        fn fromfd(_class: PyTypeRef, _fd: i32, vm: &VirtualMachine) -> PyResult<()> {
            let reason = "an epoll object cannot be made from a descriptor here";
            Err(syscalls::os_error_because(vm, Errno::ENOSYS, reason))
        }

        #[pygetset]
        fn closed(zelf: &Py<Self>) -> bool {
            zelf.fd.load(Relaxed) < 0
        }

        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            zelf.release().map_err(|errno| os_error(vm, errno))
        }

        #[pymethod]
        fn fileno(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u32> {
            zelf.open(vm)
        }

        #[pymethod]
        fn register(
            zelf: &Py<Self>,
            fd: PyObjectRef,
            events: OptionalArg<u32>,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            zelf.open(vm)?;
            // Who passes a file keeps it open that long.
            let number = fileno(&fd, vm)?;
            check_waitable(number, vm)?;
            if zelf.interest.lock().add(number, events.unwrap_or(ALL)) {
                Ok(())
            } else {
                Err(os_error(vm, Errno::EEXIST))
            }
        }

        #[pymethod]
        fn modify(
            zelf: &Py<Self>,
            fd: PyObjectRef,
            events: u32,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            zelf.open(vm)?;
            let fd = fileno(&fd, vm)?;
            if zelf.interest.lock().change(fd, events) {
                Ok(())
            } else {
                Err(os_error(vm, Errno::ENOENT))
            }
        }

        #[pymethod]
        fn unregister(zelf: &Py<Self>, fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            zelf.open(vm)?;
            let fd = fileno(&fd, vm)?;
            if zelf.interest.lock().remove(fd) { Ok(()) } else { Err(os_error(vm, Errno::ENOENT)) }
        }

        #[pymethod]
        fn poll(
            zelf: &Py<Self>,
            args: EpollPollArgs,
            vm: &VirtualMachine,
        ) -> PyResult<Vec<PyObjectRef>> {
            zelf.open(vm)?;
            let timeout = args.timeout.map_or(OptionalArg::Missing, OptionalArg::Present);
            let deadline = deadline(self::timeout(timeout, 1.0, vm)?);
            let most = match usize::try_from(args.maxevents) {
                Ok(most) if most > 0 => most,
                _ if args.maxevents == -1 => usize::MAX,
                _ => {
                    return Err(vm.new_value_error(format!(
                        "maxevents must be greater than 0, got {}",
                        args.maxevents
                    )));
                }
            };
            loop {
                let fds = zelf.interest.lock().asked();
                let ready = waiting::poll(vm, &fds, deadline)?;
                let is_over = ready.is_empty();
                let told = zelf.interest.lock().told(ready, most, ONESHOT);
                // What came may have been about descriptors that are closed.
                if is_over || !told.is_empty() {
                    let pair = |(fd, events): (u32, u16)| vm.new_tuple((fd, events)).into();
                    return Ok(told.into_iter().map(pair).collect());
                }
            }
        }

        #[pymethod]
        fn __enter__(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
            zelf.open(vm)?;
            Ok(zelf)
        }

        #[pymethod]
        fn __exit__(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            Self::close(zelf, vm)
        }
    }

    #[derive(FromArgs)]
    struct EpollPollArgs {
        #[pyarg(any, optional)]
        timeout: Option<PyObjectRef>,
        #[pyarg(any, default = -1)]
        maxevents: i64,
    }

    impl Destructor for Epoll {
        fn del(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<()> {
            // Nobody is left to be told.
            let _ = zelf.release();
            Ok(())
        }
    }
}
