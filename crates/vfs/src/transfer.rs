//! Owns the movement of bytes: read, write, seek and truncate on whatever a descriptor leads to.

use vivarium_protocol::{Errno, Fd, Ino, OpenFlags, Timespec, Whence};

use crate::descriptor::{Description, Descriptors, Object};
use crate::files::{Files, Wait};
use crate::inode::{Device, Node};
use crate::pipe::PipeId;
use crate::stdio::{Output, StdioId, Stream};

/// The most bytes that one read of an endless device gives.
const DEVICE_READ_MAX: usize = 1 << 20;

/// What `read` and `write` come to, short of the process that waits.
pub(crate) enum Transfer<T> {
    Done(T),
    Blocked(Wait),
}

impl<T> Transfer<T> {
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Transfer<U> {
        match self {
            Self::Done(value) => Transfer::Done(change(value)),
            Self::Blocked(wait) => Transfer::Blocked(wait),
        }
    }
}

impl Files {
    pub(crate) fn read(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        len: usize,
        now: Timespec,
    ) -> Result<Transfer<Vec<u8>>, Errno> {
        let &Description { object, flags, offset, .. } = self.description(process, fd)?;
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
                if self.is_known_ahead(id, process.id, fd)? {
                    return Ok(Transfer::Blocked(Wait::PipeData(id)));
                }
                let bytes = self.pipes.get_mut(&id).ok_or(Errno::EIO)?.read(len);
                if bytes.is_some() {
                    self.woken.insert(Wait::PipeRoom(id));
                }
                (bytes, Wait::PipeData(id))
            }
            Object::PipeWriter(_) => return Err(Errno::EBADF),
            Object::Socket(_) => return self.read_socket(process, fd, len),
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
            Node::Socket(_) => Err(Errno::ENXIO),
            Node::File(_) | Node::Directory(_) | Node::Symlink(_) => {
                self.tree.read_at(ino, offset, len, now)
            }
        }
    }

    pub(crate) fn write(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        data: &[u8],
        now: Timespec,
        written: &mut u32,
    ) -> Result<Transfer<u32>, Errno> {
        let &Description { object, flags, offset, .. } = self.description(process, fd)?;
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
            Object::Socket(_) => self.write_socket(process, fd, data, written),
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
        if len > 0 {
            self.woken.insert(Wait::PipeData(id));
        }
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
            Node::Socket(_) => Err(Errno::ENXIO),
            Node::File(_) | Node::Directory(_) | Node::Symlink(_) => {
                count(self.tree.write_at(ino, offset, data, now)?)
            }
        }
    }

    pub(crate) fn pread(
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

    pub(crate) fn pwrite(
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

    pub(crate) fn seek(
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
                Node::Directory(_) | Node::Symlink(_) | Node::Device(_) | Node::Socket(_) => 0,
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

    pub(crate) fn truncate(
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
}

fn count(number: usize) -> Result<u32, Errno> {
    u32::try_from(number).map_err(|_| Errno::EFBIG)
}
