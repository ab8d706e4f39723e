//! Owns how connections come about: listening, connecting, accepting, and pairs.

use std::collections::VecDeque;
use std::mem;
use std::net::SocketAddr;

use vivarium_protocol::{Domain, Errno, SockAddr, SocketKind};

use super::address::reachable;
use super::stream::Stream;
use super::{Name, Network, Socket, SocketId, State};
use crate::files::Wait;
use crate::transfer::Transfer;

/// The longest queue that `listen` grants (`net.core.somaxconn`).
const BACKLOG_MAX: u32 = 4096;

/// Who has come and was not accepted yet.
#[derive(Debug)]
pub(crate) struct Listener {
    /// One more than this many connections are held (Linux counts so).
    backlog: usize,
    /// Connections, from the listener's side.
    queue: VecDeque<SocketId>,
    /// Sockets that connect while the queue is full.
    pub(super) waiting: VecDeque<SocketId>,
    /// It no longer listens (`shutdown`), but keeps its address.
    is_shut: bool,
}

impl Listener {
    fn is_full(&self) -> bool {
        self.queue.len() > self.backlog
    }

    pub(super) fn has_connection(&self) -> bool {
        !self.queue.is_empty()
    }

    pub(super) fn queued(&self) -> usize {
        self.queue.len() + self.waiting.len()
    }

    pub(super) fn backlog(&self) -> usize {
        self.backlog
    }
}

impl Network {
    pub(super) fn listen(&mut self, id: SocketId, backlog: u32) -> Result<(), Errno> {
        let backlog = backlog.min(BACKLOG_MAX) as usize;
        let socket = self.get_mut(id)?;
        if socket.kind == SocketKind::Datagram {
            return Err(Errno::ENOTSUP);
        }
        match &mut socket.state {
            State::Listening(listener) => {
                listener.backlog = backlog;
                return Ok(());
            }
            State::Idle | State::Refused => {}
            State::Connecting(_) | State::Stream(_) | State::Datagram(_) => {
                return Err(Errno::EINVAL);
            }
        }
        match (socket.domain, &socket.local) {
            (Domain::Unix, None) => return Err(Errno::EINVAL),
            (Domain::Inet, None) => self.bind_ip(id, SocketAddr::from(([0_u8; 4], 0)))?,
            (Domain::Inet6, None) => self.bind_ip(id, SocketAddr::from(([0_u8; 16], 0)))?,
            (Domain::Unix | Domain::Inet | Domain::Inet6, Some(_)) => {}
        }
        if self.has_rival_listener(id) {
            return Err(Errno::EADDRINUSE);
        }
        let (queue, waiting) = (VecDeque::new(), VecDeque::new());
        self.get_mut(id)?.state =
            State::Listening(Listener { backlog, queue, waiting, is_shut: false });
        Ok(())
    }

    /// Returns the next connection of a listener, with its peer's address.
    pub(super) fn accept(&mut self, id: SocketId) -> Result<Transfer<(SocketId, SockAddr)>, Errno> {
        let socket = self.get_mut(id)?;
        if socket.kind == SocketKind::Datagram {
            return Err(Errno::ENOTSUP);
        }
        let listener = socket.listener_mut().ok_or(Errno::EINVAL)?;
        let Some(accepted) = listener.queue.pop_front() else {
            return if listener.is_shut {
                Err(Errno::EINVAL)
            } else {
                Ok(Transfer::Blocked(Wait::Accept(id)))
            };
        };
        if let Some(next) = listener.waiting.pop_front() {
            self.establish(next, id)?;
        }
        let peer = self.get(accepted)?.remote_address();
        Ok(Transfer::Done((accepted, peer)))
    }

