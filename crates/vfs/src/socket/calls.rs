//! Owns the system calls about sockets: from descriptors and paths to sockets, and to answers.

use std::net::Ipv4Addr;

use vivarium_protocol::{
    Access, Domain, Errno, Fd, Ino, MessageFlags, OpenFlags, Reply, SockAddr, SocketKind, Syscall,
    Timespec,
};

use super::stream::Demand;
use super::{ConnectionView, Name, Network, SocketId, SocketView, State, address};
use crate::descriptor::{Descriptors, Object};
use crate::files::Files;
use crate::inode::Node;
use crate::resolve::LastLink;
use crate::transfer::Transfer;

/// The longest path of a Unix socket (`sun_path`).
const PATH_MAX: usize = 107;

/// What of the flags a socket's description keeps.
const KEPT: u32 = OpenFlags::NONBLOCK | OpenFlags::CLOEXEC;

impl Files {
    /// Gives a host name an address that programs can bind and connect to: one of its own
    /// (127.0.1.1, 127.0.1.2, ...), or the loopback address that is asked for.
    pub fn declare_host(
        &mut self,
        name: &str,
        address: Option<Ipv4Addr>,
    ) -> Result<Ipv4Addr, Errno> {
        self.network.hosts.declare(name, address)
    }

    /// Forgets all declared host names.
    pub fn clear_hosts(&mut self) {
        self.network.hosts.clear();
    }

    /// Returns all sockets, as `netstat` would show them.
    pub fn sockets(&self) -> Vec<SocketView> {
        self.network.views()
    }

    /// Returns the sockets that a process has open.
    pub fn sockets_of(&self, process: &Descriptors) -> Vec<SocketId> {
        let descriptions =
            process.open.values().filter_map(|open| self.descriptions.get(&open.description));
        descriptions
            .filter_map(|description| match description.object {
                Object::Socket(id) => Some(id),
                _ => None,
            })
            .collect()
    }

    /// Returns what was sent over each connection, the oldest first.
    pub fn connections(&self) -> impl Iterator<Item = &ConnectionView> {
        self.network.connections()
    }

    /// Forgets the connections that are closed.
    pub fn clear_connections(&mut self) {
        self.network.clear_connections();
    }

    /// Returns what a socket is, in words.
    pub fn socket_title(&self, id: SocketId) -> String {
        self.network.title(id)
    }

    /// Answers a system call about sockets; `None` if it is about something else.
    pub(crate) fn socket_call(
        &mut self,
        process: &mut Descriptors,
        now: Timespec,
        call: &Syscall,
        written: &mut u32,
    ) -> Option<Result<Transfer<Reply>, Errno>> {
        Some(match call {
            Syscall::Accept { fd, flags } => self.accept(process, *fd, *flags),
            Syscall::Connect { fd, address } => self.connect(process, *fd, address),
            Syscall::Send { fd, data, flags, to } => {
                self.send(process, *fd, &data.0, *flags, to.as_ref(), written)
            }
            Syscall::Receive { fd, len, flags } => self.receive(process, *fd, *len, *flags),
            _ => self.quick_socket_call(process, now, call)?.map(Transfer::Done),
        })
    }

    fn quick_socket_call(
        &mut self,
        process: &mut Descriptors,
        now: Timespec,
        call: &Syscall,
    ) -> Option<Result<Reply, Errno>> {
        Some(match call {
            Syscall::Socket { domain, kind, flags } => self.socket(process, *domain, *kind, *flags),
            Syscall::SocketPair { domain, kind, flags } => {
                self.socket_pair(process, *domain, *kind, *flags)
            }
            Syscall::Bind { fd, address } => {
                self.bind(process, *fd, address, now).map(|()| Reply::Done)
            }
            Syscall::Listen { fd, backlog } => self
                .socket_of(process, *fd)
                .and_then(|(id, _)| self.network.listen(id, *backlog))
                .map(|()| Reply::Done),
            Syscall::Shutdown { fd, how } => self
                .socket_of(process, *fd)
                .and_then(|(id, _)| self.network.shutdown(id, *how))
                .map(|()| Reply::Done),
            Syscall::SocketName { fd } => self
                .socket_of(process, *fd)
                .and_then(|(id, _)| Ok(Reply::Address(self.network.get(id)?.local_address()))),
            Syscall::PeerName { fd } => self
                .socket_of(process, *fd)
                .and_then(|(id, _)| self.network.peer_name(id))
                .map(Reply::Address),
            Syscall::GetSocketOption { fd, option } => self
                .socket_of(process, *fd)
                .and_then(|(id, _)| self.network.option(id, *option))
                .map(Reply::Number),
            Syscall::SetSocketOption { fd, option, value } => self
                .socket_of(process, *fd)
                .and_then(|(id, _)| self.network.set_option(id, *option, *value))
                .map(|()| Reply::Done),
            Syscall::Resolve { name } => self.network.hosts.resolve(name).map(Reply::Addresses),
            _ => return None,
        })
    }

