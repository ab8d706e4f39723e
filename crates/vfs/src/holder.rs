//! Owns the holder's half of leases: which calls a process answers itself. Pure; see `lease.rs`.

use std::collections::BTreeMap;

use vivarium_protocol::{Errno, Fd, Lease, Reply, SemId, Syscall};

/// What a call and a lease can both be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A semaphore.
    Sem(SemId),
    /// A descriptor.
    Fd(Fd),
}

/// What is to be done about a call.
#[derive(Debug, PartialEq, Eq)]
pub enum Decision {
    /// It is answered; the kernel must be told, at once if others may be waiting for it.
    Here {
        /// The answer.
        reply: Reply,
        /// What to tell, with [`vivarium_protocol::RequestId::UNHEARD`].
        tell: Syscall,
        /// Whether others may be waiting.
        is_urgent: bool,
    },
    /// The kernel must be asked; [`Holder::answered`] takes its answer.
    Ask(Syscall, Option<Thing>),
}

/// The leases of one process.
#[derive(Debug, Default)]
pub struct Holder {
    units: BTreeMap<SemId, u32>,
    ahead: BTreeMap<Fd, Vec<u8>>,
    room: BTreeMap<Fd, usize>,
    /// How many calls on a thing are on their way. Each of them ends a lease that is on its way, too.
    asked: BTreeMap<Thing, u32>,
}

impl Holder {
    /// Decides who answers a call.
    pub fn decide(&mut self, call: Syscall) -> Decision {
        let thing = match &call {
            Syscall::SemWait { sem, .. } => {
                if let Some(units) = self.units.get_mut(sem).filter(|units| **units > 0) {
                    *units -= 1;
                    let tell = Syscall::SemTake { sem: *sem };
                    return Decision::Here { reply: Reply::Done, tell, is_urgent: false };
                }
                Thing::Sem(*sem)
            }
            Syscall::SemClose { sem } => Thing::Sem(*sem),
            Syscall::Read { fd, len } => {
                if let Some(data) = self.take_ahead(*fd, *len as usize) {
                    let reply = Reply::Data(data.into());
                    let tell = Syscall::Drain { fd: *fd, len: *len };
                    return Decision::Here { reply, tell, is_urgent: false };
                }
                Thing::Fd(*fd)
            }
            Syscall::Write { fd, data } => {
                if self.take_room(*fd, data.0.len()) {
                    return push(call);
                }
                Thing::Fd(*fd)
            }
            Syscall::Close { fd } | Syscall::Dup2 { to: fd, .. } => Thing::Fd(*fd),
            _ => return Decision::Ask(call, None),
        };
        self.forget(thing, &call);
        *self.asked.entry(thing).or_default() += 1;
        Decision::Ask(call, Some(thing))
    }

    /// What the kernel does when it hears such a call.
    fn forget(&mut self, thing: Thing, call: &Syscall) {
        match thing {
            Thing::Sem(sem) => {
                self.units.remove(&sem);
            }
            Thing::Fd(fd) => {
                self.room.remove(&fd);
                if !matches!(call, Syscall::Write { .. }) {
                    self.ahead.remove(&fd);
                }
            }
        }
    }

    fn take_ahead(&mut self, fd: Fd, len: usize) -> Option<Vec<u8>> {
        let bytes = self.ahead.get_mut(&fd)?;
        if len == 0 || len > bytes.len() {
            return None;
        }
        let rest = bytes.split_off(len);
        let taken = std::mem::replace(bytes, rest);
        if bytes.is_empty() {
            self.ahead.remove(&fd);
        }
        Some(taken)
    }

    fn take_room(&mut self, fd: Fd, len: usize) -> bool {
        match self.room.get_mut(&fd) {
            Some(room) if len > 0 && len <= *room => {
                *room -= len;
                true
            }
            Some(_) | None => false,
        }
    }

    /// Notes a call that is told without a lease; says whether others may be waiting for it.
    pub fn told(&mut self, call: &Syscall) -> bool {
        if let Syscall::SemPost { sem, .. } = call
            && let Some(units) = self.units.get_mut(sem)
        {
            *units += 1;
            return false;
        }
        true
    }

    /// Takes the answer to a call that was asked, and keeps the lease that came with it.
    pub fn answered(
        &mut self,
        thing: Option<Thing>,
        result: Result<Reply, Errno>,
    ) -> Result<Reply, Errno> {
        let is_valid = match thing.and_then(|thing| Some((thing, self.asked.get_mut(&thing)?))) {
            Some((_, count)) if *count > 1 => {
                *count -= 1;
                false
            }
            Some((thing, _)) => {
                self.asked.remove(&thing);
                true
            }
            None => false,
        };
        Ok(match (result?, thing) {
            (Reply::Taken { units }, Some(Thing::Sem(sem))) => {
                if is_valid {
                    self.units.insert(sem, units);
                }
                Reply::Done
            }
            (Reply::Written { count, room }, Some(Thing::Fd(fd))) => {
                if is_valid {
                    self.room.insert(fd, room as usize);
                }
                Reply::Count(count)
            }
            (Reply::DataAhead { data, ahead }, Some(Thing::Fd(fd))) => {
                if is_valid {
                    self.ahead.insert(fd, ahead.0);
                }
                Reply::Data(data)
            }
            (reply, _) => reply,
        })
    }

    /// Gives a lease up; returns what to tell, at once.
    pub fn recalled(&mut self, lease: Lease) -> Option<Syscall> {
        let had = match lease {
            Lease::Units(sem) => self.units.remove(&sem).is_some(),
            Lease::Ahead(fd) => self.ahead.remove(&fd).is_some(),
            Lease::Room(fd) => {
                self.room.remove(&fd);
                false
            }
        };
        had.then_some(Syscall::GiveBack { lease })
    }
}

fn push(call: Syscall) -> Decision {
    let Syscall::Write { fd, data } = call else { return Decision::Ask(call, None) };
    let reply = Reply::Count(u32::try_from(data.0.len()).unwrap_or(u32::MAX));
    Decision::Here { reply, tell: Syscall::Push { fd, data }, is_urgent: true }
}
