//! Owns one side of a connection: its queue, half close, and what a reset does.

use std::net::SocketAddr;

use vivarium_protocol::{Errno, ShutdownHow};

use super::{ByteQueue, Name, Network, Socket, SocketId, State};
use crate::files::Wait;
use crate::transfer::Transfer;

/// One side of a connection.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each direction ends by itself, in several ways")]
pub(crate) struct Stream {
    /// The other side; `None` once it is closed.
    peer: Option<SocketId>,
    /// What the peer has sent and nobody has received.
    inbox: ByteQueue,
    /// How many bytes a receiver waits for at once (`MSG_WAITALL`).
    wanted: usize,
    /// The peer sends no more.
    pub(super) has_end: bool,
    /// This side sends no more.
    pub(super) has_ended: bool,
    /// `shutdown` for reading.
    is_deaf: bool,
    pub(super) is_reset: bool,
    /// This side was the first to end.
    was_first: bool,
    /// The program knows that the connection is there.
    pub(super) is_told: bool,
}

impl Stream {
    pub(super) fn to(peer: SocketId, is_told: bool) -> Self {
        Self {
            peer: Some(peer),
            inbox: ByteQueue::default(),
            wanted: 0,
            has_end: false,
            has_ended: false,
            is_deaf: false,
            is_reset: false,
            was_first: false,
            is_told,
        }
    }

    pub(super) fn peer(&self) -> Option<SocketId> {
        self.peer
    }

    pub(super) fn queued(&self) -> usize {
        self.inbox.len()
    }

    /// Says whether a receiver need not wait.
    pub(super) fn is_readable(&self) -> bool {
        self.inbox.len() > 0 || self.has_end || self.is_deaf || self.is_reset
    }

    /// Says whether nothing more comes, once the queue is empty.
    pub(super) fn is_deaf(&self) -> bool {
        self.has_end || self.is_deaf || self.is_reset
    }

    /// Says whether nothing more can be sent.
    pub(super) fn is_dumb(&self) -> bool {
        self.has_ended || self.is_reset
    }

    /// Says whether TCP has forgotten the connection: it was reset, or both sides have ended.
    pub(super) fn is_over(&self) -> bool {
        self.is_reset || (self.has_end && self.has_ended)
    }
}

/// How a receiver wants its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand {
    pub(super) len: usize,
    pub(super) peeks: bool,
    /// All of them at once.
    pub(super) is_whole: bool,
}

impl Network {
    pub(super) fn receive_stream(
        &mut self,
        id: SocketId,
        demand: Demand,
    ) -> Result<Transfer<Vec<u8>>, Errno> {
        let socket = self.get_mut(id)?;
        let is_unix = socket.is_unix();
        let has_error = socket.error.is_some();
        let stream = match &mut socket.state {
            State::Stream(stream) => stream,
            State::Connecting(_) => return Ok(Transfer::Blocked(Wait::Connect(id))),
            State::Idle | State::Refused | State::Listening(_) | State::Datagram(_) => {
                return Err(socket.error.take().unwrap_or(if is_unix {
                    Errno::EINVAL
                } else {
                    Errno::ENOTCONN
                }));
            }
        };
        let queued = stream.inbox.len();
        if queued > 0 || demand.len == 0 {
            if demand.is_whole && queued < demand.len && !stream.is_deaf() && !has_error {
                self.want(id, demand.len);
                return Ok(Transfer::Blocked(Wait::SocketData(id)));
            }
            stream.wanted = 0;
            if demand.peeks {
                return Ok(Transfer::Done(stream.inbox.peek(demand.len)));
            }
            let bytes = stream.inbox.take(demand.len);
            socket.received += bytes.len() as u64;
            self.wake(Wait::SocketRoom(id));
            return Ok(Transfer::Done(bytes));
        }
        // TCP tells an orderly end before an error; a Unix socket has the error first.
        if stream.has_end && !is_unix {
            return Ok(Transfer::Done(Vec::new()));
        }
        let ends = stream.is_deaf();
        match socket.error.take() {
            Some(errno) => Err(errno),
            None if ends => Ok(Transfer::Done(Vec::new())),
            None => {
                if demand.is_whole {
                    self.want(id, demand.len);
                }
                Ok(Transfer::Blocked(Wait::SocketData(id)))
            }
        }
    }

