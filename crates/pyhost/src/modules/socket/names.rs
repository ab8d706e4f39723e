//! Owns the part of `_socket` about names: hosts, services, protocols, interfaces.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "_socket")]
pub(super) mod decl {
    use rustpython_vm::{
        AsObject, FromArgs, PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyInt, PyListRef, PyStrRef, PyTuple, PyTupleRef},
        function::OptionalArg,
    };
    use vivarium_protocol::{Domain, SockAddr};

    use super::super::{
        address,
        constants::{
            AF_INET, AF_INET6, AI_CANONNAME, AI_NUMERICHOST, AI_NUMERICSERV, AI_PASSIVE,
            IPPROTO_TCP, IPPROTO_UDP, NI_DGRAM, NI_NAMEREQD, NI_NUMERICHOST, NI_NUMERICSERV,
            SOCK_DGRAM, SOCK_RAW, SOCK_STREAM, Unresolved,
        },
        errors::{unknown_host, unresolved},
        services,
    };
    use crate::syscalls::os_error;

    /// The one network interface.
    const LOOPBACK: (u32, &str) = (1, "lo");

    #[derive(FromArgs)]
    struct AddressArgs {
        #[pyarg(any)]
        host: PyObjectRef,
        #[pyarg(any)]
        port: PyObjectRef,
        #[pyarg(any, default = 0)]
        family: i32,
        #[pyarg(any, default = 0)]
        r#type: i32,
        #[pyarg(any, default = 0)]
        proto: i32,
        #[pyarg(any, default = 0)]
        flags: i32,
    }

    /// The ways to use an address that fit what was asked: type and protocol.
    fn ways(args: &AddressArgs) -> Vec<(i32, i32)> {
        const WAYS: [(i32, i32); 3] =
            [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, 0)];
        let fits = |(kind, proto): &(i32, i32)| {
            (args.r#type == 0 || args.r#type == *kind)
                && (args.proto == 0 || *proto == 0 || args.proto == *proto)
        };
        let with_proto = |(kind, proto)| (kind, if proto == 0 { args.proto } else { proto });
        WAYS.into_iter().filter(fits).map(with_proto).collect()
    }

    fn port_of(args: &AddressArgs, vm: &VirtualMachine) -> PyResult<u16> {
        let no_service = || unresolved(vm, Unresolved::Service);
        if vm.is_none(&args.port) {
            return Ok(0);
        }
        if let Some(number) = args.port.downcast_ref::<PyInt>() {
            return number.try_to_primitive(vm).map_err(|_| no_service());
        }
        let Some(text) = address::text(vm, &args.port)? else {
            return Err(vm.new_os_error("Int or String expected".to_owned()));
        };
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().map_err(|_| no_service());
        }
        if args.flags & AI_NUMERICSERV != 0 {
            return Err(unresolved(vm, Unresolved::NoName));
        }
        let protocol = match args.r#type {
            SOCK_STREAM => Some("tcp"),
            SOCK_DGRAM => Some("udp"),
            _ => None,
        };
        services::port_of(&text, protocol).ok_or_else(no_service)
    }

    fn hosts(
        args: &AddressArgs,
        host: Option<&str>,
        domain: Option<Domain>,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<SockAddr>> {
        let Some(host) = host else {
            let passive = args.flags & AI_PASSIVE != 0;
            let four =
                SockAddr::Inet { address: if passive { [0; 4] } else { [127, 0, 0, 1] }, port: 0 };
            let mut six = [0; 16];
            six[15] = u8::from(!passive);
            let six = SockAddr::Inet6 { address: six, port: 0 };
            return Ok(match domain {
                Some(Domain::Inet) => vec![four],
                Some(Domain::Inet6) => vec![six],
                _ if passive => vec![four, six],
                _ => vec![six, four],
            });
        };
        if args.flags & AI_NUMERICHOST != 0 && address::literal(host).is_none() {
            return Err(unresolved(vm, Unresolved::NoName));
        }
        address::resolve(vm, domain, host)
    }

    #[pyfunction]
    fn getaddrinfo(args: AddressArgs, vm: &VirtualMachine) -> PyResult<PyListRef> {
        vm.audit("socket.getaddrinfo", || {
            (args.host.clone(), args.port.clone(), args.family, args.r#type, args.proto)
        })?;
        let host = if vm.is_none(&args.host) { None } else { address::text(vm, &args.host)? };
        if host.is_none() && !vm.is_none(&args.host) {
            return Err(vm.new_type_error("getaddrinfo() argument 1 must be string or None"));
        }
        let domain = match args.family {
            0 => None,
            AF_INET => Some(Domain::Inet),
            AF_INET6 => Some(Domain::Inet6),
            _ => return Err(unresolved(vm, Unresolved::Family)),
        };
        let host = host.filter(|host| !host.is_empty());
        if host.is_none() && vm.is_none(&args.port) {
            return Err(unresolved(vm, Unresolved::NoName));
        }
        if host.is_none() && args.flags & AI_CANONNAME != 0 {
            return Err(unresolved(vm, Unresolved::BadFlags));
        }
        let ways = ways(&args);
        if ways.is_empty() {
            return Err(unresolved(vm, Unresolved::SockType));
        }
        let port = port_of(&args, vm)?;
        let mut canonical = match &host {
            Some(host) if args.flags & AI_CANONNAME != 0 => host.clone(),
            _ => String::new(),
        };
        let mut found = Vec::new();
        for address in hosts(&args, host.as_deref(), domain, vm)? {
            let address = address::with_port(address, port);
            for (kind, proto) in &ways {
                // Only the first entry has the name, as POSIX has it.
                let name = std::mem::take(&mut canonical);
                let family = address::family_of(&address);
                let shown = address::to_python(vm, &address);
                found.push(vm.new_tuple((family, *kind, *proto, name, shown)).into());
            }
        }
        Ok(vm.ctx.new_list(found))
    }

    #[pyfunction]
    fn getnameinfo(
        address: PyObjectRef,
        flags: i32,
        vm: &VirtualMachine,
    ) -> PyResult<(String, String)> {
        let Some(tuple) = address.downcast_ref::<PyTuple>() else {
            return Err(vm.new_type_error("getnameinfo() argument 1 must be a tuple"));
        };
        let (host, port) = match tuple.as_slice() {
            [host, port] | [host, port, _] | [host, port, _, _] => (host, port),
            _ => return Err(vm.new_type_error("getnameinfo(): illegal sockaddr argument")),
        };
        let host = address::text(vm, host)?
            .and_then(|host| address::literal(&host))
            .ok_or_else(|| unresolved(vm, Unresolved::NoName))?;
        let port: u16 = port
            .try_index(vm)?
            .try_to_primitive(vm)
            .map_err(|_| vm.new_overflow_error("getnameinfo(): port must be 0-65535."))?;
        let name = if flags & NI_NUMERICHOST == 0 { name_of(&host) } else { None };
        if name.is_none() && flags & NI_NAMEREQD != 0 {
            return Err(unresolved(vm, Unresolved::NoName));
        }
        let protocol = if flags & NI_DGRAM == 0 { "tcp" } else { "udp" };
        let service = services::name_of(port, Some(protocol));
        let service = service.filter(|_| flags & NI_NUMERICSERV == 0);
        Ok((
            name.map_or_else(|| address::host(&host), str::to_owned),
            service.map_or_else(|| port.to_string(), str::to_owned),
        ))
    }

    /// The name of an address, as far as addresses have names.
    fn name_of(address: &SockAddr) -> Option<&'static str> {
        match address {
            SockAddr::Inet { address: [127, ..], .. } => Some("localhost"),
            SockAddr::Inet6 { address, .. } => {
                (u128::from_be_bytes(*address) == 1).then_some("localhost")
            }
            SockAddr::Inet { .. } | SockAddr::Unix(_) => None,
        }
    }

    fn host_argument(host: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
        address::text(vm, host)?.ok_or_else(|| {
            let class = host.class().name().to_string();
            vm.new_type_error(format!("str, bytes or bytearray expected, not {class}"))
        })
    }

    #[pyfunction]
    fn gethostname() -> &'static str {
        address::HOST_NAME
    }

    #[pyfunction]
    fn sethostname(_name: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        Err(os_error(vm, vivarium_protocol::Errno::EPERM))
    }

    #[pyfunction]
    fn gethostbyname(host: PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
        let host = host_argument(&host, vm)?;
        let found = address::resolve_one(vm, Some(Domain::Inet), &host)?;
        Ok(address::host(&found))
    }

    fn described(name: String, found: &[SockAddr], vm: &VirtualMachine) -> PyTupleRef {
        let hosts = found.iter().map(|found| vm.ctx.new_str(address::host(found)).into());
        let hosts = vm.ctx.new_list(hosts.collect());
        vm.new_tuple((name, vm.ctx.new_list(Vec::new()), hosts))
    }

    #[pyfunction]
    fn gethostbyname_ex(host: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let host = host_argument(&host, vm)?;
        let found = address::resolve(vm, Some(Domain::Inet), &host)?;
        Ok(described(host, &found, vm))
    }

    #[pyfunction]
    fn gethostbyaddr(host: PyObjectRef, vm: &VirtualMachine) -> PyResult<PyTupleRef> {
        let host = host_argument(&host, vm)?;
        let found = address::resolve_one(vm, None, &host)?;
        if address::literal(&host).is_none() && !host.is_empty() {
            return Ok(described(host, &[found], vm));
        }
        let name = name_of(&found).ok_or_else(|| unknown_host(vm))?;
        Ok(described(name.to_owned(), &[found], vm))
    }

    #[pyfunction]
    fn getservbyname(
        name: PyStrRef,
        protocol: OptionalArg<PyStrRef>,
        vm: &VirtualMachine,
    ) -> PyResult<u16> {
        let protocol = protocol.into_option().map(|protocol| protocol.to_string());
        services::port_of(&name.to_string(), protocol.as_deref())
            .ok_or_else(|| vm.new_os_error("service/proto not found".to_owned()))
    }

    #[pyfunction]
    fn getservbyport(
        port: i64,
        protocol: OptionalArg<PyStrRef>,
        vm: &VirtualMachine,
    ) -> PyResult<&'static str> {
        let port = u16::try_from(port)
            .map_err(|_| vm.new_overflow_error("getservbyport: port must be 0-65535."))?;
        let protocol = protocol.into_option().map(|protocol| protocol.to_string());
        services::name_of(port, protocol.as_deref())
            .ok_or_else(|| vm.new_os_error("port/proto not found".to_owned()))
    }

    #[pyfunction]
    fn getprotobyname(name: PyStrRef, vm: &VirtualMachine) -> PyResult<i32> {
        services::protocol_number(&name.to_string())
            .ok_or_else(|| vm.new_os_error("protocol not found".to_owned()))
    }

    #[pyfunction]
    fn if_nameindex(vm: &VirtualMachine) -> PyListRef {
        vm.ctx.new_list(vec![vm.new_tuple(LOOPBACK).into()])
    }

    #[pyfunction]
    fn if_nametoindex(name: PyStrRef, vm: &VirtualMachine) -> PyResult<u32> {
        if name.to_string() == LOOPBACK.1 {
            return Ok(LOOPBACK.0);
        }
        Err(vm.new_os_error("no interface with this name".to_owned()))
    }

    #[pyfunction]
    fn if_indextoname(index: i64, vm: &VirtualMachine) -> PyResult<&'static str> {
        if index == i64::from(LOOPBACK.0) {
            return Ok(LOOPBACK.1);
        }
        // ENXIO is no failure of a system call of ours.
        let args: Vec<PyObjectRef> =
            vec![vm.ctx.new_int(6).into(), vm.ctx.new_str("No such device or address").into()];
        Err(vm.invoke_exception(vm.ctx.exceptions.os_error, args).unwrap_or_else(|error| error))
    }
}
