//! Owns the read-only standard library: packs in memory, seen as files below [`STDLIB`].
//!
//! System calls on such files are answered here and never leave the process. The import of
//! modules is `python/_vivarium_packs.py`, over the small native module at the end of this file.
//! Knows the format of packs (crate `pack`) and asks for further packs by `Syscall::LoadPack`.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use pack::Pack;
use rustpython_vm::{PyResult, VirtualMachine};
use vivarium_protocol::{
    Access, DirEntry, Errno, Fd, FileKind, Ino, Metadata, OpenFlags, Reply, Syscall, Timespec,
    Whence,
};

use crate::boot::STDLIB;
use crate::syscalls;

/// Descriptors of files in packs; the kernel's are far below.
const FIRST_FD: u32 = 1 << 20;
/// When the files were made, as they say: 2026-01-01 UTC.
const MADE: Timespec = Timespec { sec: 1_767_225_600, nsec: 0 };
/// The pack that has the sources of the core pack's modules.
const LIBRARY: &str = "library.pack";

static PACKS: Mutex<Packs> =
    Mutex::new(Packs { core: None, loaded: BTreeMap::new(), open: BTreeMap::new() });

struct Packs {
    core: Option<Pack>,
    loaded: BTreeMap<String, Option<Pack>>,
    open: BTreeMap<u32, OpenFile>,
}

enum OpenFile {
    File { path: String, bytes: Vec<u8>, offset: usize },
    Directory { path: String },
}

/// Gives the process its core pack; before the interpreter starts.
///
/// # Panics
/// When the bytes are no pack: without it there is no Python.
pub fn set_core(bytes: Vec<u8>) {
    let core = Pack::read(bytes).expect("the core pack is made by the build");
    packs().core = Some(core);
}

/// Makes the modules of the packs importable.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    vm.import("_vivarium_packs", 0)?.get_attr("install", vm)?.call((), vm)?;
    Ok(())
}

/// Answers a system call on a file of the library; `None` if it is none.
pub fn answer(call: &Syscall) -> Option<Result<Reply, Errno>> {
    match call {
        Syscall::Open { at, path, flags, .. } => library_path(*at, path).map(|p| open(&p, *flags)),
        Syscall::Stat { at, path, .. } => {
            library_path(*at, path).map(|path| metadata(&path).map(Reply::Metadata))
        }
        Syscall::Access { at, path, mode } => {
            library_path(*at, path).map(|path| access(&path, *mode))
        }
        Syscall::ReadDir { at, path } => {
            library_path(*at, path).map(|path| entries(&path).map(Reply::Entries))
        }
        Syscall::Readlink { at, path } => {
            library_path(*at, path).map(|path| metadata(&path).and(Err(Errno::EINVAL)))
        }
        Syscall::Mkdir { at, path, .. }
        | Syscall::Rmdir { at, path }
        | Syscall::Unlink { at, path }
        | Syscall::Chmod { at, path, .. }
        | Syscall::SetTimes { at, path, .. }
        | Syscall::Symlink { at, path, .. } => library_path(*at, path).map(|_| Err(Errno::EROFS)),
        Syscall::Rename { from_at, from, to_at, to }
        | Syscall::Link { from_at, from, to_at, to, .. } => {
            let touches = library_path(*from_at, from).or_else(|| library_path(*to_at, to));
            touches.map(|_| Err(Errno::EROFS))
        }
        Syscall::Read { fd, .. }
        | Syscall::Pread { fd, .. }
        | Syscall::Seek { fd, .. }
        | Syscall::Fstat { fd }
        | Syscall::FreadDir { fd }
        | Syscall::GetFlags { fd }
        | Syscall::GetCloexec { fd }
        | Syscall::SetFlags { fd, .. }
        | Syscall::SetCloexec { fd, .. }
        | Syscall::Write { fd, .. }
        | Syscall::Truncate { fd, .. }
        | Syscall::Close { fd } => (fd.0 >= FIRST_FD).then(|| on_descriptor(*fd, call)),
        _ => None,
    }
}

fn packs() -> MutexGuard<'static, Packs> {
    PACKS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the path below the library, without a slash at its ends; `None` outside of it.
