//! Owns the meaning of each system call about files.

use vivarium_protocol::{
    Access, Errno, Fd, FileKind, Ino, Metadata, OpenFlags, Reply, Syscall, Timespec, Whence,
};

use crate::descriptor::{Descriptor, Descriptors, Object};
use crate::files::{Files, Outcome, Wait};
use crate::inode::{Device, Node};
use crate::pipe::PipeId;
use crate::resolve::LastLink;
use crate::stdio::{Output, Stdio, StdioId, Stream};

/// The flags that `F_SETFL` can change.
const SETTABLE: u32 = OpenFlags::APPEND | OpenFlags::NONBLOCK;

/// What `read` and `write` come to, short of the process that waits.
enum Transfer<T> {
    Done(T),
    Blocked(Wait),
}

impl Files {
    /// Makes a system call for a process.
    ///
    /// `written` starts at 0 and belongs to the call: it counts what a blocked write has already
    /// passed on (a signal that interrupts it then turns it into a short write, not EINTR).
    pub fn call(
        &mut self,
        process: &mut Descriptors,
        now: Timespec,
        call: &Syscall,
        written: &mut u32,
    ) -> Outcome {
        match call {
            Syscall::Read { fd, len } => {
                outcome(self.read(process, *fd, *len as usize, now), |bytes| {
                    Reply::Data(bytes.into())
                })
            }
            Syscall::Write { fd, data } => {
                outcome(self.write(process, *fd, &data.0, now, written), Reply::Count)
            }
            Syscall::Poll { fds, timeout_ms } => self.poll(process, fds, *timeout_ms),
            Syscall::Kill { .. }
            | Syscall::Waitpid { .. }
            | Syscall::Getppid
            | Syscall::SetTimer { .. }
            | Syscall::LoadPack { .. } => Outcome::Elsewhere,
            _ => match self.descriptor_call(process, now, call) {
                Some(result) => Outcome::Done(result),
                None => Outcome::Done(self.path_call(process, now, call)),
            },
        }
    }

    fn descriptor_call(
        &mut self,
        process: &mut Descriptors,
        now: Timespec,
        call: &Syscall,
    ) -> Option<Result<Reply, Errno>> {
        Some(match call {
            Syscall::Open { at, path, flags, mode } => {
                self.open(process, *at, path, *flags, *mode, now).map(Reply::Fd)
            }
            Syscall::Close { fd } => self.close(process, *fd).map(done),
            Syscall::Pread { fd, len, offset } => self
                .pread(process, *fd, *len as usize, *offset as usize, now)
                .map(|bytes| Reply::Data(bytes.into())),
            Syscall::Pwrite { fd, data, offset } => {
                self.pwrite(process, *fd, &data.0, *offset as usize, now).map(Reply::Count)
            }
            Syscall::Seek { fd, offset, whence } => {
                self.seek(process, *fd, *offset, *whence).map(Reply::Count)
            }
            Syscall::Truncate { fd, len } => {
                self.truncate(process, *fd, *len as usize, now).map(done)
            }
            Syscall::Fstat { fd } => self.fstat(process, *fd, now).map(Reply::Metadata),
            Syscall::Fchmod { fd, mode } => self
                .inode_of(process, *fd)
                .and_then(|ino| self.tree.set_mode(ino.ok_or(Errno::EPERM)?, *mode, now))
                .map(done),
            Syscall::FreadDir { fd } => self
                .inode_of(process, *fd)
                .and_then(|ino| self.tree.entries(ino.ok_or(Errno::ENOTDIR)?))
                .map(Reply::Entries),
            Syscall::Fchdir { fd } => self
                .inode_of(process, *fd)
                .and_then(|ino| self.change_directory(process, ino.ok_or(Errno::ENOTDIR)?))
                .map(done),
            Syscall::Pipe { flags } => self.pipe(process, *flags),
            Syscall::Dup { fd, min, cloexec } => {
                self.dup(process, *fd, *min, *cloexec).map(Reply::Fd)
            }
            Syscall::Dup2 { fd, to, cloexec } => {
                self.dup2(process, *fd, *to, *cloexec).map(Reply::Fd)
            }
            Syscall::GetFlags { fd } => self
                .description(process, *fd)
                .map(|d| Reply::Count(d.flags.0 & (OpenFlags::ACCMODE | SETTABLE))),
            Syscall::SetFlags { fd, flags } => self.description_mut(process, *fd).map(|d| {
                d.flags.0 = d.flags.0 & !SETTABLE | flags.0 & SETTABLE;
                Reply::Done
            }),
            Syscall::GetCloexec { fd } => {
                process.get(*fd).map(|d| Reply::Count(u32::from(d.cloexec)))
            }
            Syscall::SetCloexec { fd, cloexec } => match process.open.get_mut(fd) {
                Some(descriptor) => {
                    descriptor.cloexec = *cloexec;
                    Ok(Reply::Done)
                }
                None => Err(Errno::EBADF),
            },
            Syscall::WindowSize { fd } => self.window_size(process, *fd),
            _ => return None,
        })
    }