    /// Makes a queue large enough for what is wanted at once.
    fn want(&mut self, id: SocketId, len: usize) {
        let stream = self.sockets.get_mut(&id).and_then(Socket::stream_mut);
        // Only the first attempt changes anything, and may let a sender go on.
        if let Some(stream) = stream.filter(|stream| stream.wanted != len) {
            stream.wanted = len;
            self.wake(Wait::SocketRoom(id));
        }
    }

    /// Sends what fits; `written` counts what has gone out already.
    pub(super) fn send_stream(
        &mut self,
        id: SocketId,
        data: &[u8],
        must_wait: bool,
        written: &mut u32,
    ) -> Result<Transfer<u32>, Errno> {
        let result = self.send_some(id, &data[*written as usize..]);
        let wait = match result {
            Ok(Transfer::Done(count)) => {
                *written += u32::try_from(count).map_err(|_| Errno::EMSGSIZE)?;
                if *written as usize == data.len() || !must_wait {
                    return Ok(Transfer::Done(*written));
                }
                let peer = self.get(id)?.stream().and_then(Stream::peer);
                Wait::SocketRoom(peer.unwrap_or(id))
            }
            Ok(Transfer::Blocked(wait)) => wait,
            // What has gone out before is told first.
            Err(errno) if *written > 0 => {
                if errno != Errno::EPIPE {
                    self.get_mut(id)?.error = Some(errno);
                }
                return Ok(Transfer::Done(*written));
            }
            Err(errno) => return Err(errno),
        };
        if must_wait {
            Ok(Transfer::Blocked(wait))
        } else if *written > 0 {
            Ok(Transfer::Done(*written))
        } else {
            Err(Errno::EAGAIN)
        }
    }

    fn send_some(&mut self, id: SocketId, data: &[u8]) -> Result<Transfer<usize>, Errno> {
        let socket = self.get_mut(id)?;
        let is_unix = socket.is_unix();
        match &socket.state {
            State::Connecting(_) => return Ok(Transfer::Blocked(Wait::Connect(id))),
            State::Stream(_) => {}
            State::Idle | State::Refused | State::Listening(_) | State::Datagram(_) => {
                let usual = if is_unix { Errno::ENOTCONN } else { Errno::EPIPE };
                return Err(socket.error.take().unwrap_or(usual));
            }
        }
        let stream = socket.stream().ok_or(Errno::ENOTCONN)?;
        let (peer, is_dumb) = (stream.peer, stream.is_dumb());
        if !is_unix && let Some(errno) = socket.error.take() {
            return Err(errno);
        }
        if is_dumb {
            return Err(Errno::EPIPE);
        }
        if data.is_empty() {
            return Ok(Transfer::Done(0));
        }
        let Some(peer) = peer else {
            if is_unix {
                return Err(Errno::EPIPE);
            }
            // Nobody is there any more. This is sent all the same, and answered with a reset.
            socket.error = Some(Errno::EPIPE);
            socket.sent += data.len() as u64;
            if let Some(stream) = socket.stream_mut() {
                stream.is_reset = true;
            }
            self.wake_all(id);
            return Ok(Transfer::Done(data.len()));
        };
        let room = self.room_at(id, peer);
        let len = room.min(data.len());
        if len == 0 {
            return Ok(Transfer::Blocked(Wait::SocketRoom(peer)));
        }
        let sender = self.get_mut(id)?;
        sender.sent += len as u64;
        if let Some(record) = sender.record {
            self.records.add(record, id, &data[..len]);
        }
        if let Some(stream) = self.get_mut(peer)?.stream_mut() {
            stream.inbox.push(&data[..len]);
            self.wake(Wait::SocketData(peer));
        }
        Ok(Transfer::Done(len))
    }

    /// Returns how many bytes `peer` can still hold of what `id` sends.
    fn room_at(&self, id: SocketId, peer: SocketId) -> usize {
        let sizes = (self.sockets.get(&id), self.sockets.get(&peer));
        let (Some(from), Some(to)) = sizes else { return 0 };
        let Some(stream) = to.stream() else { return 0 };
        capacity(from, to).max(stream.wanted).saturating_sub(stream.inbox.len())
    }

    /// Says whether a sender finds enough room to be called writable: a third, as on Linux.
    pub(super) fn has_room(&self, id: SocketId, peer: SocketId) -> bool {
        let sizes = (self.sockets.get(&id), self.sockets.get(&peer));
        let (Some(from), Some(to)) = sizes else { return true };
        self.room_at(id, peer) * 3 >= capacity(from, to)
    }

