//! Owns what `poll` tells of a socket.

use vivarium_protocol::PollEvents;

use super::{Network, SocketId, State};

impl Network {
    /// Returns the events of a socket among those asked for, with those that are always told.
    pub(crate) fn events(&self, id: SocketId, asked: PollEvents) -> PollEvents {
        let Some(socket) = self.sockets.get(&id) else { return PollEvents(PollEvents::NVAL) };
        let mut events = if socket.error.is_some() { PollEvents::ERR } else { 0 };
        events |= match &socket.state {
            // As on Linux: neither reads nor writes would wait, they fail.
            State::Refused => {
                PollEvents::IN | PollEvents::OUT | PollEvents::HUP | PollEvents::RDHUP
            }
            State::Idle => PollEvents::OUT | PollEvents::HUP,
            State::Listening(listener) if listener.has_connection() => PollEvents::IN,
            State::Connecting(_) | State::Listening(_) => 0,
            State::Stream(stream) => {
                let mut events = 0;
                if stream.is_readable() {
                    events |= PollEvents::IN;
                }
                if stream.is_deaf() {
                    events |= PollEvents::RDHUP;
                }
                let has_room = stream.peer().is_none_or(|peer| self.has_room(id, peer));
                if stream.is_dumb() || has_room {
                    events |= PollEvents::OUT;
                }
                if stream.is_deaf() && stream.is_dumb() {
                    events |= PollEvents::HUP;
                }
                events
            }
            State::Datagram(mailbox) => {
                let mut events = 0;
                if mailbox.is_readable() {
                    events |= PollEvents::IN;
                }
                if mailbox.peer.is_none_or(|peer| self.has_letter_room(peer)) {
                    events |= PollEvents::OUT;
                }
                if mailbox.is_deaf {
                    events |= PollEvents::RDHUP;
                }
                if mailbox.is_deaf && mailbox.is_dumb {
                    events |= PollEvents::HUP;
                }
                events
            }
        };
        PollEvents(events & (asked.0 | PollEvents::ERR | PollEvents::HUP))
    }
}
