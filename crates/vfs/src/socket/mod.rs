//! Owns the network: all sockets of the workspace, and who is bound where; knows no descriptor.
//!
//! There is one host with a loopback interface and nothing beyond it. A connection is two sockets
//! that name each other; what one sends is at once in the other's queue, whose size is the
//! sender's and the receiver's buffer together. TCP's other effects are those of Linux.

mod address;
mod calls;
mod connect;
mod datagram;
mod options;
mod ports;
mod ready;
mod record;
mod stream;
mod view;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::SocketAddr;

use vivarium_protocol::{Domain, Errno, SockAddr, SocketKind, Timespec};

use crate::files::Wait;
use crate::stdio::StdioId;

pub(crate) use address::Hosts;
use connect::Listener;
use datagram::Mailbox;
use options::Options;
use ports::Ports;
use record::Records;
pub use record::{ConnectionId, ConnectionView, Segment};
use stream::Stream;
pub use view::{SocketState, SocketView};

/// The number of a socket; none is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketId(pub u32);

/// Where a socket is bound, or whom it is connected to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Name {
    /// Never a mapped address: IPv4 is always IPv4 here.
    Ip(SocketAddr),
    /// A path as it was given, or a name that begins with a NUL.
    Unix(String),
}

impl Name {
    pub(crate) fn ip(&self) -> Option<SocketAddr> {
        match self {
            Self::Ip(address) => Some(*address),
            Self::Unix(_) => None,
        }
    }
}

#[derive(Debug)]
pub(crate) enum State {
    /// A stream socket that is neither connected nor listening.
    Idle,
    /// It was to connect without waiting, and nobody listens; it can be tried again.
    Refused,
    Listening(Listener),
    /// It stands before a listener whose queue is full.
    Connecting(SocketId),
    Stream(Stream),
    Datagram(Mailbox),
}

#[derive(Debug)]
pub(crate) struct Socket {
    pub(crate) domain: Domain,
    pub(crate) kind: SocketKind,
    options: Options,
    /// What `SO_ERROR` tells, or the next call.
    error: Option<Errno>,
    local: Option<Name>,
    remote: Option<Name>,
    pub(crate) state: State,
    sent: u64,
    received: u64,
    record: Option<ConnectionId>,
}

impl Socket {
    fn new(domain: Domain, kind: SocketKind) -> Self {
        let state = match kind {
            SocketKind::Stream => State::Idle,
            SocketKind::Datagram => State::Datagram(Mailbox::default()),
        };
        Self {
            domain,
            kind,
            options: Options::new(domain, kind),
            error: None,
            local: None,
            remote: None,
            state,
            sent: 0,
            received: 0,
            record: None,
        }
    }

    pub(crate) fn is_unix(&self) -> bool {
        self.domain == Domain::Unix
    }

    fn stream(&self) -> Option<&Stream> {
        match &self.state {
            State::Stream(stream) => Some(stream),
            State::Idle
            | State::Refused
            | State::Listening(_)
            | State::Connecting(_)
            | State::Datagram(_) => None,
        }
    }

    fn stream_mut(&mut self) -> Option<&mut Stream> {
        match &mut self.state {
            State::Stream(stream) => Some(stream),
            State::Idle
            | State::Refused
            | State::Listening(_)
            | State::Connecting(_)
            | State::Datagram(_) => None,
        }
    }

    fn mailbox_mut(&mut self) -> Option<&mut Mailbox> {
        match &mut self.state {
            State::Datagram(mailbox) => Some(mailbox),
            State::Idle
            | State::Refused
            | State::Listening(_)
            | State::Connecting(_)
            | State::Stream(_) => None,
        }
    }

    fn listener_mut(&mut self) -> Option<&mut Listener> {
        match &mut self.state {
            State::Listening(listener) => Some(listener),
            State::Idle
            | State::Refused
            | State::Connecting(_)
            | State::Stream(_)
            | State::Datagram(_) => None,
        }
    }

    /// Returns the address that `getsockname` tells.
    fn local_address(&self) -> SockAddr {
        address::shown(self.local.as_ref(), self.domain)
    }

    /// Returns the address that `getpeername` tells of a connected socket.
    fn remote_address(&self) -> SockAddr {
        address::shown(self.remote.as_ref(), self.domain)
    }
}

/// Who makes the present call, and when.
#[derive(Clone, Copy, Debug)]
struct Caller {
    now: Timespec,
    stdio: StdioId,
}