    /// Wakes who waits for room on either side of a connection.
    pub(super) fn wake_room_around(&mut self, id: SocketId) {
        self.wake(Wait::SocketRoom(id));
        let peer = self.sockets.get(&id).and_then(Socket::stream).and_then(Stream::peer);
        if let Some(peer) = peer {
            self.wake(Wait::SocketRoom(peer));
        }
    }

    /// `shutdown`.
    pub(super) fn shutdown(&mut self, id: SocketId, how: ShutdownHow) -> Result<(), Errno> {
        let reads = matches!(how, ShutdownHow::Read | ShutdownHow::Both);
        let writes = matches!(how, ShutdownHow::Write | ShutdownHow::Both);
        let socket = self.get_mut(id)?;
        let is_unix = socket.is_unix();
        let stream = match &mut socket.state {
            State::Stream(stream) if !is_unix && stream.is_over() => return Err(Errno::ENOTCONN),
            State::Stream(stream) => stream,
            State::Listening(_) if reads => return self.stop_listening(id),
            State::Listening(_) => return Ok(()),
            State::Datagram(mailbox) => {
                mailbox.is_deaf |= reads;
                mailbox.is_dumb |= writes;
                let is_connected = socket.remote.is_some() || mailbox.peer.is_some();
                self.wake_all(id);
                return if is_connected || is_unix { Ok(()) } else { Err(Errno::ENOTCONN) };
            }
            State::Idle | State::Refused | State::Connecting(_) => return Err(Errno::ENOTCONN),
        };
        stream.is_deaf |= reads;
        let was_first = writes && !stream.has_end && !stream.has_ended;
        stream.was_first |= was_first;
        stream.has_ended |= writes;
        let peer = stream.peer;
        if let Some(peer) = peer
            && let Some(stream) = self.get_mut(peer)?.stream_mut()
        {
            stream.has_end |= writes;
            // A Unix socket learns at once that nobody will read; TCP goes on sending.
            stream.has_ended |= reads && is_unix;
            self.wake_all(peer);
        }
        self.wake_all(id);
        Ok(())
    }

    /// Ends the connection of a socket that is being closed.
    pub(super) fn close_stream(&mut self, id: SocketId, socket: &Socket, stream: Stream) {
        let is_unix = socket.is_unix();
        let Some(peer) = stream.peer else {
            self.linger_after(socket, &stream);
            return;
        };
        let is_rude = stream.inbox.len() > 0 || (!is_unix && socket.options.linger == 0);
        if is_rude && !stream.is_reset {
            self.reset(peer);
            return;
        }
        if let Some(other) = self.sockets.get_mut(&peer).and_then(Socket::stream_mut) {
            other.has_end = true;
            other.peer = None;
            // A Unix socket whose peer is closed is shut in both directions.
            other.has_ended |= is_unix;
        }
        self.wake_all(peer);
        self.linger_after(socket, &stream);
        debug_assert_ne!(id, peer, "a socket is never its own peer");
    }

    /// Keeps the port of the side that has ended a TCP connection first.
    fn linger_after(&mut self, socket: &Socket, stream: &Stream) {
        let was_first = stream.was_first || (!stream.has_end && !stream.has_ended);
        if socket.is_unix() || stream.is_reset || !was_first {
            return;
        }
        let address = |name: &Option<Name>| -> Option<SocketAddr> { name.as_ref()?.ip() };
        if let (Some(local), Some(remote)) = (address(&socket.local), address(&socket.remote)) {
            self.linger(local, remote, socket.options.reuse_address);
        }
    }

    /// Tells a socket that its peer has broken the connection off.
    pub(super) fn reset(&mut self, id: SocketId) {
        let Some(socket) = self.sockets.get_mut(&id) else { return };
        let is_unix = socket.is_unix();
        let Some(stream) = socket.stream_mut() else { return };
        // TCP's peer that has ended in order before finds a broken pipe instead.
        let errno = if stream.has_end && !is_unix { Errno::EPIPE } else { Errno::ECONNRESET };
        stream.peer = None;
        stream.is_reset = true;
        stream.has_end |= is_unix;
        socket.error = Some(errno);
        self.wake_all(id);
    }
}

/// How much one direction of a connection holds.
fn capacity(from: &Socket, to: &Socket) -> usize {
    (from.options.send_buffer as usize).saturating_add(to.options.receive_buffer as usize)
}
