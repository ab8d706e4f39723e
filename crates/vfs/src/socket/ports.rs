//! Owns who is bound to which port, which ports are still lingering, and the choice of a free one.

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, SocketAddr};

use vivarium_protocol::{Domain, Errno, SocketKind, Timespec};

use super::address::{covers, source_for};
use super::{Name, Network, Socket, SocketId, State};
use crate::stdio::StdioId;

/// The ports that are given to who asks for any (`ip_local_port_range`).
const FIRST_FREE: u16 = 32_768;
const LAST_FREE: u16 = 60_999;

/// Below this only the system's user may bind.
const FIRST_UNPRIVILEGED: u16 = 1024;

/// How long the end that closed first keeps its port, in seconds.
const TIME_WAIT_SECONDS: i64 = 60;

/// The accepted connections at one local address.
#[derive(Debug, Default)]
struct Accepted {
    all: u32,
    /// Those whose listener had no `SO_REUSEADDR`.
    strict: u32,
}

/// A connection whose end that closed first still blocks its port.
#[derive(Debug)]
pub(super) struct TimeWait {
    pub(super) local: SocketAddr,
    pub(super) remote: SocketAddr,
    reuses: bool,
    until: Timespec,
    stdio: StdioId,
}

#[derive(Debug)]
pub(super) struct Ports {
    bound: BTreeMap<(SocketKind, u16), Vec<SocketId>>,
    accepted: BTreeMap<(u16, IpAddr), Accepted>,
    /// By their ends, earliest first.
    pub(super) lingering: VecDeque<TimeWait>,
    next_free: u16,
    /// Counts choices among several sockets with `SO_REUSEPORT`.
    turns: usize,
}

impl Default for Ports {
    fn default() -> Self {
        Self {
            bound: BTreeMap::new(),
            accepted: BTreeMap::new(),
            lingering: VecDeque::new(),
            next_free: FIRST_FREE,
            turns: 0,
        }
    }
}

impl Ports {
    pub(super) fn forget_run(&mut self, stdio: StdioId) {
        self.lingering.retain(|wait| wait.stdio != stdio);
    }

    pub(super) fn reset_choice(&mut self) {
        self.next_free = FIRST_FREE;
        self.turns = 0;
    }

    fn expire(&mut self, now: Timespec) {
        while self.lingering.front().is_some_and(|wait| wait.until <= now) {
            self.lingering.pop_front();
        }
    }

    pub(super) fn release(
        &mut self,
        kind: SocketKind,
        address: SocketAddr,
        id: SocketId,
        reuses: bool,
    ) {
        let key = (kind, address.port());
        if let Some(ids) = self.bound.get_mut(&key)
            && let Some(index) = ids.iter().position(|bound| *bound == id)
        {
            ids.remove(index);
            if ids.is_empty() {
                self.bound.remove(&key);
            }
            return;
        }
        let key = (address.port(), address.ip());
        if let Some(accepted) = self.accepted.get_mut(&key) {
            accepted.all -= 1;
            accepted.strict -= u32::from(!reuses && accepted.strict > 0);
            if accepted.all == 0 {
                self.accepted.remove(&key);
            }
        }
    }

    pub(super) fn add_accepted(&mut self, address: SocketAddr, reuses: bool) {
        let accepted = self.accepted.entry((address.port(), address.ip())).or_default();
        accepted.all += 1;
        accepted.strict += u32::from(!reuses);
    }

    /// Says whether connections, living or lingering, keep `ip` and `port` from a new listener.
    fn is_kept(&self, ip: IpAddr, is_dual: bool, port: u16, reuses: bool) -> bool {
        let overlaps = |other: IpAddr| covers(ip, is_dual, other);
        let same_port = self.accepted.iter().filter(|((at, _), _)| *at == port);
        let mut living = same_port.filter(|((_, other), _)| overlaps(*other));
        living.any(|(_, accepted)| !reuses || accepted.strict > 0)
            || self.lingering.iter().any(|wait| {
                wait.local.port() == port && overlaps(wait.local.ip()) && !(reuses && wait.reuses)
            })
    }

    fn choose_free(&mut self, kind: SocketKind) -> Option<u16> {
        for _ in FIRST_FREE..=LAST_FREE {
            let port = self.next_free;
            self.next_free = if port == LAST_FREE { FIRST_FREE } else { port + 1 };
            let ips = (port, IpAddr::from([0_u8; 4]))..=(port, IpAddr::from([u8::MAX; 16]));
            if !self.bound.contains_key(&(kind, port)) && self.accepted.range(ips).next().is_none()
            {
                return Some(port);
            }
        }
        None
    }
}

impl Network {
    /// `bind` of an Internet socket.
    pub(super) fn bind_ip(&mut self, id: SocketId, address: SocketAddr) -> Result<(), Errno> {
        let socket = self.get(id)?;
        if socket.local.is_some() || !can_bind(socket) {
            return Err(Errno::EINVAL);
        }
        let (kind, options, domain) = (socket.kind, socket.options.clone(), socket.domain);
        let ip = address.ip();
        let is_mapped = domain == Domain::Inet6 && ip.is_ipv4();
        if !(ip.is_loopback() || ip.is_unspecified()) || (is_mapped && options.v6_only) {
            return Err(Errno::EADDRNOTAVAIL);
        }
        let port = match address.port() {
            0 => self.ports.choose_free(kind).ok_or(Errno::EADDRINUSE)?,
            port if port < FIRST_UNPRIVILEGED => return Err(Errno::EACCES),
            port => port,
        };
        let address = SocketAddr::new(ip, port);
        let is_dual = domain == Domain::Inet6 && !options.v6_only;
        self.ports.expire(self.caller.now);
        let is_kept = kind == SocketKind::Stream
            && self.ports.is_kept(ip, is_dual, port, options.reuse_address);
        let is_taken = self.rivals(kind, address, is_dual).any(|other| {
            let is_listening = matches!(other.state, State::Listening(_));
            let share_address =
                options.reuse_address && other.options.reuse_address && !is_listening;
            !(share_address || options.reuse_port && other.options.reuse_port)
        });
        if is_kept || is_taken {
            return Err(Errno::EADDRINUSE);
        }
        self.take_port(id, address)
    }