    /// Returns the socket of a descriptor, and whether its calls wait.
    fn socket_of(&self, process: &Descriptors, fd: Fd) -> Result<(SocketId, bool), Errno> {
        let description = self.description(process, fd)?;
        match description.object {
            Object::Socket(id) => Ok((id, !description.flags.has(OpenFlags::NONBLOCK))),
            Object::Inode(_)
            | Object::PipeReader(_)
            | Object::PipeWriter(_)
            | Object::Input(_)
            | Object::Output(..) => Err(Errno::ENOTSOCK),
        }
    }

    fn socket(
        &mut self,
        process: &mut Descriptors,
        domain: Domain,
        kind: SocketKind,
        flags: OpenFlags,
    ) -> Result<Reply, Errno> {
        process.lowest_free(Fd(0), self.limits.descriptors)?;
        let id = self.network.open(domain, kind);
        self.install_socket(process, id, flags).map(Reply::Fd)
    }

    fn install_socket(
        &mut self,
        process: &mut Descriptors,
        id: SocketId,
        flags: OpenFlags,
    ) -> Result<Fd, Errno> {
        let flags = OpenFlags(flags.0 & KEPT | OpenFlags::RDWR);
        self.install(process, Object::Socket(id), flags)
    }

    fn socket_pair(
        &mut self,
        process: &mut Descriptors,
        domain: Domain,
        kind: SocketKind,
        flags: OpenFlags,
    ) -> Result<Reply, Errno> {
        let first = process.lowest_free(Fd(0), self.limits.descriptors)?;
        process.lowest_free(Fd(first.0 + 1), self.limits.descriptors)?;
        let (first, second) = self.network.pair(domain, kind)?;
        let first = self.install_socket(process, first, flags)?;
        Ok(Reply::Pair(first, self.install_socket(process, second, flags)?))
    }

    fn bind(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        address: &SockAddr,
        now: Timespec,
    ) -> Result<(), Errno> {
        let (id, _) = self.socket_of(process, fd)?;
        let domain = self.network.get(id)?.domain;
        if domain != Domain::Unix {
            return self.network.bind_ip(id, address::meant(address, domain)?);
        }
        let SockAddr::Unix(path) = address else { return Err(Errno::EINVAL) };
        if self.network.get(id)?.local.is_some() {
            return Err(Errno::EINVAL);
        }
        if path.len() > PATH_MAX {
            return Err(Errno::ENAMETOOLONG);
        }
        if path.is_empty() || path.starts_with('\0') {
            return self.network.bind_abstract(id, path);
        }
        let start = self.start(process, None, path)?;
        let found = self.tree.walk(start, path, LastLink::Keep)?;
        let (parent, name) = found.vacant().map_err(|_| Errno::EADDRINUSE)?;
        let mode = 0o777 & !process.umask;
        self.tree.create(parent, name, Node::Socket(id), mode, now)?;
        self.network.set_path(id, path)
    }

    /// Returns the socket that a path or an abstract name leads to.
    fn find_socket(&self, process: &Descriptors, address: &SockAddr) -> Result<SocketId, Errno> {
        let SockAddr::Unix(path) = address else { return Err(Errno::EINVAL) };
        if path.starts_with('\0') {
            return self.network.find_abstract(path);
        }
        if path.is_empty() {
            return Err(Errno::EINVAL);
        }
        let start = self.start(process, None, path)?;
        let ino: Ino = self.tree.resolve(start, path, LastLink::Follow)?;
        self.tree.require(ino, Access::W_OK)?;
        match self.tree.inode(ino)?.node {
            Node::Socket(id) if self.network.sockets.contains_key(&id) => Ok(id),
            _ => Err(Errno::ECONNREFUSED),
        }
    }

    fn accept(
        &mut self,
        process: &mut Descriptors,
        fd: Fd,
        flags: OpenFlags,
    ) -> Result<Transfer<Reply>, Errno> {
        let (id, must_wait) = self.socket_of(process, fd)?;
        process.lowest_free(Fd(0), self.limits.descriptors)?;
        match self.network.accept(id)? {
            Transfer::Done((socket, peer)) => {
                let fd = self.install_socket(process, socket, flags)?;
                Ok(Transfer::Done(Reply::Accepted(fd, peer)))
            }
            Transfer::Blocked(wait) if must_wait => Ok(Transfer::Blocked(wait)),
            Transfer::Blocked(_) => Err(Errno::EAGAIN),
        }
    }

    fn connect(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        to: &SockAddr,
    ) -> Result<Transfer<Reply>, Errno> {
        let (id, must_wait) = self.socket_of(process, fd)?;
        let socket = self.network.get(id)?;
        let answer = match (socket.domain, socket.kind) {
            (Domain::Unix, SocketKind::Stream) => match self.network.under_way(id, must_wait)? {
                Some(answer) => answer,
                None => {
                    let listener = self.find_socket(process, to)?;
                    self.network.connect_unix(id, listener, must_wait)?
                }
            },
            (Domain::Unix, SocketKind::Datagram) => {
                let other = self.find_socket(process, to)?;
                self.network.connect_letters(id, other)?;
                Transfer::Done(())
            }
            (domain, SocketKind::Stream) => {
                let remote = address::meant(to, domain)?;
                self.network.connect_ip(id, remote, must_wait)?
            }
            (domain, SocketKind::Datagram) => {
                let remote = address::meant(to, domain)?;
                self.network.connect_datagram(id, remote)?;
                Transfer::Done(())
            }
        };
        Ok(answer.map(|()| Reply::Done))
    }

