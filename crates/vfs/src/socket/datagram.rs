//! Owns datagrams: their queue, and sending one to an address or a path.

use std::collections::VecDeque;
use std::net::SocketAddr;

use vivarium_protocol::{Errno, SockAddr, SocketKind};

use super::stream::Demand;
use super::{Name, Network, Socket, SocketId, State, address};
use crate::files::Wait;
use crate::transfer::Transfer;

/// The longest datagrams of UDP: 65,535 bytes less the headers.
const IPV4_MAX: usize = 65_507;
const IPV6_MAX: usize = 65_527;

/// How many datagrams a Unix socket holds (`net.unix.max_dgram_qlen`, and the one on its way).
const UNIX_QUEUE_MAX: usize = 11;

/// What one datagram costs in a queue besides its bytes, so that empty ones fill it too.
const OVERHEAD: usize = 256;

#[derive(Debug)]
struct Letter {
    from: Option<Name>,
    data: Vec<u8>,
}

/// The queue of a datagram socket.
#[derive(Debug, Default)]
pub(crate) struct Mailbox {
    letters: VecDeque<Letter>,
    /// Their bytes and overhead.
    size: usize,
    /// The other Unix socket of a connection or pair.
    pub(super) peer: Option<SocketId>,
    pub(super) is_deaf: bool,
    pub(super) is_dumb: bool,
}

impl Mailbox {
    pub(super) fn is_readable(&self) -> bool {
        !self.letters.is_empty() || self.is_deaf
    }

    pub(super) fn queued(&self) -> usize {
        self.size - self.letters.len() * OVERHEAD
    }

    fn has_unix_room(&self) -> bool {
        self.letters.len() < UNIX_QUEUE_MAX
    }
}

impl Network {
    /// `connect` of a UDP socket: whom it speaks to from now on.
    pub(super) fn connect_datagram(
        &mut self,
        id: SocketId,
        remote: SocketAddr,
    ) -> Result<(), Errno> {
        let remote = self.route(id, remote)?;
        self.bind_to_speak(id, remote.ip())?;
        self.settle_source(id, remote.ip())?;
        self.get_mut(id)?.remote = Some(Name::Ip(remote));
        Ok(())
    }

    /// `connect` of a Unix datagram socket.
    pub(super) fn connect_letters(&mut self, id: SocketId, to: SocketId) -> Result<(), Errno> {
        let other = self.sockets.get(&to).ok_or(Errno::ECONNREFUSED)?;
        if other.kind != SocketKind::Datagram {
            return Err(Errno::EPROTOTYPE);
        }
        let name = other.local.clone();
        let socket = self.get_mut(id)?;
        socket.remote = name;
        if let Some(mailbox) = socket.mailbox_mut() {
            mailbox.peer = Some(to);
        }
        Ok(())
    }

    /// Receives one datagram; what does not fit into `demand.len` is lost.
    pub(super) fn receive_letter(
        &mut self,
        id: SocketId,
        demand: Demand,
    ) -> Result<Transfer<(Vec<u8>, SockAddr)>, Errno> {
        let socket = self.get_mut(id)?;
        if let Some(errno) = socket.error.take() {
            return Err(errno);
        }
        let domain = socket.domain;
        let mailbox = socket.mailbox_mut().ok_or(Errno::ENOTCONN)?;
        let Some(letter) = mailbox.letters.front_mut() else {
            return Ok(if mailbox.is_deaf {
                Transfer::Done((Vec::new(), address::shown(None, domain)))
            } else {
                Transfer::Blocked(Wait::SocketData(id))
            });
        };
        let from = address::shown(letter.from.as_ref(), domain);
        let len = demand.len.min(letter.data.len());
        if demand.peeks {
            return Ok(Transfer::Done((letter.data[..len].to_vec(), from)));
        }
        let mut data = std::mem::take(&mut letter.data);
        mailbox.letters.pop_front();
        mailbox.size -= data.len() + OVERHEAD;
        data.truncate(len);
        socket.received += data.len() as u64;
        self.wake(Wait::SocketRoom(id));
        Ok(Transfer::Done((data, from)))
    }

