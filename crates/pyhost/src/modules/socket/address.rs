//! Owns how addresses look in Python, and how host names become addresses; knows no socket.

use std::net::{Ipv4Addr, Ipv6Addr};

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyByteArray, PyBytes, PyStr, PyTuple},
};
use vivarium_protocol::{Domain, Errno, Reply, SockAddr, Syscall};

use super::constants::{AF_INET, AF_INET6, AF_UNIX, Unresolved};
use super::errors::unresolved;
use crate::syscalls;

/// The longest path of a Unix socket (`sun_path`, less its end).
const MAX_PATH: usize = 107;

/// The name of this machine; `os.uname` says the same.
pub(super) const HOST_NAME: &str = "vivarium";

/// The family's number.
pub(super) const fn number(domain: Domain) -> i32 {
    match domain {
        Domain::Unix => AF_UNIX,
        Domain::Inet => AF_INET,
        Domain::Inet6 => AF_INET6,
    }
}

/// The family with this number.
pub(super) const fn domain(number: i32) -> Option<Domain> {
    match number {
        AF_UNIX => Some(Domain::Unix),
        AF_INET => Some(Domain::Inet),
        AF_INET6 => Some(Domain::Inet6),
        _ => None,
    }
}

pub(super) const fn family_of(address: &SockAddr) -> i32 {
    match address {
        SockAddr::Unix(_) => AF_UNIX,
        SockAddr::Inet { .. } => AF_INET,
        SockAddr::Inet6 { .. } => AF_INET6,
    }
}

/// An address as Python shows it.
pub(super) fn to_python(vm: &VirtualMachine, address: &SockAddr) -> PyObjectRef {
    match address {
        // A name that begins with a null is in no folder (Linux's abstract namespace).
        SockAddr::Unix(name) if name.starts_with('\0') => {
            vm.ctx.new_bytes(name.as_bytes().to_vec()).into()
        }
        SockAddr::Unix(path) => vm.ctx.new_str(path.as_str()).into(),
        SockAddr::Inet { port, .. } => vm.new_tuple((host(address), *port)).into(),
        SockAddr::Inet6 { port, .. } => vm.new_tuple((host(address), *port, 0, 0)).into(),
    }
}

/// The host of an address as digits; empty for a Unix socket.
pub(super) fn host(address: &SockAddr) -> String {
    match address {
        SockAddr::Unix(_) => String::new(),
        SockAddr::Inet { address, .. } => Ipv4Addr::from(*address).to_string(),
        SockAddr::Inet6 { address, .. } => Ipv6Addr::from(*address).to_string(),
    }
}

/// The same host with a port.
pub(super) fn with_port(address: SockAddr, port: u16) -> SockAddr {
    match address {
        SockAddr::Inet { address, .. } => SockAddr::Inet { address, port },
        SockAddr::Inet6 { address, .. } => SockAddr::Inet6 { address, port },
        SockAddr::Unix(path) => SockAddr::Unix(path),
    }
}

/// An address of a family, from Python; `function` is named where it is none.
pub(super) fn from_python(
    vm: &VirtualMachine,
    domain: Domain,
    address: &PyObjectRef,
    function: &str,
) -> PyResult<SockAddr> {
    match domain {
        Domain::Unix => path(vm, address),
        Domain::Inet => {
            let parts = parts(vm, address, "AF_INET", function)?;
            let [host, port] = parts else {
                return Err(vm.new_type_error("AF_INET address must be a pair (host, port)"));
            };
            inet(vm, domain, host, port, function)
        }
        Domain::Inet6 => {
            let parts = parts(vm, address, "AF_INET6", function)?;
            let ([host, port] | [host, port, _] | [host, port, _, _]) = parts else {
                return Err(vm.new_type_error(
                    "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])",
                ));
            };
            inet(vm, domain, host, port, function)
        }
    }
}

fn parts<'a>(
    vm: &VirtualMachine,
    address: &'a PyObjectRef,
    family: &str,
    function: &str,
) -> PyResult<&'a [PyObjectRef]> {
    address.downcast_ref::<PyTuple>().map(|tuple| tuple.as_slice()).ok_or_else(|| {
        let class = address.class().name().to_string();
        vm.new_type_error(format!("{function}(): {family} address must be tuple, not {class}"))
    })
}

fn inet(
    vm: &VirtualMachine,
    domain: Domain,
    host: &PyObjectRef,
    port: &PyObjectRef,
    function: &str,
) -> PyResult<SockAddr> {
    let host = host_name(vm, host)?;
    let port = port.try_index(vm)?;
    let port: u16 = port
        .try_to_primitive(vm)
        .map_err(|_| vm.new_overflow_error(format!("{function}(): port must be 0-65535.")))?;
    Ok(with_port(resolve_one(vm, Some(domain), &host)?, port))
}

fn host_name(vm: &VirtualMachine, host: &PyObjectRef) -> PyResult<String> {
    text(vm, host)?.ok_or_else(|| {
        let class = host.class().name().to_string();
        vm.new_type_error(format!("str, bytes or bytearray expected, not {class}"))
    })
}