    fn path_call(
        &mut self,
        process: &mut Descriptors,
        now: Timespec,
        call: &Syscall,
    ) -> Result<Reply, Errno> {
        match call {
            Syscall::Stat { at, path, follow } => {
                let ino = self.find(process, *at, path, *follow)?;
                self.tree.metadata(ino).map(Reply::Metadata)
            }
            Syscall::Access { at, path, mode } => {
                let ino = self.find(process, *at, path, true)?;
                self.tree.require(ino, mode.0).map(done)
            }
            Syscall::Mkdir { at, path, mode } => {
                let mode = mode & !process.umask;
                self.tree.mkdir(self.start(process, *at)?, path, mode, now).map(done)
            }
            Syscall::Rmdir { at, path } => {
                self.tree.rmdir(self.start(process, *at)?, path, now).map(done)
            }
            Syscall::Unlink { at, path } => {
                self.tree.unlink(self.start(process, *at)?, path, now).map(done)
            }
            Syscall::Rename { from_at, from, to_at, to } => {
                let source = (self.start(process, *from_at)?, from.as_str());
                let target = (self.start(process, *to_at)?, to.as_str());
                self.tree.rename(source, target, now).map(done)
            }
            Syscall::Link { from_at, from, to_at, to, follow } => {
                let ino = self.find(process, *from_at, from, *follow)?;
                self.tree.link(ino, self.start(process, *to_at)?, to, now).map(done)
            }
            Syscall::Symlink { target, at, path } => {
                self.tree.symlink(target, self.start(process, *at)?, path, now).map(done)
            }
            Syscall::Readlink { at, path } => {
                self.tree.readlink(self.start(process, *at)?, path).map(Reply::Path)
            }
            Syscall::Chmod { at, path, mode, follow } => {
                let ino = self.find(process, *at, path, *follow)?;
                self.tree.set_mode(ino, *mode, now).map(done)
            }
            Syscall::SetTimes { at, path, atime, mtime, follow } => {
                let ino = self.find(process, *at, path, *follow)?;
                self.tree.set_times(ino, *atime, *mtime, now).map(done)
            }
            Syscall::ReadDir { at, path } => {
                let ino = self.find(process, *at, path, true)?;
                self.tree.entries(ino).map(Reply::Entries)
            }
            Syscall::Chdir { path } => {
                let ino = self.find(process, None, path, true)?;
                self.change_directory(process, ino).map(done)
            }
            Syscall::Getcwd => self.tree.path_of(process.cwd).map(Reply::Path),
            Syscall::Umask { mask } => {
                Ok(Reply::Count(std::mem::replace(&mut process.umask, mask & 0o777)))
            }
            _ => Err(Errno::ENOSYS),
        }
    }

