//! Owns the holder's half of leases: which calls a process answers itself. Pure; see `lease.rs`.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Semaphores for which nobody waits, since they have so many units.
    plenty: BTreeSet<SemId>,
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
                if matches!(call, Syscall::SemClose { .. }) {
                    self.plenty.remove(&sem);
                }
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
        let Syscall::SemPost { sem, .. } = call else { return true };
        if let Some(units) = self.units.get_mut(sem) {
            *units += 1;
            return false;
        }
        !self.plenty.contains(sem)
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
            (Reply::Sem { sem, has_plenty }, _) => {
                if has_plenty {
                    self.plenty.insert(sem);
                }
                Reply::Sem { sem, has_plenty }
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

#[cfg(test)]
mod tests {
    use vivarium_protocol::OpenFlags;

    use super::*;

    const SEM: SemId = SemId(7);
    const POST: Syscall = Syscall::SemPost { sem: SEM, max: 0x7fff_ffff };
    const WAIT: Syscall = Syscall::SemWait { sem: SEM, timeout_ms: None };

    fn asked(decision: Decision) -> Option<Thing> {
        match decision {
            Decision::Ask(_, thing) => thing,
            Decision::Here { .. } => panic!("{decision:?}"),
        }
    }

    #[test]
    fn what_a_lease_covers_is_not_urgent_until_it_is_taken_back() {
        let mut holder = Holder::default();
        assert!(holder.told(&POST));
        let thing = asked(holder.decide(WAIT));
        let reply = holder.answered(thing, Ok(Reply::Taken { units: 0 }));
        assert_eq!((reply, holder.told(&POST)), (Ok(Reply::Done), false));
        let tell = Syscall::SemTake { sem: SEM };
        let here = Decision::Here { reply: Reply::Done, tell, is_urgent: false };
        assert_eq!(holder.decide(WAIT), here);
        let lease = Lease::Units(SEM);
        assert_eq!(holder.recalled(lease), Some(Syscall::GiveBack { lease }));
        assert!(holder.told(&POST));
    }

    #[test]
    fn nobody_waits_for_a_semaphore_with_plenty_of_units() {
        let mut holder = Holder::default();
        let open = Syscall::SemOpen { name: "/s".into(), flags: OpenFlags(0), value: 0 };
        let thing = asked(holder.decide(open));
        let reply = Reply::Sem { sem: SEM, has_plenty: true };
        assert_eq!(holder.answered(thing, Ok(reply.clone())), Ok(reply));
        assert!(!holder.told(&POST));
        // Another one may get its number.
        asked(holder.decide(Syscall::SemClose { sem: SEM }));
        assert!(holder.told(&POST));
    }
}