/// The text of a `str` (in IDNA where it is not ASCII), `bytes` or `bytearray`.
pub(super) fn text(vm: &VirtualMachine, object: &PyObjectRef) -> PyResult<Option<String>> {
    let bytes = if let Some(text) = object.downcast_ref::<PyStr>() {
        if text.as_bytes().is_ascii() {
            text.as_bytes().to_vec()
        } else {
            let encoded = vm.call_method(object, "encode", ("idna",))?;
            encoded.downcast_ref::<PyBytes>().map_or_else(Vec::new, |b| b.as_bytes().to_vec())
        }
    } else if let Some(bytes) = object.downcast_ref::<PyBytes>() {
        bytes.as_bytes().to_vec()
    } else if let Some(bytes) = object.downcast_ref::<PyByteArray>() {
        bytes.borrow_buf().to_vec()
    } else {
        return Ok(None);
    };
    if bytes.contains(&0) {
        return Err(vm.new_value_error("embedded null character"));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn path(vm: &VirtualMachine, address: &PyObjectRef) -> PyResult<SockAddr> {
    let bytes = if let Some(text) = address.downcast_ref::<PyStr>() {
        text.as_bytes().to_vec()
    } else {
        address.try_bytes_like(vm, <[u8]>::to_vec)?
    };
    if bytes.len() > MAX_PATH {
        return Err(vm.new_os_error("AF_UNIX path too long".to_owned()));
    }
    let is_abstract = bytes.first() == Some(&0);
    if !is_abstract && bytes.contains(&0) {
        return Err(vm.new_value_error("embedded null byte"));
    }
    let path = String::from_utf8(bytes).map_err(|_| syscalls::os_error(vm, Errno::EILSEQ))?;
    Ok(SockAddr::Unix(path))
}

/// The best address of a host, of one family or of any; "" is every address of this machine.
pub(super) fn resolve_one(
    vm: &VirtualMachine,
    domain: Option<Domain>,
    host: &str,
) -> PyResult<SockAddr> {
    match (host, domain) {
        ("", Some(Domain::Inet6)) => return Ok(SockAddr::Inet6 { address: [0; 16], port: 0 }),
        ("", _) => return Ok(SockAddr::Inet { address: [0; 4], port: 0 }),
        ("<broadcast>", _) => return Ok(SockAddr::Inet { address: [255; 4], port: 0 }),
        _ => {}
    }
    let mut found = resolve(vm, domain, host)?;
    Ok(found.swap_remove(0))
}

/// All addresses of a host, best first; never empty.
pub(super) fn resolve(
    vm: &VirtualMachine,
    domain: Option<Domain>,
    host: &str,
) -> PyResult<Vec<SockAddr>> {
    let is_wanted =
        |address: &SockAddr| domain.is_none_or(|domain| number(domain) == family_of(address));
    if let Some(address) = literal(host) {
        if is_wanted(&address) {
            return Ok(vec![address]);
        }
        return Err(unresolved(vm, Unresolved::AddrFamily));
    }
    if host.eq_ignore_ascii_case(HOST_NAME) && domain != Some(Domain::Inet6) {
        return Ok(vec![SockAddr::Inet { address: [127, 0, 0, 1], port: 0 }]);
    }
    let reply = syscalls::retry(vm, Syscall::Resolve { name: host.to_owned() })?;
    let mut addresses = match reply {
        Ok(Reply::Addresses(addresses)) => addresses,
        Ok(other) => return Err(syscalls::unexpected(vm, &other)),
        Err(Errno::ENOENT) => return Err(unresolved(vm, Unresolved::NoName)),
        Err(errno) => return Err(syscalls::os_error(vm, errno)),
    };
    addresses.retain(is_wanted);
    if addresses.is_empty() {
        return Err(unresolved(vm, Unresolved::NoData));
    }
    Ok(addresses)
}

/// The address that digits spell.
pub(super) fn literal(host: &str) -> Option<SockAddr> {
    if let Some(address) = ipv4(host) {
        return Some(SockAddr::Inet { address, port: 0 });
    }
    // A scope (`%lo`) chooses an interface, and there is one.
    let (digits, _scope) = host.split_once('%').unwrap_or((host, ""));
    let address: Ipv6Addr = digits.parse().ok()?;
    Some(SockAddr::Inet6 { address: address.octets(), port: 0 })
}

/// An IPv4 address as `inet_aton` reads it: one to four numbers, decimal, octal (`0`) or
/// hexadecimal (`0x`), the last one filling the rest.
pub(super) fn ipv4(text: &str) -> Option<[u8; 4]> {
    let parts: Vec<&str> = text.split('.').collect();
    let (last, bytes) = parts.split_last()?;
    if bytes.len() > 3 {
        return None;
    }
    let mut address = u64::from(c_number(last)?);
    if address >= 1 << (8 * (4 - bytes.len())) {
        return None;
    }
    for (index, byte) in bytes.iter().enumerate() {
        let byte = u8::try_from(c_number(byte)?).ok()?;
        address |= u64::from(byte) << (24 - 8 * index);
    }
    u32::try_from(address).ok().map(u32::to_be_bytes)
}

fn c_number(text: &str) -> Option<u32> {
    let (digits, radix) = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => (&text[2..], 16),
        [b'0', _, ..] => (&text[1..], 8),
        _ => (text, 10),
    };
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if are_digits { u32::from_str_radix(digits, radix).ok() } else { None }
}

/// The failure of a call that was to reach a host; where the host is not in this page's network,
/// a note says so.
pub(super) fn network_error(vm: &VirtualMachine, errno: Errno) -> PyBaseExceptionRef {
    let error = syscalls::os_error(vm, errno);
    if matches!(errno, Errno::ENETUNREACH | Errno::EHOSTUNREACH) {
        super::errors::note(vm, &error);
    }
    error
}
