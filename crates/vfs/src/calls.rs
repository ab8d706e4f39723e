//! Owns the meaning of each system call about files.

use vivarium_protocol::{
    Access, Errno, Fd, FileKind, Ino, Metadata, OpenFlags, Reply, Syscall, Timespec,
};

use crate::descriptor::{Descriptor, Descriptors, Object};
use crate::files::{Files, Outcome};
use crate::inode::{Device, Node};
use crate::resolve::LastLink;
use crate::stdio::{Stdio, Stream};
use crate::transfer::Transfer;

/// The flags that `F_SETFL` can change.
const SETTABLE: u32 = OpenFlags::APPEND | OpenFlags::NONBLOCK;

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
        self.network.enter(now, process.stdio);
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
            Syscall::Spawn { .. }
            | Syscall::Kill { .. }
            | Syscall::Getpgid { .. }
            | Syscall::Setpgid { .. }
            | Syscall::Getsid { .. }
            | Syscall::Setsid
            | Syscall::Waitpid { .. }
            | Syscall::Getppid
            | Syscall::SetTimer { .. }
            | Syscall::LoadPack { .. } => Outcome::Elsewhere,
            _ => {
                if let Some(result) = self.socket_call(process, now, call, written) {
                    return outcome(result, |reply| reply);
                }
                if let Some(result) = self.semaphore_call(process, call) {
                    return outcome(result, |reply| reply);
                }
                if self.hear_holder(process, call) {
                    return Outcome::Done(Ok(Reply::Done));
                }
                match self.descriptor_call(process, now, call) {
                    Some(result) => Outcome::Done(result),
                    None => Outcome::Done(self.path_call(process, now, call)),
                }
            }
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
            Syscall::MapSync { fd, offset, len, seen, writes } => {
                let range = *offset as usize..(*offset as usize).saturating_add(*len as usize);
                self.map_sync(process, *fd, range, *seen, writes, now)
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
                self.tree.mkdir(self.start(process, *at, path)?, path, mode, now).map(done)
            }
            Syscall::Rmdir { at, path } => {
                self.tree.rmdir(self.start(process, *at, path)?, path, now).map(done)
            }
            Syscall::Unlink { at, path } => {
                self.tree.unlink(self.start(process, *at, path)?, path, now).map(done)
            }
            Syscall::Rename { from_at, from, to_at, to } => {
                let source = (self.start(process, *from_at, from)?, from.as_str());
                let target = (self.start(process, *to_at, to)?, to.as_str());
                self.tree.rename(source, target, now).map(done)
            }
            Syscall::Link { from_at, from, to_at, to, follow } => {
                let ino = self.find(process, *from_at, from, *follow)?;
                self.tree.link(ino, self.start(process, *to_at, to)?, to, now).map(done)
            }
            Syscall::Symlink { target, at, path } => {
                self.tree.symlink(target, self.start(process, *at, path)?, path, now).map(done)
            }
            Syscall::Readlink { at, path } => {
                self.tree.readlink(self.start(process, *at, path)?, path).map(Reply::Path)
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
        self.tree.resolve(self.start(process, at, path)?, path, follow.into())
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
        let start = self.start(process, at, path)?;
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
            Node::Socket(_) => return Err(Errno::ENXIO),
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
            Node::File(_) | Node::Device(_) | Node::Socket(_)
                if flags.has(OpenFlags::DIRECTORY) =>
            {
                return Err(Errno::ENOTDIR);
            }
            Node::File(_) | Node::Directory(_) | Node::Device(_) | Node::Socket(_) => {}
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
        self.end_leases(process.id, fd, descriptor);
        self.unshare(descriptor.description);
        Ok(())
    }

    fn pipe(&mut self, process: &mut Descriptors, flags: OpenFlags) -> Result<Reply, Errno> {
        let first = process.lowest_free(Fd(0), self.limits.descriptors)?;
        process.lowest_free(Fd(first.0 + 1), self.limits.descriptors)?;
        let id = self.fresh_pipe();
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
        if let Ok(old) = process.get(to) {
            self.end_leases(process.id, to, old);
        }
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

    fn fstat(&self, process: &Descriptors, fd: Fd, now: Timespec) -> Result<Metadata, Errno> {
        let (kind, mode, ino) = match self.description(process, fd)?.object {
            Object::Inode(ino) => return self.tree.metadata(ino),
            Object::PipeReader(id) | Object::PipeWriter(id) => (FileKind::Pipe, 0o600, id.0),
            Object::Socket(id) => (FileKind::Socket, 0o777, id.0),
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
            | Object::PipeWriter(_)
            | Object::Socket(_) => Err(Errno::ENOTTY),
        }
    }
}

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