    /// `connect` of an Internet stream socket.
    pub(super) fn connect_ip(
        &mut self,
        id: SocketId,
        remote: SocketAddr,
        must_wait: bool,
    ) -> Result<Transfer<()>, Errno> {
        if let Some(answer) = self.under_way(id, must_wait)? {
            return Ok(answer);
        }
        let remote = self.route(id, remote)?;
        let had_address = self.get(id)?.local.is_some();
        self.bind_to_speak(id, remote.ip())?;
        self.settle_source(id, remote.ip())?;
        let listens = |socket: &Socket| match &socket.state {
            State::Listening(listener) => !listener.is_shut,
            State::Idle
            | State::Refused
            | State::Connecting(_)
            | State::Stream(_)
            | State::Datagram(_) => false,
        };
        let Some(listener) = self.taker(SocketKind::Stream, remote, listens) else {
            if !had_address {
                self.unbind(id)?;
            }
            if must_wait {
                return Err(Errno::ECONNREFUSED);
            }
            // Only the answer to the first packet tells, and nobody waits for it here.
            let socket = self.get_mut(id)?;
            socket.state = State::Refused;
            socket.error = Some(Errno::ECONNREFUSED);
            return Err(Errno::EINPROGRESS);
        };
        self.get_mut(id)?.remote = Some(Name::Ip(remote));
        self.stand_before(id, listener, must_wait)
    }

    /// `connect` of a Unix stream socket to a listener that its path has led to.
    pub(super) fn connect_unix(
        &mut self,
        id: SocketId,
        listener: SocketId,
        must_wait: bool,
    ) -> Result<Transfer<()>, Errno> {
        let other = self.sockets.get_mut(&listener).ok_or(Errno::ECONNREFUSED)?;
        if other.kind != SocketKind::Stream {
            return Err(Errno::EPROTOTYPE);
        }
        let name = other.local.clone();
        let queue = other.listener_mut().filter(|listener| !listener.is_shut);
        if queue.ok_or(Errno::ECONNREFUSED)?.is_full() && !must_wait {
            return Err(Errno::EAGAIN);
        }
        self.get_mut(id)?.remote = name;
        self.stand_before(id, listener, true)
    }

    /// Answers a `connect` where one was made before.
    pub(super) fn under_way(
        &mut self,
        id: SocketId,
        must_wait: bool,
    ) -> Result<Option<Transfer<()>>, Errno> {
        let socket = self.get_mut(id)?;
        match &mut socket.state {
            State::Stream(stream) if !stream.is_told => {
                stream.is_told = true;
                Ok(Some(Transfer::Done(())))
            }
            State::Stream(_) | State::Listening(_) => Err(Errno::EISCONN),
            State::Connecting(_) if must_wait => Ok(Some(Transfer::Blocked(Wait::Connect(id)))),
            State::Connecting(_) => Err(Errno::EALREADY),
            State::Idle | State::Refused | State::Datagram(_) => match socket.error.take() {
                Some(errno) => Err(errno),
                None => Ok(None),
            },
        }
    }

    /// Returns where packets of this socket to `remote` go.
    pub(super) fn route(&self, id: SocketId, remote: SocketAddr) -> Result<SocketAddr, Errno> {
        let socket = self.get(id)?;
        let remote = reachable(remote)?;
        let is_mapped = socket.domain == Domain::Inet6 && remote.is_ipv4();
        if is_mapped && socket.options.v6_only {
            return Err(Errno::ENETUNREACH);
        }
        // Bound to one family's address, a socket cannot speak to the other's.
        let bound = socket.local.as_ref().and_then(Name::ip).map(|address| address.ip());
        if bound.is_some_and(|ip| !ip.is_unspecified() && ip.is_ipv4() != remote.is_ipv4()) {
            return Err(Errno::ENETUNREACH);
        }
        Ok(remote)
    }

    fn unbind(&mut self, id: SocketId) -> Result<(), Errno> {
        let socket = self.get_mut(id)?;
        let kind = socket.kind;
        if let Some(Name::Ip(address)) = socket.local.take() {
            self.ports.release(kind, address, id, false);
        }
        Ok(())
    }

