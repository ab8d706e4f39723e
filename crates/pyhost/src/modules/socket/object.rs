//! Owns the class `_socket.socket`, and the functions of `_socket` on descriptors.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "_socket")]
pub(super) mod decl {
    use std::{
        collections::BTreeMap,
        sync::atomic::{AtomicI32, AtomicU64, Ordering::Relaxed},
        time::Duration,
    };

    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        builtins::{PyBytesRef, PyFloat, PyListRef, PyTupleRef},
        common::lock::PyMutex,
        function::{ArgBytesLike, ArgIterable, ArgMemoryBuffer, OptionalArg},
        types::{DefaultConstructor, Destructor, Initializer, Representable},
    };
    use vivarium_protocol::{
        Domain, Errno, Fd, MessageFlags, OpenFlags, PollEvents, Reply, ShutdownHow, SockAddr,
        SocketKind, SocketOption, Syscall,
    };

    use super::super::{
        address,
        constants::{
            AF_INET, AF_UNIX, IPPROTO_TCP, IPPROTO_UDP, SOCK_CLOEXEC, SOCK_DGRAM, SOCK_NONBLOCK,
            SOCK_RAW, SOCK_STREAM,
        },
        options::{self, Kind},
        transfer::{Channel, Failure, Timeout, timed_out},
    };
    use crate::{
        signals,
        syscalls::{self, call, descriptor, os_error, os_error_because},
        waiting,
    };

    /// No open socket.
    const CLOSED: i32 = -1;
    /// The time-out of one that waits for ever, in seconds.
    const FOREVER: f64 = -1.0;

    /// The time-out of new sockets, in seconds.
    static DEFAULT_TIMEOUT: AtomicU64 = AtomicU64::new(FOREVER.to_bits());

    #[pyattr(name = "socket")]
    #[pyattr(name = "SocketType")]
    #[pyclass(name = "socket")]
    #[derive(Debug, PyPayload)]
    pub(crate) struct Socket {
        fd: AtomicI32,
        #[pymember]
        family: AtomicI32,
        #[pymember(name = "type")]
        kind: AtomicI32,
        #[pymember]
        proto: AtomicI32,
        /// Seconds as bits; negative is for ever.
        timeout: AtomicU64,
        /// Options that have no effect.
        options: PyMutex<BTreeMap<(i32, i32), i32>>,
    }

    impl Default for Socket {
        fn default() -> Self {
            Self {
                fd: AtomicI32::new(CLOSED),
                family: AtomicI32::new(0),
                kind: AtomicI32::new(0),
                proto: AtomicI32::new(0),
                timeout: AtomicU64::new(FOREVER.to_bits()),
                options: PyMutex::new(BTreeMap::new()),
            }
        }
    }

    impl DefaultConstructor for Socket {}

    #[derive(FromArgs)]
    pub(crate) struct SocketArgs {
        #[pyarg(any, default = -1)]
        family: i32,
        #[pyarg(any, default = -1)]
        r#type: i32,
        #[pyarg(any, default = -1)]
        proto: i32,
        #[pyarg(any, optional)]
        fileno: Option<PyObjectRef>,
    }

    impl Initializer for Socket {
        type Args = SocketArgs;

        fn init(zelf: &Py<Self>, args: SocketArgs, vm: &VirtualMachine) -> PyResult<()> {
            vm.audit("socket.__new__", || (zelf.to_owned(), args.family, args.r#type, args.proto))?;
            let mut timeout = f64::from_bits(DEFAULT_TIMEOUT.load(Relaxed));
            let made = match args.fileno.filter(|fileno| !vm.is_none(fileno)) {
                Some(fileno) => adopt(&fileno, args.family, args.r#type, args.proto, vm)?,
                None => {
                    let or = |value, default| if value == -1 { default } else { value };
                    let kind = or(args.r#type, SOCK_STREAM);
                    if kind & SOCK_NONBLOCK != 0 {
                        timeout = 0.0;
                    }
                    let (family, proto) = (or(args.family, AF_INET), or(args.proto, 0));
                    open(family, kind & !(SOCK_NONBLOCK | SOCK_CLOEXEC), proto, vm)?
                }
            };
            zelf.fd.store(made.fd, Relaxed);
            zelf.family.store(made.family, Relaxed);
            zelf.kind.store(made.kind, Relaxed);
            zelf.proto.store(made.proto, Relaxed);
            zelf.timeout.store(timeout.to_bits(), Relaxed);
            if timeout >= 0.0 { zelf.set_nonblocking(true, vm) } else { Ok(()) }
        }
    }

    struct Made {
        fd: i32,
        family: i32,
        kind: i32,
        proto: i32,
    }

    /// Checks what a new socket is to be.
    fn check(
        family: i32,
        kind: i32,
        proto: i32,
        vm: &VirtualMachine,
    ) -> PyResult<(Domain, SocketKind)> {
        let refuse = |errno| Err(os_error(vm, errno));
        let Some(domain) = address::domain(family) else { return refuse(Errno::EAFNOSUPPORT) };
        let (socket_kind, own) = match kind {
            SOCK_STREAM => (SocketKind::Stream, IPPROTO_TCP),
            SOCK_DGRAM => (SocketKind::Datagram, IPPROTO_UDP),
            SOCK_RAW if family != AF_UNIX => return refuse(Errno::EPERM),
            _ => return refuse(Errno::EPROTONOSUPPORT),
        };
        if proto != 0 && (family == AF_UNIX || proto != own) {
            return refuse(Errno::EPROTONOSUPPORT);
        }
        Ok((domain, socket_kind))
    }

    fn open(family: i32, kind: i32, proto: i32, vm: &VirtualMachine) -> PyResult<Made> {
        let (domain, socket_kind) = check(family, kind, proto, vm)?;
        let flags = OpenFlags(OpenFlags::CLOEXEC);
        let reply = call(vm, Syscall::Socket { domain, kind: socket_kind, flags })?;
        let fd = syscalls::fd(vm, reply)?.0.cast_signed();
        Ok(Made { fd, family, kind, proto })
    }

    /// Takes over a descriptor; asks what it is where the caller does not say.
    fn adopt(
        fileno: &PyObjectRef,
        family: i32,
        kind: i32,
        proto: i32,
        vm: &VirtualMachine,
    ) -> PyResult<Made> {
        if fileno.downcast_ref::<PyFloat>().is_some() {
            return Err(vm.new_type_error("integer argument expected, got float"));
        }
        let fd: i32 = fileno.try_index(vm)?.try_to_primitive(vm)?;
        if fd < 0 {
            return Err(vm.new_value_error("negative file descriptor"));
        }
        let socket = Fd(fd.cast_unsigned());
        let family = match family {
            -1 => match call(vm, Syscall::SocketName { fd: socket })? {
                Reply::Address(address) => address::family_of(&address),
                other => return Err(syscalls::unexpected(vm, &other)),
            },
            family => family,
        };
        let kind = match kind {
            -1 => {
                let option = SocketOption::Type;
                number(vm, call(vm, Syscall::GetSocketOption { fd: socket, option })?)?
            }
            kind => kind & !(SOCK_NONBLOCK | SOCK_CLOEXEC),
        };
        let own = match kind {
            _ if family == AF_UNIX => 0,
            SOCK_STREAM => IPPROTO_TCP,
            _ => IPPROTO_UDP,
        };
        Ok(Made { fd, family, kind, proto: if proto == -1 { own } else { proto } })
    }

    fn number(vm: &VirtualMachine, reply: Reply) -> PyResult<i32> {
        match reply {
            Reply::Number(number) => Ok(number),
            other => Err(syscalls::unexpected(vm, &other)),
        }
    }

    fn flags(flags: OptionalArg<i32>) -> MessageFlags {
        MessageFlags(flags.unwrap_or(0).cast_unsigned())
    }

    /// A length from Python; `function` is named where it is negative.
    fn length(size: isize, function: &str, vm: &VirtualMachine) -> PyResult<usize> {
        usize::try_from(size)
            .map_err(|_| vm.new_value_error(format!("negative buffersize in {function}")))
    }

    /// Seconds from Python; `None` is for ever.
    fn seconds(value: &PyObjectRef, vm: &VirtualMachine) -> PyResult<f64> {
        if vm.is_none(value) {
            return Ok(FOREVER);
        }
        let seconds = value.try_float(vm)?.to_f64();
        if seconds.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        if seconds < 0.0 {
            return Err(vm.new_value_error("Timeout value out of range"));
        }
        Ok(seconds)
    }

    fn to_option(seconds: f64) -> Option<f64> {
        (seconds >= 0.0).then_some(seconds)
    }

    impl Socket {
        /// The open socket; EBADF where it is closed.
        fn channel(&self, vm: &VirtualMachine) -> PyResult<Channel> {
            let fd = descriptor(vm, self.fd.load(Relaxed))?;
            let seconds = f64::from_bits(self.timeout.load(Relaxed));
            let timeout = match waiting::seconds(seconds) {
                None => Timeout::Never,
                Some(Duration::ZERO) => Timeout::AtOnce,
                Some(timeout) => Timeout::After(timeout),
            };
            Ok(Channel { fd, timeout })
        }

        fn domain(&self, vm: &VirtualMachine) -> PyResult<Domain> {
            address::domain(self.family.load(Relaxed))
                .ok_or_else(|| os_error(vm, Errno::EAFNOSUPPORT))
        }

        fn address(
            &self,
            object: &PyObjectRef,
            name: &str,
            vm: &VirtualMachine,
        ) -> PyResult<SockAddr> {
            address::from_python(vm, self.domain(vm)?, object, name)
        }

        fn set_nonblocking(&self, is_nonblocking: bool, vm: &VirtualMachine) -> PyResult<()> {
            let fd = descriptor(vm, self.fd.load(Relaxed))?;
            let reply = call(vm, Syscall::GetFlags { fd })?;
            let before = syscalls::count(vm, reply)?;
            let after = if is_nonblocking {
                before | OpenFlags::NONBLOCK
            } else {
                before & !OpenFlags::NONBLOCK
            };
            if after != before {
                call(vm, Syscall::SetFlags { fd, flags: OpenFlags(after) })?;
            }
            Ok(())
        }

        fn set_timeout(&self, seconds: f64, vm: &VirtualMachine) -> PyResult<()> {
            self.set_nonblocking(seconds >= 0.0, vm)?;
            self.timeout.store(seconds.to_bits(), Relaxed);
            Ok(())
        }

        /// Where a datagram came from; a connection's peer is known anyway.
        fn sender(&self, from: Option<&SockAddr>, vm: &VirtualMachine) -> PyObjectRef {
            match from {
                Some(address) => address::to_python(vm, address),
                None => vm.ctx.none(),
            }
        }

        fn receive_into(
            &self,
            buffer: &ArgMemoryBuffer,
            size: OptionalArg<isize>,
            flags: MessageFlags,
            function: &str,
            vm: &VirtualMachine,
        ) -> PyResult<(usize, Option<SockAddr>)> {
            let room = buffer.len();
            let size = match length(size.unwrap_or(0), function, vm)? {
                0 => room,
                size => size,
            };
            if size > room {
                let message = if function == "recv_into" {
                    "buffer too small for requested bytes"
                } else {
                    "nbytes is greater than the length of the buffer"
                };
                return Err(vm.new_value_error(message));
            }
            let (bytes, from) = self.channel(vm)?.receive(vm, size, flags)?;
            buffer.with_ref(|target| target[..bytes.len()].copy_from_slice(&bytes));
            Ok((bytes.len(), from))
        }
    }

    #[pyclass(
        with(rustpython_vm::types::Constructor, Initializer, Representable, Destructor),
        flags(BASETYPE, HEAPTYPE)
    )]
    impl Socket {
        #[pygetset]
        fn timeout(zelf: &Py<Self>) -> Option<f64> {
            to_option(f64::from_bits(zelf.timeout.load(Relaxed)))
        }

        #[pymethod]
        fn _accept(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<(u32, PyObjectRef)> {
            let channel = zelf.channel(vm)?;
            let accept = Syscall::Accept { fd: channel.fd, flags: OpenFlags(OpenFlags::CLOEXEC) };
            match channel.call(vm, PollEvents::IN, channel.deadline(), &accept)? {
                Reply::Accepted(fd, peer) => Ok((fd.0, address::to_python(vm, &peer))),
                other => Err(syscalls::unexpected(vm, &other)),
            }
        }

        #[pymethod]
        fn bind(zelf: &Py<Self>, address: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let fd = zelf.channel(vm)?.fd;
            let to = zelf.address(&address, "bind", vm)?;
            vm.audit("socket.bind", || (zelf.to_owned(), address.clone()))?;
            call(vm, Syscall::Bind { fd, address: to }).map(drop)
        }

        #[pymethod]
        fn listen(zelf: &Py<Self>, backlog: OptionalArg<i32>, vm: &VirtualMachine) -> PyResult<()> {
            let fd = zelf.channel(vm)?.fd;
            let backlog = u32::try_from(backlog.unwrap_or(128)).unwrap_or(0);
            call(vm, Syscall::Listen { fd, backlog }).map(drop)
        }

        #[pymethod]
        fn connect(zelf: &Py<Self>, address: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let channel = zelf.channel(vm)?;
            let to = zelf.address(&address, "connect", vm)?;
            vm.audit("socket.connect", || (zelf.to_owned(), address.clone()))?;
            channel.connect(vm, &to)?.map_err(|failure| match failure {
                Failure::Errno(errno) => address::network_error(vm, errno),
                Failure::TimedOut => timed_out(vm),
            })
        }

        #[pymethod]
        fn connect_ex(zelf: &Py<Self>, address: PyObjectRef, vm: &VirtualMachine) -> PyResult<i32> {
            let channel = zelf.channel(vm)?;
            let to = zelf.address(&address, "connect_ex", vm)?;
            vm.audit("socket.connect", || (zelf.to_owned(), address.clone()))?;
            Ok(match channel.connect(vm, &to)? {
                Ok(()) => 0,
                Err(Failure::Errno(errno)) => errno.number(),
                Err(Failure::TimedOut) => Errno::EAGAIN.number(),
            })
        }

        #[pymethod]
        fn recv(
            zelf: &Py<Self>,
            size: isize,
            flags: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<PyBytesRef> {
            let size = length(size, "recv", vm)?;
            let (bytes, _) = zelf.channel(vm)?.receive(vm, size, self::flags(flags))?;
            Ok(vm.ctx.new_bytes(bytes))
        }

        #[pymethod]
        fn recvfrom(
            zelf: &Py<Self>,
            size: isize,
            flags: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<(PyBytesRef, PyObjectRef)> {
            let size = length(size, "recvfrom", vm)?;
            let (bytes, from) = zelf.channel(vm)?.receive(vm, size, self::flags(flags))?;
            Ok((vm.ctx.new_bytes(bytes), zelf.sender(from.as_ref(), vm)))
        }

        #[pymethod]
        fn recv_into(zelf: &Py<Self>, args: IntoArgs, vm: &VirtualMachine) -> PyResult<usize> {
            let flags = MessageFlags(args.flags.cast_unsigned());
            let size = OptionalArg::Present(args.nbytes);
            zelf.receive_into(&args.buffer, size, flags, "recv_into", vm).map(|(count, _)| count)
        }

        #[pymethod]
        fn recvfrom_into(
            zelf: &Py<Self>,
            args: IntoArgs,
            vm: &VirtualMachine,
        ) -> PyResult<(usize, PyObjectRef)> {
            let flags = MessageFlags(args.flags.cast_unsigned());
            let size = OptionalArg::Present(args.nbytes);
            let (count, from) =
                zelf.receive_into(&args.buffer, size, flags, "recvfrom_into", vm)?;
            Ok((count, zelf.sender(from.as_ref(), vm)))
        }

        #[pymethod]
        fn recvmsg(
            zelf: &Py<Self>,
            size: isize,
            _ancillary: OptionalArg<usize>,
            flags: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<(PyBytesRef, PyListRef, i32, PyObjectRef)> {
            if size < 0 {
                return Err(vm.new_value_error("negative buffer size in recvmsg()"));
            }
            let (bytes, from) =
                zelf.channel(vm)?.receive(vm, size.unsigned_abs(), self::flags(flags))?;
            let ancillary = vm.ctx.new_list(Vec::new());
            Ok((vm.ctx.new_bytes(bytes), ancillary, 0, zelf.sender(from.as_ref(), vm)))
        }

        #[pymethod]
        fn recvmsg_into(
            zelf: &Py<Self>,
            buffers: ArgIterable<ArgMemoryBuffer>,
            _ancillary: OptionalArg<usize>,
            flags: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<(usize, PyListRef, i32, PyObjectRef)> {
            let buffers: Vec<ArgMemoryBuffer> = buffers.iter(vm)?.collect::<PyResult<_>>()?;
            let room = buffers.iter().map(ArgMemoryBuffer::len).sum();
            let (bytes, from) = zelf.channel(vm)?.receive(vm, room, self::flags(flags))?;
            let mut rest = bytes.as_slice();
            for buffer in &buffers {
                let (part, after) = rest.split_at(buffer.len().min(rest.len()));
                buffer.with_ref(|target| target[..part.len()].copy_from_slice(part));
                rest = after;
            }
            let ancillary = vm.ctx.new_list(Vec::new());
            Ok((bytes.len(), ancillary, 0, zelf.sender(from.as_ref(), vm)))
        }

        #[pymethod]
        fn send(
            zelf: &Py<Self>,
            data: ArgBytesLike,
            flags: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<usize> {
            let channel = zelf.channel(vm)?;
            let data = data.with_ref(<[u8]>::to_vec);
            channel.send(vm, &data, self::flags(flags), None, channel.deadline())
        }

        #[pymethod]
        fn sendall(
            zelf: &Py<Self>,
            data: ArgBytesLike,
            flags: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let (channel, flags) = (zelf.channel(vm)?, self::flags(flags));
            // The time-out is that of the whole.
            let deadline = channel.deadline();
            let data = data.with_ref(<[u8]>::to_vec);
            let mut rest = data.as_slice();
            while !rest.is_empty() {
                let count = channel.send(vm, rest, flags, None, deadline)?;
                rest = &rest[count.min(rest.len())..];
                // A signal that came after some bytes had gone ended the call, but not as EINTR.
                signals::run_pending(vm)?;
            }
            Ok(())
        }

        #[pymethod]
        fn sendto(
            zelf: &Py<Self>,
            data: ArgBytesLike,
            flags_or_address: PyObjectRef,
            address: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult<usize> {
            let (flags, address) = match address {
                OptionalArg::Present(address) => {
                    (flags_or_address.try_index(vm)?.try_to_primitive::<i32>(vm)?, address)
                }
                OptionalArg::Missing => (0, flags_or_address),
            };
            let channel = zelf.channel(vm)?;
            let to = zelf.address(&address, "sendto", vm)?;
            vm.audit("socket.sendto", || (zelf.to_owned(), address.clone()))?;
            let data = data.with_ref(<[u8]>::to_vec);
            let flags = MessageFlags(flags.cast_unsigned());
            channel.send(vm, &data, flags, Some(to), channel.deadline())
        }

        #[pymethod]
        fn sendmsg(
            zelf: &Py<Self>,
            buffers: ArgIterable<ArgBytesLike>,
            ancillary: OptionalArg<ArgIterable>,
            flags: OptionalArg<i32>,
            address: OptionalArg<PyObjectRef>,
            vm: &VirtualMachine,
        ) -> PyResult<usize> {
            if let OptionalArg::Present(ancillary) = ancillary
                && ancillary.iter(vm)?.next().is_some()
            {
                let reason = "descriptors cannot be sent to another process here";
                return Err(os_error_because(vm, Errno::ENOTSUP, reason));
            }
            let mut data = Vec::new();
            for buffer in buffers.iter(vm)? {
                buffer?.with_ref(|bytes| data.extend_from_slice(bytes));
            }
            let channel = zelf.channel(vm)?;
            let to = match address.into_option().filter(|address| !vm.is_none(address)) {
                Some(address) => Some(zelf.address(&address, "sendmsg", vm)?),
                None => None,
            };
            channel.send(vm, &data, self::flags(flags), to, channel.deadline())
        }

        #[pymethod]
        fn shutdown(zelf: &Py<Self>, how: i32, vm: &VirtualMachine) -> PyResult<()> {
            let fd = zelf.channel(vm)?.fd;
            let how = match how {
                0 => ShutdownHow::Read,
                1 => ShutdownHow::Write,
                2 => ShutdownHow::Both,
                _ => return Err(os_error(vm, Errno::EINVAL)),
            };
            call(vm, Syscall::Shutdown { fd, how }).map(drop)
        }

        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            let fd = zelf.fd.swap(CLOSED, Relaxed);
            if fd == CLOSED { Ok(()) } else { close_descriptor(fd, vm) }
        }

        #[pymethod]
        fn detach(zelf: &Py<Self>) -> i32 {
            zelf.fd.swap(CLOSED, Relaxed)
        }

        #[pymethod]
        fn fileno(zelf: &Py<Self>) -> i32 {
            zelf.fd.load(Relaxed)
        }

        #[pymethod]
        fn getsockname(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let fd = zelf.channel(vm)?.fd;
            match call(vm, Syscall::SocketName { fd })? {
                Reply::Address(address) => Ok(address::to_python(vm, &address)),
                other => Err(syscalls::unexpected(vm, &other)),
            }
        }

        #[pymethod]
        fn getpeername(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult {
            let fd = zelf.channel(vm)?.fd;
            match call(vm, Syscall::PeerName { fd })? {
                Reply::Address(address) => Ok(address::to_python(vm, &address)),
                other => Err(syscalls::unexpected(vm, &other)),
            }
        }

        #[pymethod]
        fn setblocking(zelf: &Py<Self>, flag: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let seconds = if flag.is_true(vm)? { FOREVER } else { 0.0 };
            zelf.set_timeout(seconds, vm)
        }

        #[pymethod]
        fn getblocking(zelf: &Py<Self>) -> bool {
            f64::from_bits(zelf.timeout.load(Relaxed)) != 0.0
        }

        #[pymethod]
        fn settimeout(zelf: &Py<Self>, value: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            zelf.set_timeout(seconds(&value, vm)?, vm)
        }

        #[pymethod]
        fn gettimeout(zelf: &Py<Self>) -> Option<f64> {
            Self::timeout(zelf)
        }

        #[pymethod]
        fn getsockopt(
            zelf: &Py<Self>,
            level: i32,
            name: i32,
            buflen: OptionalArg<i32>,
            vm: &VirtualMachine,
        ) -> PyResult {
            let fd = zelf.channel(vm)?.fd;
            let value = match options::kind(level, name) {
                Kind::System(option) => {
                    number(vm, call(vm, Syscall::GetSocketOption { fd, option })?)?
                }
                Kind::Family => zelf.family.load(Relaxed),
                Kind::Protocol => zelf.proto.load(Relaxed),
                Kind::Remembered(first) => {
                    zelf.options.lock().get(&(level, name)).copied().unwrap_or(first)
                }
                Kind::Unknown => return Err(os_error(vm, Errno::ENOPROTOOPT)),
            };
            let bytes = if name == options::SO_LINGER {
                let (is_on, seconds) = (i32::from(value >= 0), value.max(0));
                [is_on.to_le_bytes(), seconds.to_le_bytes()].concat()
            } else {
                value.to_le_bytes().to_vec()
            };
            let buflen = buflen.unwrap_or(0);
            if buflen == 0 {
                let first = [bytes[0], bytes[1], bytes[2], bytes[3]];
                return Ok(vm.ctx.new_int(i32::from_le_bytes(first)).into());
            }
            match usize::try_from(buflen) {
                Ok(len) if len <= 1024 => {
                    let bytes = bytes[..bytes.len().min(len)].to_vec();
                    Ok(vm.ctx.new_bytes(bytes).into())
                }
                _ => Err(vm.new_os_error("getsockopt buflen out of range".to_owned())),
            }
        }

        #[pymethod]
        fn setsockopt(
            zelf: &Py<Self>,
            level: i32,
            name: i32,
            value: PyObjectRef,
            _optlen: OptionalArg<u32>,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let fd = zelf.channel(vm)?.fd;
            let invalid = || os_error(vm, Errno::EINVAL);
            let integer = value.try_index_opt(vm).transpose()?;
            let value = match integer {
                Some(_) if name == options::SO_LINGER => return Err(invalid()),
                Some(number) => number.try_to_primitive::<i32>(vm)?,
                None => {
                    let bytes = value.try_bytes_like(vm, <[u8]>::to_vec)?;
                    let (words, _) = bytes.as_chunks::<4>();
                    match (words, name) {
                        ([is_on, seconds], options::SO_LINGER) => {
                            let is_on = i32::from_le_bytes(*is_on) != 0;
                            if is_on { i32::from_le_bytes(*seconds).max(0) } else { -1 }
                        }
                        ([first, ..], _) => i32::from_le_bytes(*first),
                        _ => return Err(invalid()),
                    }
                }
            };
            match options::kind(level, name) {
                Kind::System(
                    SocketOption::Error | SocketOption::Type | SocketOption::AcceptsConnections,
                )
                | Kind::Family
                | Kind::Protocol
                | Kind::Unknown => Err(os_error(vm, Errno::ENOPROTOOPT)),
                Kind::System(option) => {
                    call(vm, Syscall::SetSocketOption { fd, option, value }).map(drop)
                }
                Kind::Remembered(_) => {
                    zelf.options.lock().insert((level, name), value);
                    Ok(())
                }
            }
        }
    }

    #[derive(FromArgs)]
    struct IntoArgs {
        #[pyarg(any)]
        buffer: ArgMemoryBuffer,
        #[pyarg(any, default = 0)]
        nbytes: isize,
        #[pyarg(any, default = 0)]
        flags: i32,
    }

    impl Representable for Socket {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            Ok(format!(
                "<socket object, fd={}, family={}, type={}, proto={}>",
                zelf.fd.load(Relaxed),
                zelf.family.load(Relaxed),
                zelf.kind.load(Relaxed),
                zelf.proto.load(Relaxed),
            ))
        }
    }

    impl Destructor for Socket {
        fn del(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if zelf.fd.load(Relaxed) == CLOSED {
                return Ok(());
            }
            let text = zelf.as_object().repr(vm);
            let text = text.map_or_else(|_| "<socket>".to_owned(), |text| text.to_string());
            let warned = rustpython_vm::stdlib::_warnings::warn(
                vm.ctx.exceptions.resource_warning,
                format!("unclosed {text}"),
                1,
                vm,
            );
            if let Err(error) = warned {
                vm.run_unraisable(error, None, zelf.as_object().to_owned());
            }
            let fd = zelf.fd.swap(CLOSED, Relaxed);
            // Nobody is left to be told.
            let _ = syscalls::quick(Syscall::Close { fd: Fd(fd.cast_unsigned()) });
            Ok(())
        }
    }

    fn close_descriptor(fd: i32, vm: &VirtualMachine) -> PyResult<()> {
        match syscalls::quick(Syscall::Close { fd: descriptor(vm, fd)? }) {
            // The peer's reset is no failure of closing.
            Ok(_) | Err(Errno::ECONNRESET) => Ok(()),
            Err(errno) => Err(os_error(vm, errno)),
        }
    }

    #[pyfunction]
    fn close(fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        close_descriptor(fd.try_index(vm)?.try_to_primitive(vm)?, vm)
    }

    #[pyfunction]
    fn dup(fd: PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        let fd = descriptor(vm, fd.try_index(vm)?.try_to_primitive(vm)?)?;
        let reply = call(vm, Syscall::Dup { fd, min: Fd(0), cloexec: true })?;
        syscalls::fd(vm, reply).map(|fd| fd.0)
    }

    #[pyfunction]
    fn getdefaulttimeout() -> Option<f64> {
        to_option(f64::from_bits(DEFAULT_TIMEOUT.load(Relaxed)))
    }

    #[pyfunction]
    fn setdefaulttimeout(timeout: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        DEFAULT_TIMEOUT.store(seconds(&timeout, vm)?.to_bits(), Relaxed);
        Ok(())
    }

    #[pyfunction]
    fn socketpair(
        family: OptionalArg<Option<i32>>,
        kind: OptionalArg<i32>,
        proto: OptionalArg<i32>,
        vm: &VirtualMachine,
    ) -> PyResult<PyTupleRef> {
        let family = family.flatten().unwrap_or(AF_UNIX);
        let (kind, proto) = (kind.unwrap_or(SOCK_STREAM), proto.unwrap_or(0));
        let kind = kind & !(SOCK_NONBLOCK | SOCK_CLOEXEC);
        let (domain, socket_kind) = check(family, kind, proto, vm)?;
        if domain != Domain::Unix {
            return Err(os_error(vm, Errno::ENOTSUP));
        }
        let flags = OpenFlags(OpenFlags::CLOEXEC);
        let pair = Syscall::SocketPair { domain, kind: socket_kind, flags };
        let Reply::Pair(first, second) = call(vm, pair)? else {
            return Err(vm.new_system_error("socketpair gave no pair"));
        };
        let wrap = |fd: Fd| -> PyResult<PyRef<Socket>> {
            let socket = Socket::default();
            socket.fd.store(fd.0.cast_signed(), Relaxed);
            socket.family.store(family, Relaxed);
            socket.kind.store(kind, Relaxed);
            socket.proto.store(proto, Relaxed);
            let timeout = f64::from_bits(DEFAULT_TIMEOUT.load(Relaxed));
            socket.timeout.store(timeout.to_bits(), Relaxed);
            if timeout >= 0.0 {
                socket.set_nonblocking(true, vm)?;
            }
            Ok(socket.into_ref(&vm.ctx))
        };
        Ok(vm.new_tuple((wrap(first)?, wrap(second)?)))
    }
}
