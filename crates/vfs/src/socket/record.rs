//! Owns the record of what was sent over each connection, for people to look at; within bounds.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use vivarium_protocol::{Domain, Errno, SockAddr, SocketKind, Timespec};

use super::{Name, Network, SocketId, address};

/// How many bytes of each direction of a connection are kept.
const BYTES_KEPT: usize = 64 * 1024;

/// How many pieces of a connection are kept.
const SEGMENTS_KEPT: usize = 4096;

/// How many connections are kept; of more, those that closed first go.
const CONNECTIONS_KEPT: usize = 200;

/// The number of a recorded connection; none is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionId(pub u32);

/// Bytes that went one way before any went the other; of UDP, one datagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// They went from who connected to who accepted; with UDP, from who sent first.
    pub is_forth: bool,
    /// The bytes.
    pub data: Vec<u8>,
}

/// What was sent over one connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionView {
    /// Its number.
    pub id: ConnectionId,
    /// Whether it is a stream or an exchange of datagrams.
    pub kind: SocketKind,
    /// When it began, on the clock of the process that made it.
    pub opened: Timespec,
    /// Who connected.
    pub client: SockAddr,
    /// Who accepted.
    pub server: SockAddr,
    /// Neither side is closed. Datagrams have no end that could be seen.
    pub is_open: bool,
    /// All bytes, forth and back, also those that are not kept.
    pub bytes: [u64; 2],
    /// What was sent, in order: the first 64 KiB of each direction.
    pub segments: Vec<Segment>,
}

#[derive(Debug)]
struct Record {
    view: ConnectionView,
    /// The socket that connected.
    client: Option<SocketId>,
    kept: [usize; 2],
}

impl Record {
    fn add(&mut self, is_forth: bool, data: &[u8]) {
        let direction = usize::from(!is_forth);
        self.view.bytes[direction] += data.len() as u64;
        let len = data.len().min(BYTES_KEPT - self.kept[direction]);
        let is_stream = self.view.kind == SocketKind::Stream;
        self.kept[direction] += len;
        let segments = &mut self.view.segments;
        if let Some(last) = segments.last_mut()
            && is_stream
            && last.is_forth == is_forth
        {
            last.data.extend_from_slice(&data[..len]);
        } else if (len > 0 || !is_stream) && segments.len() < SEGMENTS_KEPT {
            segments.push(Segment { is_forth, data: data[..len].to_vec() });
        }
    }
}

/// The recorded connections.
#[derive(Debug, Default)]
pub(super) struct Records {
    all: BTreeMap<ConnectionId, Record>,
    /// Who exchanges datagrams: the one with the smaller address first.
    exchanges: BTreeMap<(SocketAddr, SocketAddr), ConnectionId>,
    next_id: u32,
    now: Timespec,
}

impl Records {
    /// Makes a record, unless all the places are taken by connections that are open.
    fn begin(
        &mut self,
        kind: SocketKind,
        (client, server): (SockAddr, SockAddr),
        from: Option<SocketId>,
    ) -> Option<ConnectionId> {
        if self.all.len() >= CONNECTIONS_KEPT {
            let oldest = self.all.iter().find(|(_, record)| !record.view.is_open);
            let oldest = oldest.map(|(id, _)| *id)?;
            self.all.remove(&oldest);
            self.exchanges.retain(|_, id| *id != oldest);
        }
        self.next_id += 1;
        let id = ConnectionId(self.next_id);
        let is_open = kind == SocketKind::Stream;
        let (bytes, segments) = ([0; 2], Vec::new());
        let opened = self.now;
        let view = ConnectionView { id, kind, opened, client, server, is_open, bytes, segments };
        self.all.insert(id, Record { view, client: from, kept: [0; 2] });
        Some(id)
    }

    /// Records what `from` sends.
    pub(super) fn add(&mut self, id: ConnectionId, from: SocketId, data: &[u8]) {
        if let Some(record) = self.all.get_mut(&id) {
            record.add(record.client == Some(from), data);
        }
    }

    pub(super) fn add_datagram(&mut self, from: SocketAddr, to: SocketAddr, data: &[u8]) {
        let key = if from < to { (from, to) } else { (to, from) };
        let shown = |address: SocketAddr| {
            let domain = if address.is_ipv4() { Domain::Inet } else { Domain::Inet6 };
            address::shown(Some(&Name::Ip(address)), domain)
        };
        let names = (shown(from), shown(to));
        let known = self.exchanges.get(&key).copied();
        let id = known.or_else(|| {
            let id = self.begin(SocketKind::Datagram, names.clone(), None)?;
            self.exchanges.insert(key, id);
            Some(id)
        });
        if let Some(record) = id.and_then(|id| self.all.get_mut(&id)) {
            record.add(record.view.client == names.0, data);
        }
    }

    /// Notes that one side is closed.
    pub(super) fn close(&mut self, id: ConnectionId) {
        if let Some(record) = self.all.get_mut(&id) {
            record.view.is_open = false;
        }
    }
}

impl Network {
    /// Begins the record of a new connection.
    pub(super) fn begin_record(&mut self, client: SocketId, server: SocketId) -> Result<(), Errno> {
        self.records.now = self.caller.now;
        let from = self.get(client)?;
        let names = (from.local_address(), from.remote_address());
        let record = self.records.begin(SocketKind::Stream, names, Some(client));
        self.get_mut(client)?.record = record;
        self.get_mut(server)?.record = record;
        Ok(())
    }

    pub(crate) fn connections(&self) -> impl Iterator<Item = &ConnectionView> {
        self.records.all.values().map(|record| &record.view)
    }

    /// Forgets the connections that are closed, and the datagrams.
    pub(crate) fn clear_connections(&mut self) {
        self.records.all.retain(|_, record| record.view.is_open);
        self.records.exchanges.clear();
    }
}
