//! Owns what `mmap.mmap(...)` is asked for: its arguments, their checks, and the memory they mean.

use std::sync::Arc;

use rustpython_vm::{FromArgs, PyResult, VirtualMachine, function::ArgBytesLike};
use vivarium_protocol::{Errno, Fd, FileKind, Metadata, OpenFlags, Reply, Syscall};

use crate::{
    shared::Region,
    syscalls::{self, call, descriptor, os_error},
};

/// The size of a page.
pub(super) const PAGE: usize = 4096;

const SHARED: i32 = 1;
const PRIVATE: i32 = 2;
const READ: i32 = 1;
const WRITE: i32 = 2;
const DEFAULT_FLAGS: i32 = SHARED;
const DEFAULT_PROT: i32 = READ | WRITE;

/// What the program may do with the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Default,
    Read,
    Write,
    Copy,
}

#[derive(FromArgs)]
pub(super) struct NewArgs {
    #[pyarg(any)]
    fileno: i32,
    #[pyarg(any)]
    length: isize,
    #[pyarg(any, default = DEFAULT_FLAGS)]
    flags: i32,
    #[pyarg(any, default = DEFAULT_PROT)]
    prot: i32,
    #[pyarg(any, default = 0)]
    access: i32,
    #[pyarg(any, default = 0)]
    offset: i64,
    #[pyarg(named, default = true)]
    trackfd: bool,
}

impl NewArgs {
    pub(super) fn keeps_descriptor(&self) -> bool {
        self.trackfd
    }
}

#[derive(FromArgs)]
pub(super) struct FindArgs {
    #[pyarg(positional)]
    pub(super) sub: ArgBytesLike,
    #[pyarg(positional, optional)]
    pub(super) start: Option<isize>,
    #[pyarg(positional, optional)]
    pub(super) end: Option<isize>,
}

/// Makes the memory; returns it with what may be done with it and where in the file it begins.
pub(super) fn backing(args: &NewArgs, vm: &VirtualMachine) -> PyResult<(Arc<Region>, Access, u32)> {
    let length = usize::try_from(args.length)
        .map_err(|_| vm.new_overflow_error("memory mapped length must be positive"))?;
    let offset = u64::try_from(args.offset)
        .map_err(|_| vm.new_overflow_error("memory mapped offset must be positive"))?;
    let (access, is_private) = access(args, vm)?;
    if args.fileno == -1 {
        if length == 0 {
            return Err(os_error(vm, Errno::EINVAL));
        }
        return Ok((Region::private(vm.new_zeroed_bytes(length)?), access, 0));
    }
    let fd = descriptor(vm, args.fileno)?;
    let reply = call(vm, Syscall::Fstat { fd })?;
    let metadata = syscalls::metadata(vm, reply)?;
    let length = length_of(&metadata, length, offset, vm)?;
    let offset = u32::try_from(offset).ok().filter(|offset| *offset as usize % PAGE == 0);
    let offset = offset.ok_or_else(|| os_error(vm, Errno::EINVAL))?;
    check_rights(fd, access, is_private, vm)?;
    let zeros = vm.new_zeroed_bytes(length)?;
    // A file of the standard library never changes, and no kernel knows its descriptor.
    let own = match is_private {
        true => None,
        false => duplicate(fd),
    };
    let region = match own {
        Some(own) => Region::shared(own, offset, zeros).map_err(|errno| os_error(vm, errno))?,
        None => Region::private(snapshot(fd, offset, zeros, vm)?),
    };
    Ok((region, access, offset))
}

fn access(args: &NewArgs, vm: &VirtualMachine) -> PyResult<(Access, bool)> {
    let is_default = args.flags == DEFAULT_FLAGS && args.prot == DEFAULT_PROT;
    if args.access != 0 && !is_default {
        return Err(vm.new_value_error("mmap can't specify both access, flags and prot."));
    }
    let is_private = args.flags & PRIVATE != 0;
    match (args.access, args.prot & READ != 0, args.prot & WRITE != 0) {
        (0, true, true) => Ok((Access::Default, is_private)),
        (0, _, false) => Ok((Access::Read, is_private)),
        (0, false, true) => Ok((Access::Write, is_private)),
        (1, ..) => Ok((Access::Read, false)),
        (2, ..) => Ok((Access::Write, false)),
        (3, ..) => Ok((Access::Copy, true)),
        _ => Err(vm.new_value_error("mmap invalid access parameter.")),
    }
}

fn length_of(
    metadata: &Metadata,
    length: usize,
    offset: u64,
    vm: &VirtualMachine,
) -> PyResult<usize> {
    if metadata.kind != FileKind::File {
        return Err(os_error(vm, Errno::EACCES));
    }
    let size = u64::from(metadata.size);
    let rest = size.checked_sub(offset).and_then(|rest| usize::try_from(rest).ok());
    match (length, rest) {
        (0, _) if size == 0 => Err(vm.new_value_error("cannot mmap an empty file")),
        (0, None | Some(0)) => Err(vm.new_value_error("mmap offset is greater than file size")),
        (0, Some(rest)) => Ok(rest),
        (length, Some(rest)) if length <= rest => Ok(length),
        _ => Err(vm.new_value_error("mmap length is greater than file size")),
    }
}

fn check_rights(fd: Fd, access: Access, is_private: bool, vm: &VirtualMachine) -> PyResult<()> {
    let reply = call(vm, Syscall::GetFlags { fd })?;
    let flags = OpenFlags(syscalls::count(vm, reply)?);
    let needs_writing = access != Access::Read && !is_private;
    match flags.reads() && (flags.writes() || !needs_writing) {
        true => Ok(()),
        false => Err(os_error(vm, Errno::EACCES)),
    }
}

fn duplicate(fd: Fd) -> Option<Fd> {
    match syscalls::quick(Syscall::Dup { fd, min: Fd(3), cloexec: true }) {
        Ok(Reply::Fd(own)) => Some(own),
        _ => None,
    }
}

/// What the file holds now.
fn snapshot(fd: Fd, offset: u32, mut bytes: Vec<u8>, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
    let mut done = 0;
    while done < bytes.len() {
        let at = u32::try_from(done).unwrap_or(u32::MAX).saturating_add(offset);
        let len = u32::try_from((bytes.len() - done).min(1 << 20)).unwrap_or(u32::MAX);
        let reply = call(vm, Syscall::Pread { fd, len, offset: at })?;
        let part = syscalls::data(vm, reply)?;
        if part.is_empty() {
            break;
        }
        let end = (done + part.len()).min(bytes.len());
        bytes[done..end].copy_from_slice(&part[..end - done]);
        done = end;
    }
    Ok(bytes)
}
