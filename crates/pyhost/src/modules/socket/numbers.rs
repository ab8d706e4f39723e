//! Owns the part of `_socket` that computes: byte orders and addresses as bytes.

pub(super) use decl as part;

#[rustpython_vm::pymodule(sub, name = "_socket")]
pub(super) mod decl {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use rustpython_vm::{
        AsObject, PyObjectRef, PyResult, VirtualMachine,
        builtins::{PyInt, PyStrRef},
        function::ArgBytesLike,
    };
    use vivarium_protocol::Errno;

    use super::super::{
        address,
        constants::{AF_INET, AF_INET6},
    };
    use crate::syscalls::os_error;

    /// An argument of `bits` bits; `function` is named where it is none.
    fn unsigned(
        object: &PyObjectRef,
        bits: u32,
        function: &str,
        vm: &VirtualMachine,
    ) -> PyResult<u32> {
        let Some(number) = object.downcast_ref::<PyInt>() else {
            let class = object.class().name().to_string();
            let message = format!("{function}() argument must be int, not {class}");
            return Err(vm.new_type_error(message));
        };
        let value: i128 = number.try_to_primitive(vm).unwrap_or(i128::MAX);
        let limit = 1_i128 << bits;
        match u32::try_from(value) {
            Ok(fitting) if value < limit => Ok(fitting),
            _ if value < 0 => Err(vm.new_overflow_error(format!(
                "{function}: can't convert negative Python int to C {bits}-bit unsigned integer"
            ))),
            _ => Err(vm.new_overflow_error(format!(
                "{function}: Python int too large to convert to C {bits}-bit unsigned integer"
            ))),
        }
    }

    fn turned16(object: &PyObjectRef, function: &str, vm: &VirtualMachine) -> PyResult<u32> {
        unsigned(object, 16, function, vm).map(|value| value.swap_bytes() >> 16)
    }

    fn turned32(object: &PyObjectRef, function: &str, vm: &VirtualMachine) -> PyResult<u32> {
        unsigned(object, 32, function, vm).map(u32::swap_bytes)
    }

    #[pyfunction]
    fn htons(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        turned16(&x, "htons", vm)
    }

    #[pyfunction]
    fn ntohs(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        turned16(&x, "ntohs", vm)
    }

    #[pyfunction]
    fn htonl(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        turned32(&x, "htonl", vm)
    }

    #[pyfunction]
    fn ntohl(x: PyObjectRef, vm: &VirtualMachine) -> PyResult<u32> {
        turned32(&x, "ntohl", vm)
    }

    #[pyfunction]
    fn inet_aton(text: PyStrRef, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let address = address::ipv4(&text.to_string()).ok_or_else(|| {
            vm.new_os_error("illegal IP address string passed to inet_aton".to_owned())
        })?;
        Ok(address.to_vec())
    }

    #[pyfunction]
    fn inet_ntoa(packed: ArgBytesLike, vm: &VirtualMachine) -> PyResult<String> {
        let address = packed.with_ref(|bytes| <[u8; 4]>::try_from(bytes));
        address
            .map(|address| Ipv4Addr::from(address).to_string())
            .map_err(|_| vm.new_os_error("packed IP wrong length".to_owned()))
    }

    #[pyfunction]
    fn inet_pton(family: i32, text: PyStrRef, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
        let text = text.to_string();
        let packed = match family {
            AF_INET => text.parse::<Ipv4Addr>().ok().map(|address| address.octets().to_vec()),
            AF_INET6 => text.parse::<Ipv6Addr>().ok().map(|address| address.octets().to_vec()),
            _ => return Err(os_error(vm, Errno::EAFNOSUPPORT)),
        };
        packed.ok_or_else(|| {
            vm.new_os_error("illegal IP address string passed to inet_pton".to_owned())
        })
    }

    #[pyfunction]
    fn inet_ntop(family: i32, packed: ArgBytesLike, vm: &VirtualMachine) -> PyResult<String> {
        let bytes = packed.with_ref(<[u8]>::to_vec);
        let text = match family {
            AF_INET => {
                <[u8; 4]>::try_from(bytes).ok().map(|address| Ipv4Addr::from(address).to_string())
            }
            AF_INET6 => {
                <[u8; 16]>::try_from(bytes).ok().map(|address| Ipv6Addr::from(address).to_string())
            }
            _ => return Err(vm.new_value_error(format!("unknown address family {family}"))),
        };
        text.ok_or_else(|| vm.new_value_error("invalid length of packed IP address string"))
    }

    /// How many bytes ancillary data of this length take.
    #[pyfunction(name = "CMSG_SPACE")]
    fn ancillary_space(length: usize, vm: &VirtualMachine) -> PyResult<usize> {
        const HEADER: usize = 16;
        length
            .checked_next_multiple_of(8)
            .and_then(|length| length.checked_add(HEADER))
            .filter(|length| *length <= i32::MAX as usize)
            .ok_or_else(|| vm.new_overflow_error("CMSG_SPACE() argument out of range"))
    }
}
