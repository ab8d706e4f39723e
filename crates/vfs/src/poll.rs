//! Owns readiness: which descriptors could be read or written without waiting.

use vivarium_protocol::{Fd, PollEvents, PollFd, Reply};

use crate::descriptor::{Descriptors, Object};
use crate::files::{Files, Outcome, Wait};
use crate::stdio::{Stdio, StdioId};

impl Files {
    /// Answers `poll`; the deadline of one that waits is the caller's business.
    pub(crate) fn poll(
        &self,
        process: &Descriptors,
        fds: &[PollFd],
        timeout_ms: Option<u32>,
    ) -> Outcome {
        let ready: Vec<PollFd> = fds
            .iter()
            .map(|entry| PollFd { fd: entry.fd, events: self.events(process, *entry) })
            .filter(|entry| entry.events.0 != 0)
            .collect();
        if ready.is_empty() && timeout_ms != Some(0) {
            let input = fds.iter().find_map(|entry| self.input_of(process, entry.fd));
            return Outcome::Blocked(Wait::Poll(input));
        }
        Outcome::Done(Ok(Reply::Ready(ready)))
    }

    fn events(&self, process: &Descriptors, entry: PollFd) -> PollEvents {
        let Ok(description) = self.description(process, entry.fd) else {
            return PollEvents(PollEvents::NVAL);
        };
        let always = |events: u16| events & entry.events.0;
        PollEvents(match description.object {
            Object::Inode(_) => always(PollEvents::IN | PollEvents::OUT),
            Object::PipeReader(id) => match self.pipes.get(&id) {
                Some(pipe) if pipe.has_data() => always(PollEvents::IN),
                Some(pipe) if pipe.writers > 0 => 0,
                Some(_) | None => PollEvents::HUP,
            },
            Object::PipeWriter(id) => match self.pipes.get(&id) {
                Some(pipe) if pipe.readers == 0 => PollEvents::ERR,
                Some(pipe) if pipe.has_room() => always(PollEvents::OUT),
                Some(_) => 0,
                None => PollEvents::ERR,
            },
            Object::Socket(id) => return self.network.events(id, entry.events),
            Object::Input(id) | Object::Output(id, _) => {
                let is_readable = self.stdios.get(&id).is_none_or(Stdio::is_readable);
                let readable =
                    if description.flags.reads() && is_readable { PollEvents::IN } else { 0 };
                let writable = if description.flags.writes() { PollEvents::OUT } else { 0 };
                always(readable | writable)
            }
        })
    }

    fn input_of(&self, process: &Descriptors, fd: Fd) -> Option<StdioId> {
        match self.description(process, fd).ok()?.object {
            Object::Input(id) => Some(id),
            Object::Inode(_)
            | Object::PipeReader(_)
            | Object::PipeWriter(_)
            | Object::Output(..)
            | Object::Socket(_) => None,
        }
    }
}