    fn find(
        &self,
        process: &Descriptors,
        at: Option<Fd>,
        path: &str,
        follow: bool,
    ) -> Result<Ino, Errno> {
        self.tree.resolve(self.start(process, at)?, path, follow.into())
    }

    fn change_directory(&mut self, process: &mut Descriptors, ino: Ino) -> Result<(), Errno> {
        self.tree.directory(ino)?;
        self.tree.require(ino, Access::X_OK)?;
        self.tree.hold(ino);
        self.tree.release(process.cwd);
        process.cwd = ino;
        Ok(())
    }

    fn open(
        &mut self,
        process: &mut Descriptors,
        at: Option<Fd>,
        path: &str,
        flags: OpenFlags,
        mode: u32,
        now: Timespec,
    ) -> Result<Fd, Errno> {
        // A table that is full must not leave a new file behind.
        process.lowest_free(Fd(0), self.limits.descriptors)?;
        let creates = flags.has(OpenFlags::CREAT);
        let is_exclusive = creates && flags.has(OpenFlags::EXCL);
        let last = LastLink::from(!is_exclusive && !flags.has(OpenFlags::NOFOLLOW));
        let start = if path.starts_with('/') { process.cwd } else { self.start(process, at)? };
        let found = self.tree.walk(start, path, last)?;
        let ino = match (found.ino, found.name) {
            (Some(_), _) if is_exclusive => return Err(Errno::EEXIST),
            (Some(ino), _) => {
                self.check_open(ino, flags)?;
                ino
            }
            (None, _) if !creates => return Err(Errno::ENOENT),
            (None, Some(name)) if !found.wants_directory => {
                let mode = mode & !process.umask;
                self.tree.create(found.parent, name, Node::File(Vec::new()), mode, now)?
            }
            (None, _) => return Err(Errno::EISDIR),
        };
        let object = match &self.tree.inode(ino)?.node {
            Node::Device(Device::Descriptor(fd)) => {
                let cloexec = flags.has(OpenFlags::CLOEXEC);
                return self.dup(process, *fd, Fd(0), cloexec);
            }
            Node::Device(Device::Terminal) => self.terminal_of(process)?,
            Node::File(_) | Node::Directory(_) | Node::Symlink(_) | Node::Device(_) => {
                Object::Inode(ino)
            }
        };
        if flags.has(OpenFlags::TRUNC) && matches!(self.tree.inode(ino)?.node, Node::File(_)) {
            self.tree.truncate(ino, 0, now)?;
        }
        self.install(process, object, flags)
    }

    /// Fails unless an existing inode may be opened so.
    fn check_open(&self, ino: Ino, flags: OpenFlags) -> Result<(), Errno> {
        let inode = self.tree.inode(ino)?;
        match inode.node {
            Node::Symlink(_) => return Err(Errno::ELOOP),
            Node::Directory(_) if flags.writes() || flags.has(OpenFlags::CREAT) => {
                return Err(Errno::EISDIR);
            }
            Node::File(_) | Node::Device(_) if flags.has(OpenFlags::DIRECTORY) => {
                return Err(Errno::ENOTDIR);
            }
            Node::File(_) | Node::Directory(_) | Node::Device(_) => {}
        }
        let mut wanted = 0;
        if flags.reads() {
            wanted |= Access::R_OK;
        }
        if flags.writes() || flags.has(OpenFlags::TRUNC) {
            wanted |= Access::W_OK;
        }
        if inode.permits(wanted) { Ok(()) } else { Err(Errno::EACCES) }
    }

    fn terminal_of(&self, process: &Descriptors) -> Result<Object, Errno> {
        let is_terminal = self.stdios.get(&process.stdio).is_some_and(Stdio::is_terminal);
        let object = Object::Output(process.stdio, Stream::Stdout);
        if is_terminal { Ok(object) } else { Err(Errno::ENODEV) }
    }