    fn send(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        data: &[u8],
        flags: MessageFlags,
        to: Option<&SockAddr>,
        written: &mut u32,
    ) -> Result<Transfer<Reply>, Errno> {
        let (id, waits) = self.socket_of(process, fd)?;
        let must_wait = waits && flags.0 & MessageFlags::DONTWAIT == 0;
        let socket = self.network.get(id)?;
        let (domain, kind) = (socket.domain, socket.kind);
        let answer = match (domain, kind) {
            (_, SocketKind::Stream) => {
                // TCP does not look at an address; a Unix socket that is given one complains.
                if domain == Domain::Unix && to.is_some() {
                    let is_connected = matches!(socket.state, State::Stream(_));
                    return Err(if is_connected { Errno::EISCONN } else { Errno::ENOTSUP });
                }
                self.network.send_stream(id, data, must_wait, written)?
            }
            (Domain::Unix, SocketKind::Datagram) => {
                let to = to.map(|to| self.find_socket(process, to)).transpose()?;
                self.network.send_letter(id, data, to)?
            }
            (domain, SocketKind::Datagram) => {
                let to = to.map(|to| address::meant(to, domain)).transpose()?;
                Transfer::Done(self.network.send_udp(id, data, to)?)
            }
        };
        match answer {
            Transfer::Blocked(_) if !must_wait => Err(Errno::EAGAIN),
            answer => Ok(answer.map(Reply::Count)),
        }
    }

    fn receive(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        len: u32,
        flags: MessageFlags,
    ) -> Result<Transfer<Reply>, Errno> {
        let (id, waits) = self.socket_of(process, fd)?;
        let must_wait = waits && flags.0 & MessageFlags::DONTWAIT == 0;
        let demand = Demand {
            len: len as usize,
            peeks: flags.0 & MessageFlags::PEEK != 0,
            is_whole: must_wait && flags.0 & MessageFlags::WAITALL != 0,
        };
        let answer = match self.network.get(id)?.kind {
            SocketKind::Stream => self
                .network
                .receive_stream(id, demand)?
                .map(|bytes| Reply::Received(bytes.into(), None)),
            SocketKind::Datagram => self
                .network
                .receive_letter(id, demand)?
                .map(|(bytes, from)| Reply::Received(bytes.into(), Some(from))),
        };
        match answer {
            Transfer::Blocked(_) if !must_wait => Err(Errno::EAGAIN),
            answer => Ok(answer),
        }
    }

    /// `read` of a socket is `recv`.
    pub(crate) fn read_socket(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        len: usize,
    ) -> Result<Transfer<Vec<u8>>, Errno> {
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        Ok(self.receive(process, fd, len, MessageFlags(0))?.map(|reply| match reply {
            Reply::Received(bytes, _) => bytes.0,
            _ => Vec::new(),
        }))
    }

    /// `write` to a socket is `send`.
    pub(crate) fn write_socket(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        data: &[u8],
        written: &mut u32,
    ) -> Result<Transfer<u32>, Errno> {
        let sent = self.send(process, fd, data, MessageFlags(0), None, written)?;
        Ok(sent.map(|reply| match reply {
            Reply::Count(count) => count,
            _ => 0,
        }))
    }
}

impl Network {
    fn peer_name(&self, id: SocketId) -> Result<SockAddr, Errno> {
        let socket = self.get(id)?;
        let is_connected = match &socket.state {
            State::Stream(stream) => socket.is_unix() || !stream.is_over(),
            State::Datagram(mailbox) => socket.remote.is_some() || mailbox.peer.is_some(),
            State::Idle | State::Refused | State::Listening(_) | State::Connecting(_) => false,
        };
        if is_connected { Ok(socket.remote_address()) } else { Err(Errno::ENOTCONN) }
    }

    /// Gives a socket a name outside the file tree; an empty one asks for any.
    fn bind_abstract(&mut self, id: SocketId, name: &str) -> Result<(), Errno> {
        let name = match name {
            "" => format!("\0{:05x}", id.0),
            name => name.to_owned(),
        };
        if self.abstract_names.contains_key(&name) {
            return Err(Errno::EADDRINUSE);
        }
        self.set_path(id, &name)?;
        self.abstract_names.insert(name, id);
        Ok(())
    }

    fn find_abstract(&self, name: &str) -> Result<SocketId, Errno> {
        self.abstract_names.get(name).copied().ok_or(Errno::ECONNREFUSED)
    }

    fn set_path(&mut self, id: SocketId, path: &str) -> Result<(), Errno> {
        self.get_mut(id)?.local = Some(Name::Unix(path.to_owned()));
        Ok(())
    }
}