fn library_path(at: Option<Fd>, path: &str) -> Option<String> {
    let full = match at {
        Some(fd) if !path.starts_with('/') => {
            let packs = packs();
            let OpenFile::Directory { path: folder } = packs.open.get(&fd.0)? else { return None };
            format!("{STDLIB}/{folder}/{path}")
        }
        _ => path.to_owned(),
    };
    let below = full.strip_prefix(STDLIB)?;
    if !below.is_empty() && !below.starts_with('/') {
        return None;
    }
    let mut parts = Vec::new();
    for part in below.split('/') {
        match part {
            "" | "." => {}
            // Above the library's root the path is the kernel's again.
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn open(path: &str, flags: OpenFlags) -> Result<Reply, Errno> {
    let found = metadata(path);
    if flags.writes() || (found.is_err() && flags.has(OpenFlags::CREAT)) {
        return Err(Errno::EROFS);
    }
    let file = match found?.kind {
        FileKind::Directory => OpenFile::Directory { path: path.to_owned() },
        _ if flags.has(OpenFlags::DIRECTORY) => return Err(Errno::ENOTDIR),
        _ => {
            let bytes = source(path).ok_or(Errno::EIO)?;
            OpenFile::File { path: path.to_owned(), bytes, offset: 0 }
        }
    };
    let mut packs = packs();
    let fd = (FIRST_FD..).find(|fd| !packs.open.contains_key(fd)).ok_or(Errno::EMFILE)?;
    packs.open.insert(fd, file);
    Ok(Reply::Fd(Fd(fd)))
}

fn access(path: &str, mode: Access) -> Result<Reply, Errno> {
    let metadata = metadata(path)?;
    if mode.0 & Access::W_OK != 0 {
        return Err(Errno::EROFS);
    }
    if mode.0 & Access::X_OK != 0 && metadata.kind != FileKind::Directory {
        return Err(Errno::EACCES);
    }
    Ok(Reply::Done)
}

fn metadata(path: &str) -> Result<Metadata, Errno> {
    let packs = packs();
    let core = packs.core.as_ref().ok_or(Errno::ENOENT)?;
    let (kind, mode) = if core.has(path) {
        (FileKind::File, 0o444)
    } else if path.is_empty() || is_folder(core, path) {
        (FileKind::Directory, 0o555)
    } else {
        return Err(Errno::ENOENT);
    };
    let elsewhere = core.elsewhere(path).and_then(|name| packs.loaded.get(name)?.as_ref());
    let size = core.source_len(path).or_else(|| elsewhere?.source_len(path)).unwrap_or(0);
    Ok(Metadata {
        kind,
        mode,
        ino: Ino(inode(path)),
        nlink: 1,
        size,
        atime: MADE,
        mtime: MADE,
        ctime: MADE,
    })
}

fn is_folder(core: &Pack, path: &str) -> bool {
    core.paths().any(|file| file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')))
}

/// Returns an inode number that is always the same for a path (FNV-1a), above the kernel's.
fn inode(path: &str) -> u32 {
    let hash = path
        .bytes()
        .fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash | 0x8000_0000
}

fn entries(path: &str) -> Result<Vec<DirEntry>, Errno> {
    if metadata(path)?.kind != FileKind::Directory {
        return Err(Errno::ENOTDIR);
    }
    let packs = packs();
    let core = packs.core.as_ref().ok_or(Errno::ENOENT)?;
    let prefix = if path.is_empty() { String::new() } else { format!("{path}/") };
    let mut names = BTreeMap::new();
    for rest in core.paths().filter_map(|file| file.strip_prefix(&prefix)) {
        match rest.split_once('/') {
            Some((folder, _)) => names.insert(folder, FileKind::Directory),
            None => names.insert(rest, FileKind::File),
        };
    }
    let entry = |(name, kind): (&str, FileKind)| DirEntry {
        name: name.to_owned(),
        kind,
        ino: Ino(inode(&format!("{prefix}{name}"))),
    };
    Ok(names.into_iter().map(entry).collect())
}

fn on_descriptor(fd: Fd, call: &Syscall) -> Result<Reply, Errno> {
    let mut packs = packs();
    let file = packs.open.get_mut(&fd.0).ok_or(Errno::EBADF)?;
    match (call, file) {
        (Syscall::Close { .. }, _) => {
            packs.open.remove(&fd.0);
            Ok(Reply::Done)
        }
        (Syscall::Fstat { .. }, OpenFile::File { path, .. } | OpenFile::Directory { path }) => {
            let path = path.clone();
            drop(packs);
            metadata(&path).map(Reply::Metadata)
        }
        (Syscall::FreadDir { .. }, OpenFile::Directory { path }) => {
            let path = path.clone();
            drop(packs);
            entries(&path).map(Reply::Entries)
        }
        (Syscall::FreadDir { .. }, OpenFile::File { .. }) => Err(Errno::ENOTDIR),
        (Syscall::GetFlags { .. }, _) => Ok(Reply::Count(OpenFlags::RDONLY)),
        (Syscall::GetCloexec { .. }, _) => Ok(Reply::Count(1)),
        (Syscall::SetFlags { .. } | Syscall::SetCloexec { .. }, _) => Ok(Reply::Done),
        (Syscall::Read { .. } | Syscall::Pread { .. }, OpenFile::Directory { .. }) => {
            Err(Errno::EISDIR)
        }
        (Syscall::Read { len, .. }, OpenFile::File { bytes, offset, .. }) => {
            let data = part(bytes, *offset, *len);
            *offset += data.len();
            Ok(Reply::Data(data.into()))
        }
        (Syscall::Pread { len, offset, .. }, OpenFile::File { bytes, .. }) => {
            Ok(Reply::Data(part(bytes, *offset as usize, *len).into()))
        }
        (Syscall::Seek { offset: by, whence, .. }, OpenFile::File { bytes, offset, .. }) => {
            let from = match whence {
                Whence::Set => 0,
                Whence::Current => *offset,
                Whence::End => bytes.len(),
            };
            let to = i64::try_from(from).unwrap_or(i64::MAX).saturating_add(*by);
            let to = u32::try_from(to).map_err(|_| Errno::EINVAL)?;
            *offset = to as usize;
            Ok(Reply::Count(to))
        }
        _ => Err(Errno::EBADF),
    }
}

fn part(bytes: &[u8], offset: usize, len: u32) -> &[u8] {
    let rest = bytes.get(offset..).unwrap_or_default();
    &rest[..rest.len().min(len as usize)]
}

/// Returns the source of a module or the bytes of a data file.
fn source(path: &str) -> Option<Vec<u8>> {
    let elsewhere = {
        let packs = packs();
        let core = packs.core.as_ref()?;
        if let Some(source) = core.source(path) {
            return Some(source);
        }
        core.elsewhere(path).unwrap_or(LIBRARY).to_owned()
    };
    in_pack(&elsewhere, |pack| pack.source(path))
}

/// Returns the marshaled code of a module.
fn code(path: &str) -> Option<Vec<u8>> {
    let elsewhere = {
        let packs = packs();
        let core = packs.core.as_ref()?;
        match core.elsewhere(path) {
            Some(name) => name.to_owned(),
            None => return core.code(path),
        }
    };
    in_pack(&elsewhere, |pack| pack.code(path))
}

/// Looks into a pack, which is loaded when it is first needed. A pack that cannot be had is not
/// asked for again: its modules are missing, and the program is told so by `ImportError`.
fn in_pack<R>(name: &str, look: impl FnOnce(&Pack) -> Option<R>) -> Option<R> {
    let is_known = packs().loaded.contains_key(name);
    if !is_known && syscalls::try_current().is_some() {
        let pack = match syscalls::quick(Syscall::LoadPack { name: name.to_owned() }) {
            Ok(Reply::Data(bytes)) => Pack::read(bytes.0).ok(),
            _ => None,
        };
        packs().loaded.insert(name.to_owned(), pack);
    }
    packs().loaded.get(name)?.as_ref().and_then(look)
}

pub(crate) use native::module_def;

#[rustpython_vm::pymodule(name = "_vivarium_library")]
mod native {
    use rustpython_vm::builtins::{PyBytes, PyUtf8StrRef};
    use rustpython_vm::{PyRef, VirtualMachine};

    use super::{code, entries, is_folder, packs, source};
    use crate::boot::STDLIB;

    #[pyattr]
    fn root(vm: &VirtualMachine) -> rustpython_vm::PyObjectRef {
        vm.ctx.new_str(STDLIB).into()
    }

    /// Says what a path below the library is: 2 a file, 1 a folder, 0 nothing.
    #[pyfunction]
    fn kind(path: PyUtf8StrRef) -> u8 {
        let packs = packs();
        match packs.core.as_ref() {
            Some(core) if core.has(path.as_str()) => 2,
            Some(core) if is_folder(core, path.as_str()) => 1,
            _ => 0,
        }
    }

    /// Returns the names in a folder, which is given with a slash at its end, or as "".
    #[pyfunction]
    fn list(folder: PyUtf8StrRef, vm: &VirtualMachine) -> Vec<rustpython_vm::PyObjectRef> {
        let names = entries(folder.as_str().trim_end_matches('/')).unwrap_or_default();
        names.into_iter().map(|entry| vm.ctx.new_str(entry.name).into()).collect()
    }

    /// Returns the marshaled code of a module, or None.
    #[pyfunction]
    fn get_code(path: PyUtf8StrRef, vm: &VirtualMachine) -> Option<PyRef<PyBytes>> {
        code(path.as_str()).map(|bytes| vm.ctx.new_bytes(bytes))
    }

    /// Returns the bytes of a source or data file, or None.
    #[pyfunction]
    fn get_source(path: PyUtf8StrRef, vm: &VirtualMachine) -> Option<PyRef<PyBytes>> {
        source(path.as_str()).map(|bytes| vm.ctx.new_bytes(bytes))
    }
}
