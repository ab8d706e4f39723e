//! Owns the picture of all sockets, as `netstat` would show them.

use std::fmt;

use vivarium_protocol::{Domain, SockAddr, SocketKind};

use super::record::ConnectionId;
use super::stream::Stream;
use super::{Name, Network, Socket, SocketId, State, address};

/// Where a socket is in its life, in the words of `netstat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SocketState {
    /// Neither connected nor listening.
    Closed,
    /// It takes connections.
    Listen,
    /// It waits until a listener has room for it.
    SynSent,
    /// Both sides may send.
    Established,
    /// This side sends no more.
    FinWait,
    /// The peer sends no more.
    CloseWait,
    /// Neither side sends any more.
    Closing,
    /// Nothing is open; the port of the side that closed first is kept for a minute.
    TimeWait,
    /// A datagram socket.
    Datagram,
}

impl fmt::Display for SocketState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Closed => "CLOSED",
            Self::Listen => "LISTEN",
            Self::SynSent => "SYN_SENT",
            Self::Established => "ESTABLISHED",
            Self::FinWait => "FIN_WAIT",
            Self::CloseWait => "CLOSE_WAIT",
            Self::Closing => "CLOSING",
            Self::TimeWait => "TIME_WAIT",
            Self::Datagram => "",
        })
    }
}

/// One line of `netstat`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SocketView {
    /// Its number, as in [`crate::DescriptorView::socket`]; `None` in [`SocketState::TimeWait`].
    pub id: Option<SocketId>,
    /// Its family.
    pub domain: Domain,
    /// Whether it is a stream.
    pub kind: SocketKind,
    /// Its state.
    pub state: SocketState,
    /// Its own address.
    pub local: SockAddr,
    /// Its peer's address, if it is connected.
    pub remote: Option<SockAddr>,
    /// Bytes that came and were not received; of a listener, connections that were not accepted.
    pub receive_queue: u32,
    /// Bytes that were sent and not received by the peer; of a listener, its backlog.
    pub send_queue: u32,
    /// All bytes sent.
    pub sent: u64,
    /// All bytes received.
    pub received: u64,
    /// The record of its connection.
    pub connection: Option<ConnectionId>,
}

impl Network {
    pub(crate) fn views(&self) -> Vec<SocketView> {
        let open = self.sockets.iter().map(|(id, socket)| self.view(*id, socket));
        let lingering = self.ports.lingering.iter().map(|wait| {
            let domain = if wait.local.is_ipv4() { Domain::Inet } else { Domain::Inet6 };
            SocketView {
                id: None,
                domain,
                kind: SocketKind::Stream,
                state: SocketState::TimeWait,
                local: address::shown(Some(&Name::Ip(wait.local)), domain),
                remote: Some(address::shown(Some(&Name::Ip(wait.remote)), domain)),
                receive_queue: 0,
                send_queue: 0,
                sent: 0,
                received: 0,
                connection: None,
            }
        });
        open.chain(lingering).collect()
    }

    fn view(&self, id: SocketId, socket: &Socket) -> SocketView {
        let (state, receive_queue, send_queue) = match &socket.state {
            State::Idle | State::Refused => (SocketState::Closed, 0, 0),
            State::Connecting(_) => (SocketState::SynSent, 0, 0),
            State::Listening(queue) => (SocketState::Listen, queue.queued(), queue.backlog()),
            State::Datagram(mailbox) => (SocketState::Datagram, mailbox.queued(), 0),
            State::Stream(stream) => {
                let peer = stream.peer().and_then(|peer| self.sockets.get(&peer));
                let unread = peer.and_then(Socket::stream).map_or(0, Stream::queued);
                (state_of(stream), stream.queued(), unread)
            }
        };
        let is_connected = socket.stream().is_some() || socket.remote.is_some();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        SocketView {
            id: Some(id),
            domain: socket.domain,
            kind: socket.kind,
            state,
            local: socket.local_address(),
            remote: is_connected.then(|| socket.remote_address()),
            receive_queue: number(receive_queue),
            send_queue: number(send_queue),
            sent: socket.sent,
            received: socket.received,
            connection: socket.record,
        }
    }

    /// Returns what a socket is, for a sentence.
    pub(crate) fn title(&self, id: SocketId) -> String {
        let Some(socket) = self.sockets.get(&id) else { return format!("socket {}", id.0) };
        match (&socket.local, &socket.remote) {
            (_, Some(_)) if socket.stream().is_some() => {
                format!("the connection {} to {}", socket.local_address(), socket.remote_address())
            }
            (Some(_), _) => format!("the socket at {}", socket.local_address()),
            (None, _) => format!("socket {}", id.0),
        }
    }
}

fn state_of(stream: &Stream) -> SocketState {
    match (stream.has_end, stream.has_ended) {
        _ if stream.is_reset => SocketState::Closed,
        (false, false) => SocketState::Established,
        (false, true) => SocketState::FinWait,
        (true, false) => SocketState::CloseWait,
        (true, true) => SocketState::Closing,
    }
}