/// All sockets.
#[derive(Debug)]
pub(crate) struct Network {
    pub(crate) sockets: BTreeMap<SocketId, Socket>,
    pub(crate) hosts: Hosts,
    ports: Ports,
    /// Names that begin with a NUL.
    abstract_names: BTreeMap<String, SocketId>,
    records: Records,
    /// What calls that wait may wait for no longer.
    pub(crate) woken: BTreeSet<Wait>,
    caller: Caller,
    next_id: u32,
}

impl Network {
    pub(crate) fn new() -> Self {
        Self {
            sockets: BTreeMap::new(),
            hosts: Hosts::default(),
            ports: Ports::default(),
            abstract_names: BTreeMap::new(),
            records: Records::default(),
            woken: BTreeSet::new(),
            caller: Caller { now: Timespec::default(), stdio: StdioId(0) },
            next_id: 1,
        }
    }

    /// Notes whose calls come now, and at what time on its clock.
    pub(crate) fn enter(&mut self, now: Timespec, stdio: StdioId) {
        self.caller = Caller { now, stdio };
    }

    /// Notes who closes something now, at the time of the last call.
    pub(crate) fn enter_process(&mut self, stdio: StdioId) {
        self.caller.stdio = stdio;
    }

    /// Forgets what a run leaves behind on the network when all its sockets are closed.
    pub(crate) fn forget_run(&mut self, stdio: StdioId) {
        self.ports.forget_run(stdio);
    }

    /// Begins the choice of free ports anew, so that a run in lockstep meets the same ones again.
    pub(crate) fn reset_choice(&mut self) {
        self.ports.reset_choice();
    }

    pub(crate) fn open(&mut self, domain: Domain, kind: SocketKind) -> SocketId {
        self.add(Socket::new(domain, kind))
    }

    fn add(&mut self, socket: Socket) -> SocketId {
        let id = SocketId(self.next_id);
        self.next_id += 1;
        self.sockets.insert(id, socket);
        id
    }

    pub(crate) fn get(&self, id: SocketId) -> Result<&Socket, Errno> {
        self.sockets.get(&id).ok_or(Errno::EBADF)
    }

    fn get_mut(&mut self, id: SocketId) -> Result<&mut Socket, Errno> {
        self.sockets.get_mut(&id).ok_or(Errno::EBADF)
    }

    fn wake(&mut self, wait: Wait) {
        self.woken.insert(wait);
    }

    /// Wakes every call that has to do with a socket.
    fn wake_all(&mut self, id: SocketId) {
        for wait in
            [Wait::Accept(id), Wait::Connect(id), Wait::SocketData(id), Wait::SocketRoom(id)]
        {
            self.wake(wait);
        }
    }

    /// Ends a socket: its last descriptor is closed.
    pub(crate) fn close(&mut self, id: SocketId) {
        let Some(mut socket) = self.sockets.remove(&id) else { return };
        self.wake_all(id);
        self.release(id, &socket);
        match std::mem::replace(&mut socket.state, State::Idle) {
            State::Idle | State::Refused | State::Datagram(_) => {}
            State::Listening(listener) => self.close_listener(listener),
            State::Connecting(listener) => {
                let listener = self.sockets.get_mut(&listener).and_then(Socket::listener_mut);
                if let Some(listener) = listener {
                    listener.waiting.retain(|waiting| *waiting != id);
                }
            }
            State::Stream(stream) => self.close_stream(id, &socket, stream),
        }
        if let Some(record) = socket.record {
            self.records.close(record);
        }
    }

    /// Gives back a socket's port or name.
    fn release(&mut self, id: SocketId, socket: &Socket) {
        match &socket.local {
            Some(Name::Ip(address)) => {
                let reuses = socket.options.reuse_address;
                self.ports.release(socket.kind, *address, id, reuses);
            }
            Some(Name::Unix(name)) if self.abstract_names.get(name) == Some(&id) => {
                self.abstract_names.remove(name);
            }
            Some(Name::Unix(_)) | None => {}
        }
    }
}

/// Bytes in the order in which they came.
#[derive(Debug, Default)]
pub(crate) struct ByteQueue(VecDeque<u8>);

impl ByteQueue {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }

    /// Copies the first bytes, at most `len`.
    pub(crate) fn peek(&self, len: usize) -> Vec<u8> {
        let len = len.min(self.0.len());
        let (first, second) = self.0.as_slices();
        let mut bytes = Vec::with_capacity(len);
        bytes.extend_from_slice(&first[..len.min(first.len())]);
        bytes.extend_from_slice(&second[..len - bytes.len()]);
        bytes
    }

    /// Takes the first bytes, at most `len`.
    pub(crate) fn take(&mut self, len: usize) -> Vec<u8> {
        let bytes = self.peek(len);
        self.0.drain(..bytes.len());
        bytes
    }
}