    /// Sends a UDP datagram. One that nobody takes, or has no room for, is lost.
    pub(super) fn send_udp(
        &mut self,
        id: SocketId,
        data: &[u8],
        to: Option<SocketAddr>,
    ) -> Result<u32, Errno> {
        let socket = self.get_mut(id)?;
        if let Some(errno) = socket.error.take() {
            return Err(errno);
        }
        let mailbox = socket.mailbox_mut().ok_or(Errno::ENOTCONN)?;
        if mailbox.is_dumb {
            return Err(Errno::EPIPE);
        }
        let connected = socket.remote.as_ref().and_then(Name::ip);
        let is_connected = to.is_none();
        let to = to.or(connected).ok_or(Errno::EDESTADDRREQ)?;
        if data.len() > if to.is_ipv4() { IPV4_MAX } else { IPV6_MAX } {
            return Err(Errno::EMSGSIZE);
        }
        let is_broadcast = matches!(to, SocketAddr::V4(address) if address.ip().is_broadcast());
        if is_broadcast && !socket.options.broadcast {
            return Err(Errno::EACCES);
        }
        let to = self.route(id, to)?;
        self.bind_to_speak(id, to.ip())?;
        let mut from = self.get(id)?.local.as_ref().and_then(Name::ip).ok_or(Errno::EINVAL)?;
        if from.ip().is_unspecified() {
            from.set_ip(address::source_for(to.ip()));
        }
        let count = u32::try_from(data.len()).map_err(|_| Errno::EMSGSIZE)?;
        self.get_mut(id)?.sent += u64::from(count);
        self.records.add_datagram(from, to, data);
        let takes = |socket: &Socket| {
            let peer = socket.remote.as_ref().and_then(Name::ip);
            peer.is_none_or(|peer| peer == from)
        };
        match self.taker(SocketKind::Datagram, to, takes) {
            Some(taker) => self.deliver_udp(taker, from, data),
            None if is_connected => {
                self.get_mut(id)?.error = Some(Errno::ECONNREFUSED);
                self.wake(Wait::SocketData(id));
            }
            None => {}
        }
        Ok(count)
    }

    fn deliver_udp(&mut self, to: SocketId, from: SocketAddr, data: &[u8]) {
        let Some(socket) = self.sockets.get_mut(&to) else { return };
        let limit = socket.options.receive_buffer as usize;
        let Some(mailbox) = socket.mailbox_mut() else { return };
        if mailbox.size > 0 && mailbox.size + data.len() + OVERHEAD > limit {
            return;
        }
        mailbox.size += data.len() + OVERHEAD;
        mailbox.letters.push_back(Letter { from: Some(Name::Ip(from)), data: data.to_vec() });
        self.wake(Wait::SocketData(to));
    }

    /// Sends a datagram to a Unix socket that a path has led to, or to the connected one.
    pub(super) fn send_letter(
        &mut self,
        id: SocketId,
        data: &[u8],
        to: Option<SocketId>,
    ) -> Result<Transfer<u32>, Errno> {
        let socket = self.get_mut(id)?;
        let limit = socket.options.send_buffer as usize;
        let from = socket.local.clone();
        let mailbox = socket.mailbox_mut().ok_or(Errno::ENOTCONN)?;
        if mailbox.is_dumb {
            return Err(Errno::EPIPE);
        }
        let to = to.or(mailbox.peer).ok_or(Errno::ENOTCONN)?;
        if data.len() + 32 > limit {
            return Err(Errno::EMSGSIZE);
        }
        let count = u32::try_from(data.len()).map_err(|_| Errno::EMSGSIZE)?;
        let taker = self.sockets.get_mut(&to).ok_or(Errno::ECONNREFUSED)?;
        if taker.kind != SocketKind::Datagram {
            return Err(Errno::EPROTOTYPE);
        }
        let mailbox = taker.mailbox_mut().ok_or(Errno::ECONNREFUSED)?;
        if mailbox.peer.is_some_and(|peer| peer != id) {
            return Err(Errno::EPERM);
        }
        if mailbox.is_deaf {
            return Err(Errno::EPIPE);
        }
        if !mailbox.has_unix_room() {
            return Ok(Transfer::Blocked(Wait::SocketRoom(to)));
        }
        mailbox.size += data.len() + OVERHEAD;
        mailbox.letters.push_back(Letter { from, data: data.to_vec() });
        self.get_mut(id)?.sent += u64::from(count);
        self.wake(Wait::SocketData(to));
        Ok(Transfer::Done(count))
    }

    /// Says whether a Unix datagram socket could send to the one it is connected to.
    pub(super) fn has_letter_room(&self, peer: SocketId) -> bool {
        match self.sockets.get(&peer).map(|socket| &socket.state) {
            Some(State::Datagram(mailbox)) => mailbox.has_unix_room(),
            _ => true,
        }
    }
}