    fn stand_before(
        &mut self,
        id: SocketId,
        listener: SocketId,
        must_wait: bool,
    ) -> Result<Transfer<()>, Errno> {
        let queue = self.get_mut(listener)?.listener_mut().ok_or(Errno::ECONNREFUSED)?;
        if queue.is_full() {
            queue.waiting.push_back(id);
            self.get_mut(id)?.state = State::Connecting(listener);
        } else {
            self.establish(id, listener)?;
        }
        if !must_wait {
            return Err(Errno::EINPROGRESS);
        }
        match &mut self.get_mut(id)?.state {
            State::Stream(stream) => {
                stream.is_told = true;
                Ok(Transfer::Done(()))
            }
            State::Idle
            | State::Refused
            | State::Listening(_)
            | State::Connecting(_)
            | State::Datagram(_) => Ok(Transfer::Blocked(Wait::Connect(id))),
        }
    }

    /// Makes the connection between a socket and a listener with room in its queue.
    fn establish(&mut self, client: SocketId, listener: SocketId) -> Result<(), Errno> {
        let (local, remote, is_unix) = {
            let client = self.get(client)?;
            (client.remote.clone(), client.local.clone(), client.is_unix())
        };
        let from = self.get(listener)?;
        let mut server = Socket::new(from.domain, from.kind);
        server.options = from.options.clone();
        if let Some(Name::Ip(address)) = &local {
            self.ports.add_accepted(*address, server.options.reuse_address);
        }
        server.local = local;
        server.remote = remote;
        server.state = State::Stream(Stream::to(client, true));
        let server = self.add(server);
        self.get_mut(client)?.state = State::Stream(Stream::to(server, false));
        if let Some(queue) = self.get_mut(listener)?.listener_mut() {
            queue.queue.push_back(server);
        }
        let is_named = !is_unix || self.get(server)?.local.is_some();
        if is_named {
            self.begin_record(client, server)?;
        }
        self.wake(Wait::Accept(listener));
        self.wake(Wait::Connect(client));
        self.wake(Wait::SocketData(client));
        Ok(())
    }

    /// `socketpair`.
    pub(super) fn pair(
        &mut self,
        domain: Domain,
        kind: SocketKind,
    ) -> Result<(SocketId, SocketId), Errno> {
        if domain != Domain::Unix {
            return Err(Errno::ENOTSUP);
        }
        let first = self.open(domain, kind);
        let second = self.open(domain, kind);
        for (id, peer) in [(first, second), (second, first)] {
            let socket = self.get_mut(id)?;
            match &mut socket.state {
                State::Datagram(mailbox) => mailbox.peer = Some(peer),
                State::Idle
                | State::Refused
                | State::Listening(_)
                | State::Connecting(_)
                | State::Stream(_) => {
                    socket.state = State::Stream(Stream::to(peer, true));
                }
            }
        }
        Ok((first, second))
    }

    /// Ends a listener: who has connected is reset, who waits is refused.
    pub(super) fn close_listener(&mut self, listener: Listener) {
        for id in listener.queue {
            if let Some(socket) = self.sockets.get(&id)
                && let Some(peer) = socket.stream().and_then(Stream::peer)
            {
                self.reset(peer);
            }
            if let Some(mut socket) = self.sockets.remove(&id) {
                self.release(id, &socket);
                socket.state = State::Idle;
                if let Some(record) = socket.record {
                    self.records.close(record);
                }
            }
        }
        for id in listener.waiting {
            if let Some(socket) = self.sockets.get_mut(&id) {
                socket.state = State::Refused;
                socket.remote = None;
                socket.error = Some(Errno::ECONNREFUSED);
            }
            self.wake_all(id);
        }
    }

    /// `shutdown` of a listener: it takes no more connections, and `accept` fails.
    pub(super) fn stop_listening(&mut self, id: SocketId) -> Result<(), Errno> {
        let listener = self.get_mut(id)?.listener_mut().ok_or(Errno::EINVAL)?;
        let (queue, waiting) = (VecDeque::new(), VecDeque::new());
        let stopped = Listener { backlog: listener.backlog, queue, waiting, is_shut: true };
        let listener = mem::replace(listener, stopped);
        self.close_listener(listener);
        self.wake(Wait::Accept(id));
        Ok(())
    }
}