    fn close(&mut self, process: &mut Descriptors, fd: Fd) -> Result<(), Errno> {
        let descriptor = process.open.remove(&fd).ok_or(Errno::EBADF)?;
        self.unshare(descriptor.description);
        Ok(())
    }

    fn pipe(&mut self, process: &mut Descriptors, flags: OpenFlags) -> Result<Reply, Errno> {
        let first = process.lowest_free(Fd(0), self.limits.descriptors)?;
        process.lowest_free(Fd(first.0 + 1), self.limits.descriptors)?;
        let id = PipeId(self.fresh_id());
        let kept = flags.0 & (OpenFlags::NONBLOCK | OpenFlags::CLOEXEC);
        let reader =
            self.install(process, Object::PipeReader(id), OpenFlags(OpenFlags::RDONLY | kept))?;
        let writer =
            self.install(process, Object::PipeWriter(id), OpenFlags(OpenFlags::WRONLY | kept))?;
        Ok(Reply::Pair(reader, writer))
    }

    fn dup(
        &mut self,
        process: &mut Descriptors,
        fd: Fd,
        min: Fd,
        cloexec: bool,
    ) -> Result<Fd, Errno> {
        let description = process.get(fd)?.description;
        if min.0 >= self.limits.descriptors {
            return Err(Errno::EINVAL);
        }
        let free = process.lowest_free(min, self.limits.descriptors)?;
        self.share(description);
        process.open.insert(free, Descriptor { description, cloexec });
        Ok(free)
    }

    fn dup2(
        &mut self,
        process: &mut Descriptors,
        fd: Fd,
        to: Fd,
        cloexec: bool,
    ) -> Result<Fd, Errno> {
        let description = process.get(fd)?.description;
        if to.0 >= self.limits.descriptors {
            return Err(Errno::EBADF);
        }
        if fd == to {
            return Ok(to);
        }
        self.share(description);
        let new = Descriptor { description, cloexec };
        if let Some(old) = process.open.insert(to, new) {
            self.unshare(old.description);
        }
        Ok(to)
    }