    /// Returns the sockets whose packets a socket at `address` would take.
    fn rivals(
        &self,
        kind: SocketKind,
        address: SocketAddr,
        is_dual: bool,
    ) -> impl Iterator<Item = &Socket> {
        let ids = self.ports.bound.get(&(kind, address.port())).into_iter().flatten();
        let sockets = ids.filter_map(|id| self.sockets.get(id));
        sockets.filter(move |other| {
            let Some(bound) = other.local.as_ref().and_then(Name::ip) else { return false };
            covers(bound.ip(), is_dual_bound(other), address.ip())
                || covers(address.ip(), is_dual, bound.ip())
        })
    }

    fn take_port(&mut self, id: SocketId, address: SocketAddr) -> Result<(), Errno> {
        let socket = self.get_mut(id)?;
        socket.local = Some(Name::Ip(address));
        let kind = socket.kind;
        self.ports.bound.entry((kind, address.port())).or_default().push(id);
        Ok(())
    }

    /// Gives a socket that speaks to `remote` an address, if it has none yet.
    pub(super) fn bind_to_speak(&mut self, id: SocketId, remote: IpAddr) -> Result<(), Errno> {
        let socket = self.get(id)?;
        if let Some(Name::Ip(_)) = &socket.local {
            return Ok(());
        }
        let kind = socket.kind;
        let unbound = match (kind, socket.domain) {
            (SocketKind::Stream, _) => source_for(remote),
            (SocketKind::Datagram, Domain::Inet6) => IpAddr::from([0_u8; 16]),
            (SocketKind::Datagram, Domain::Inet | Domain::Unix) => IpAddr::from([0_u8; 4]),
        };
        let port = self.ports.choose_free(kind).ok_or(Errno::EADDRNOTAVAIL)?;
        self.take_port(id, SocketAddr::new(unbound, port))
    }

    /// Makes the wildcard in a connected socket's own address the address it speaks from.
    pub(super) fn settle_source(&mut self, id: SocketId, remote: IpAddr) -> Result<(), Errno> {
        let socket = self.get_mut(id)?;
        if let Some(Name::Ip(address)) = &mut socket.local
            && address.ip().is_unspecified()
        {
            address.set_ip(source_for(remote));
        }
        Ok(())
    }

    /// Says whether another socket already listens where this one is bound.
    pub(super) fn has_rival_listener(&self, id: SocketId) -> bool {
        let Some(socket) = self.sockets.get(&id) else { return false };
        let Some(Name::Ip(address)) = socket.local else { return false };
        self.rivals(socket.kind, address, is_dual_bound(socket)).any(|other| {
            matches!(other.state, State::Listening(_))
                && !(socket.options.reuse_port && other.options.reuse_port)
        })
    }

    /// Returns who takes packets to `address`: the exactly bound before the wildcards, and in
    /// turns those that share a port.
    pub(super) fn taker(
        &mut self,
        kind: SocketKind,
        address: SocketAddr,
        takes: impl Fn(&Socket) -> bool,
    ) -> Option<SocketId> {
        let ids = self.ports.bound.get(&(kind, address.port()))?;
        let rank = |id: &SocketId| {
            let socket = self.sockets.get(id).filter(|socket| takes(socket))?;
            let bound = socket.local.as_ref()?.ip()?.ip();
            if !covers(bound, is_dual_bound(socket), address.ip()) {
                return None;
            }
            let is_connected = socket.remote.is_some();
            Some((is_connected, bound == address.ip(), bound.is_ipv4() == address.is_ipv4()))
        };
        let best = ids.iter().filter_map(rank).max()?;
        let equals: Vec<SocketId> =
            ids.iter().copied().filter(|id| rank(id) == Some(best)).collect();
        let shares = |id: &SocketId| self.sockets.get(id).is_some_and(|s| s.options.reuse_port);
        if equals.len() > 1 && equals.iter().all(shares) {
            self.ports.turns += 1;
            return Some(equals[self.ports.turns % equals.len()]);
        }
        // Of those that share an address the last one gets everything.
        equals.last().copied()
    }

    /// Keeps the port of a connection's end that has closed first.
    pub(super) fn linger(&mut self, local: SocketAddr, remote: SocketAddr, reuses: bool) {
        let now = self.caller.now;
        self.ports.expire(now);
        let until = Timespec { sec: now.sec.saturating_add(TIME_WAIT_SECONDS), nsec: now.nsec };
        let stdio = self.caller.stdio;
        self.ports.lingering.push_back(TimeWait { local, remote, reuses, until, stdio });
    }
}

fn can_bind(socket: &Socket) -> bool {
    matches!(socket.state, State::Idle | State::Refused | State::Datagram(_))
}

fn is_dual_bound(socket: &Socket) -> bool {
    socket.domain == Domain::Inet6 && !socket.options.v6_only
}