    fn read(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        len: usize,
        now: Timespec,
    ) -> Result<Transfer<Vec<u8>>, Errno> {
        let &crate::descriptor::Description { object, flags, offset, .. } =
            self.description(process, fd)?;
        if !flags.reads() {
            return Err(Errno::EBADF);
        }
        let (bytes, wait) = match object {
            Object::Inode(ino) => {
                let bytes = self.read_inode(ino, offset as usize, len, now)?;
                let end = offset.saturating_add(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
                self.description_mut(process, fd)?.offset = end;
                return Ok(Transfer::Done(bytes));
            }
            Object::PipeReader(id) => {
                let bytes = self.pipes.get_mut(&id).ok_or(Errno::EIO)?.read(len);
                self.woken |= bytes.is_some();
                (bytes, Wait::PipeData(id))
            }
            Object::PipeWriter(_) => return Err(Errno::EBADF),
            Object::Input(id) | Object::Output(id, _) => {
                (self.stdios.get_mut(&id).ok_or(Errno::EIO)?.read(len), Wait::Input(id))
            }
        };
        match bytes {
            Some(bytes) => Ok(Transfer::Done(bytes)),
            None if flags.has(OpenFlags::NONBLOCK) => Err(Errno::EAGAIN),
            None => Ok(Transfer::Blocked(wait)),
        }
    }

    fn read_inode(
        &mut self,
        ino: Ino,
        offset: usize,
        len: usize,
        now: Timespec,
    ) -> Result<Vec<u8>, Errno> {
        match &self.tree.inode(ino)?.node {
            Node::Device(Device::Null) => Ok(Vec::new()),
            Node::Device(Device::Zero | Device::Full) => Ok(vec![0; len.min(DEVICE_READ_MAX)]),
            Node::Device(Device::Random) => {
                let mut bytes = vec![0; len.min(DEVICE_READ_MAX)];
                self.random.fill(&mut bytes);
                Ok(bytes)
            }
            Node::Device(Device::Terminal | Device::Descriptor(_)) => Err(Errno::ENODEV),
            Node::File(_) | Node::Directory(_) | Node::Symlink(_) => {
                self.tree.read_at(ino, offset, len, now)
            }
        }
    }

    fn write(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        data: &[u8],
        now: Timespec,
        written: &mut u32,
    ) -> Result<Transfer<u32>, Errno> {
        let &crate::descriptor::Description { object, flags, offset, .. } =
            self.description(process, fd)?;
        if !flags.writes() {
            return Err(Errno::EBADF);
        }
        match object {
            Object::Inode(ino) => {
                let offset = match self.tree.inode(ino)?.node {
                    Node::File(ref content) if flags.has(OpenFlags::APPEND) => content.len(),
                    _ => offset as usize,
                };
                let len = self.write_inode(ino, offset, data, now)?;
                self.description_mut(process, fd)?.offset = count(offset + len as usize)?;
                Ok(Transfer::Done(len))
            }
            Object::PipeWriter(id) => self.write_pipe(id, flags, data, written),
            Object::PipeReader(_) => Err(Errno::EBADF),
            Object::Input(stdio) => self.write_stream(stdio, Stream::Stdout, data),
            Object::Output(stdio, stream) => self.write_stream(stdio, stream, data),
        }
    }

    fn write_stream(
        &mut self,
        stdio: StdioId,
        stream: Stream,
        data: &[u8],
    ) -> Result<Transfer<u32>, Errno> {
        if !self.stdios.contains_key(&stdio) {
            return Err(Errno::EIO);
        }
        self.outputs.push(Output { stdio, stream, data: data.to_vec() });
        count(data.len()).map(Transfer::Done)
    }

    fn write_pipe(
        &mut self,
        id: PipeId,
        flags: OpenFlags,
        data: &[u8],
        written: &mut u32,
    ) -> Result<Transfer<u32>, Errno> {
        let pipe = self.pipes.get_mut(&id).ok_or(Errno::EIO)?;
        let rest = &data[*written as usize..];
        let len = match pipe.write(rest, data.len()) {
            Ok(len) => len,
            // What was passed on before the reader left is told first.
            Err(_) if *written > 0 => return Ok(Transfer::Done(*written)),
            Err(errno) => return Err(errno),
        };
        self.woken |= len > 0;
        *written += count(len)?;
        if *written as usize == data.len() || (flags.has(OpenFlags::NONBLOCK) && *written > 0) {
            Ok(Transfer::Done(*written))
        } else if flags.has(OpenFlags::NONBLOCK) {
            Err(Errno::EAGAIN)
        } else {
            Ok(Transfer::Blocked(Wait::PipeRoom(id)))
        }
    }

    fn write_inode(
        &mut self,
        ino: Ino,
        offset: usize,
        data: &[u8],
        now: Timespec,
    ) -> Result<u32, Errno> {
        match &self.tree.inode(ino)?.node {
            Node::Device(Device::Null | Device::Zero | Device::Random) => count(data.len()),
            Node::Device(Device::Full) => Err(Errno::ENOSPC),
            Node::Device(Device::Terminal | Device::Descriptor(_)) => Err(Errno::ENODEV),
            Node::File(_) | Node::Directory(_) | Node::Symlink(_) => {
                count(self.tree.write_at(ino, offset, data, now)?)
            }
        }
    }

    fn pread(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        len: usize,
        offset: usize,
        now: Timespec,
    ) -> Result<Vec<u8>, Errno> {
        if !self.description(process, fd)?.flags.reads() {
            return Err(Errno::EBADF);
        }
        let ino = self.inode_of(process, fd)?.ok_or(Errno::ESPIPE)?;
        self.read_inode(ino, offset, len, now)
    }

    fn pwrite(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        data: &[u8],
        offset: usize,
        now: Timespec,
    ) -> Result<u32, Errno> {
        if !self.description(process, fd)?.flags.writes() {
            return Err(Errno::EBADF);
        }
        let ino = self.inode_of(process, fd)?.ok_or(Errno::ESPIPE)?;
        self.write_inode(ino, offset, data, now)
    }

    fn seek(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        offset: i64,
        whence: Whence,
    ) -> Result<u32, Errno> {
        let ino = self.inode_of(process, fd)?.ok_or(Errno::ESPIPE)?;
        let base = match whence {
            Whence::Set => 0,
            Whence::Current => i64::from(self.description(process, fd)?.offset),
            Whence::End => match &self.tree.inode(ino)?.node {
                Node::File(content) => i64::from(count(content.len())?),
                Node::Directory(_) | Node::Symlink(_) | Node::Device(_) => 0,
            },
        };
        let target = base.checked_add(offset).ok_or(Errno::EOVERFLOW)?;
        if target < 0 {
            return Err(Errno::EINVAL);
        }
        let target = u32::try_from(target).map_err(|_| Errno::EOVERFLOW)?;
        self.description_mut(process, fd)?.offset = target;
        Ok(target)
    }

    fn truncate(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        len: usize,
        now: Timespec,
    ) -> Result<(), Errno> {
        if !self.description(process, fd)?.flags.writes() {
            return Err(Errno::EINVAL);
        }
        let ino = self.inode_of(process, fd)?.ok_or(Errno::EINVAL)?;
        self.tree.truncate(ino, len, now)
    }

    fn fstat(&self, process: &Descriptors, fd: Fd, now: Timespec) -> Result<Metadata, Errno> {
        let (kind, mode, ino) = match self.description(process, fd)?.object {
            Object::Inode(ino) => return self.tree.metadata(ino),
            Object::PipeReader(id) | Object::PipeWriter(id) => (FileKind::Pipe, 0o600, id.0),
            Object::Input(id) | Object::Output(id, _) => {
                let is_terminal = self.stdios.get(&id).is_some_and(Stdio::is_terminal);
                (if is_terminal { FileKind::Device } else { FileKind::Pipe }, 0o620, id.0)
            }
        };
        let ino = Ino(ino | 0x8000_0000);
        let (nlink, size) = (1, 0);
        Ok(Metadata { kind, mode, ino, nlink, size, atime: now, mtime: now, ctime: now })
    }

    fn window_size(&self, process: &Descriptors, fd: Fd) -> Result<Reply, Errno> {
        match self.description(process, fd)?.object {
            Object::Input(id) | Object::Output(id, Stream::Stdout | Stream::Stderr) => {
                let size = self.stdios.get(&id).and_then(|stdio| stdio.terminal);
                let size = size.ok_or(Errno::ENOTTY)?;
                Ok(Reply::WindowSize { columns: size.columns, rows: size.rows })
            }
            Object::Output(_, Stream::Report)
            | Object::Inode(_)
            | Object::PipeReader(_)
            | Object::PipeWriter(_) => Err(Errno::ENOTTY),
        }
    }
}

/// The most bytes that one read of an endless device gives.
const DEVICE_READ_MAX: usize = 1 << 20;

fn outcome<T>(result: Result<Transfer<T>, Errno>, reply: impl FnOnce(T) -> Reply) -> Outcome {
    match result {
        Ok(Transfer::Done(value)) => Outcome::Done(Ok(reply(value))),
        Ok(Transfer::Blocked(wait)) => Outcome::Blocked(wait),
        Err(errno) => Outcome::Done(Err(errno)),
    }
}

fn done((): ()) -> Reply {
    Reply::Done
}

fn count(number: usize) -> Result<u32, Errno> {
    u32::try_from(number).map_err(|_| Errno::EFBIG)
}
