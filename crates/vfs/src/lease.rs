//! Owns the kernel's half of leases: what is leased to whom, and what is to be taken back. The
//! other half, the holder's, is `holder.rs`; what a lease means is in `protocol`.
//!
//! A lease is only given while nobody waits for the same thing. Whoever would then have to wait for what
//! the holder alone may take has the lease recalled, and waits until it is given back.

use std::collections::BTreeMap;
use std::mem;

use vivarium_protocol::{Errno, Fd, Lease, Reply, SemId, Syscall};

use crate::descriptor::{Descriptor, Descriptors, Object, TableId};
use crate::files::{Files, Wait};
use crate::pipe::PipeId;

/// How often in a row a process takes a semaphore before it gets a lease on it.
const FIRST_HABIT: u32 = 3;
/// Where that number ends, which doubles whenever somebody else wants the semaphore.
const LAST_HABIT: u32 = 1024;
/// Messages of `multiprocessing` begin with their length in so many bytes.
const LENGTH_BYTES: u32 = 4;
/// The longest message whose body is sent along with its length.
const BODY_MAX: usize = 16 << 10;
/// No room is leased that is smaller than this.
const ROOM_MIN: usize = 4096;

/// A lease on a semaphore.
#[derive(Debug)]
pub(crate) struct Units {
    pub(crate) holder: TableId,
    pub(crate) sem: SemId,
    pub(crate) count: u32,
    pub(crate) is_recalled: bool,
}

/// Who takes a semaphore again and again.
#[derive(Debug)]
pub(crate) struct Habit {
    by: Option<TableId>,
    times: u32,
    needed: u32,
}

impl Default for Habit {
    fn default() -> Self {
        Self { by: None, times: 0, needed: FIRST_HABIT }
    }
}

impl Habit {
    pub(crate) fn took(&mut self, by: TableId) {
        if self.by.replace(by) != Some(by) {
            self.times = 0;
        }
        self.times = self.times.saturating_add(1);
    }

    /// Somebody has to wait.
    pub(crate) fn is_contended(&mut self) {
        self.times = 0;
        self.needed = (self.needed * 2).min(LAST_HABIT);
    }

    pub(crate) fn is_of(&self, holder: TableId) -> bool {
        self.by == Some(holder) && self.times >= self.needed
    }
}

/// A lease on the next bytes of a pipe.
#[derive(Debug)]
pub(crate) struct Ahead {
    holder: TableId,
    fd: Fd,
    left: usize,
    is_recalled: bool,
}

/// What does not lie with the leased thing itself.
#[derive(Debug, Default)]
pub(crate) struct Leases {
    room: BTreeMap<(TableId, Fd), PipeId>,
    recalls: Vec<(TableId, Lease)>,
}

impl Leases {
    /// Asks for a lease back, once.
    pub(crate) fn recall(&mut self, holder: TableId, lease: Lease, is_recalled: &mut bool) {
        if !mem::replace(is_recalled, true) {
            self.recalls.push((holder, lease));
        }
    }

    /// Nobody reads the pipe any more.
    pub(crate) fn recall_room(&mut self, pipe: PipeId) {
        let recalls = &mut self.recalls;
        self.room.retain(|&(holder, fd), leased| {
            if *leased == pipe {
                recalls.push((holder, Lease::Room(fd)));
            }
            *leased != pipe
        });
    }
}

impl Files {
    /// Returns which leases must be taken back, in order.
    pub fn take_recalls(&mut self) -> Vec<(TableId, Lease)> {
        mem::take(&mut self.leases.recalls)
    }

    /// Adds a lease to the answer of a call if its process is likely to go on with it at once.
    /// `is_wanted` says whether some call waits so.
    pub fn grant(
        &mut self,
        process: &Descriptors,
        call: &Syscall,
        reply: Reply,
        is_wanted: impl Fn(Wait) -> bool,
    ) -> Reply {
        match (call, reply) {
            (Syscall::SemWait { sem, .. }, Reply::Done) => {
                let units = self.lease_units(process, *sem, is_wanted);
                units.map_or(Reply::Done, |units| Reply::Taken { units })
            }
            (Syscall::Read { fd, len: LENGTH_BYTES }, Reply::Data(data)) => {
                match self.lease_ahead(process, *fd, &data.0, is_wanted) {
                    Some(ahead) => Reply::DataAhead { data, ahead: ahead.into() },
                    None => Reply::Data(data),
                }
            }
            (Syscall::Write { fd, data }, Reply::Count(count))
                if count as usize == data.0.len() =>
            {
                let room = self.lease_room(process, *fd, is_wanted);
                room.map_or(Reply::Count(count), |room| Reply::Written { count, room })
            }
            (_, reply) => reply,
        }
    }

    /// Leases the body of a message of which the length, `head`, was just read.
    fn lease_ahead(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        head: &[u8],
        is_wanted: impl Fn(Wait) -> bool,
    ) -> Option<Vec<u8>> {
        let Object::PipeReader(id) = self.description(process, fd).ok()?.object else {
            return None;
        };
        let left = u32::from_be_bytes(head.try_into().ok()?) as usize;
        let pipe = self.pipes.get_mut(&id)?;
        if pipe.ahead.is_some() || left == 0 || left > BODY_MAX || is_wanted(Wait::PipeData(id)) {
            return None;
        }
        let bytes = pipe.peek(left)?;
        pipe.ahead = Some(Ahead { holder: process.id, fd, left, is_recalled: false });
        Some(bytes)
    }

    fn lease_room(
        &mut self,
        process: &Descriptors,
        fd: Fd,
        is_wanted: impl Fn(Wait) -> bool,
    ) -> Option<u32> {
        let Object::PipeWriter(id) = self.description(process, fd).ok()?.object else {
            return None;
        };
        let pipe = self.pipes.get(&id)?;
        // Half of it, since others may get the other half.
        let room = pipe.room() / 2;
        if pipe.readers == 0 || room < ROOM_MIN || is_wanted(Wait::PipeRoom(id)) {
            return None;
        }
        self.leases.room.insert((process.id, fd), id);
        u32::try_from(room).ok()
    }

    /// Says whether somebody else has a lease on the next bytes of a pipe, which is then recalled.
    /// Whoever has it and reads in another way gives it up.
    pub(crate) fn is_known_ahead(
        &mut self,
        id: PipeId,
        reader: TableId,
        fd: Fd,
    ) -> Result<bool, Errno> {
        let pipe = self.pipes.get_mut(&id).ok_or(Errno::EIO)?;
        let Some(ahead) = &mut pipe.ahead else { return Ok(false) };
        if (ahead.holder, ahead.fd) == (reader, fd) {
            pipe.ahead = None;
            self.woken.insert(Wait::PipeData(id));
            return Ok(false);
        }
        self.leases.recall(ahead.holder, Lease::Ahead(ahead.fd), &mut ahead.is_recalled);
        Ok(true)
    }

    /// Says whether somebody has a lease on the next bytes of a pipe.
    pub fn is_leased_ahead(&self, id: PipeId) -> bool {
        self.pipes.get(&id).is_some_and(|pipe| pipe.ahead.is_some())
    }

    /// Hears what a holder has done; says whether the call was about that.
    pub(crate) fn hear_holder(&mut self, process: &Descriptors, call: &Syscall) -> bool {
        match call {
            Syscall::SemTake { sem } => self.take_unit(process, *sem),
            Syscall::Push { fd, data } => self.push(process, *fd, &data.0),
            Syscall::Drain { fd, len } => self.drain(process, *fd, *len as usize),
            Syscall::GiveBack { lease: Lease::Units(sem) } => {
                if let Ok(id) = process.semaphores.get(*sem) {
                    self.end_units(id, process.id);
                }
            }
            Syscall::GiveBack { lease: Lease::Ahead(fd) } => {
                if let Ok(descriptor) = process.get(*fd) {
                    self.end_ahead(process.id, *fd, descriptor);
                }
            }
            Syscall::GiveBack { lease: Lease::Room(fd) } => {
                self.leases.room.remove(&(process.id, *fd));
            }
            _ => return false,
        }
        true
    }

    /// Writes where there was room when the lease was given. If nobody reads any more, the write
    /// came before the last reader's end: its bytes are lost with the pipe.
    fn push(&mut self, process: &Descriptors, fd: Fd, data: &[u8]) {
        let object = self.description(process, fd).map(|description| description.object);
        let Ok(Object::PipeWriter(id)) = object else { return };
        if let Some(pipe) = self.pipes.get_mut(&id).filter(|pipe| pipe.readers > 0) {
            pipe.push(data);
            self.woken.insert(Wait::PipeData(id));
        }
    }

    fn drain(&mut self, process: &Descriptors, fd: Fd, len: usize) {
        let object = self.description(process, fd).map(|description| description.object);
        let Ok(Object::PipeReader(id)) = object else { return };
        let Some(pipe) = self.pipes.get_mut(&id) else { return };
        let Some(ahead) = &mut pipe.ahead else { return };
        if (ahead.holder, ahead.fd) != (process.id, fd) {
            return;
        }
        let len = len.min(ahead.left);
        ahead.left -= len;
        if ahead.left == 0 {
            pipe.ahead = None;
            self.woken.insert(Wait::PipeData(id));
        }
        pipe.drain(len);
        self.woken.insert(Wait::PipeRoom(id));
    }

    /// Ends what was leased to a process by a descriptor that it closes.
    pub(crate) fn end_leases(&mut self, holder: TableId, fd: Fd, descriptor: Descriptor) {
        self.leases.room.remove(&(holder, fd));
        self.end_ahead(holder, fd, descriptor);
    }

    fn end_ahead(&mut self, holder: TableId, fd: Fd, descriptor: Descriptor) {
        let description = self.descriptions.get(&descriptor.description);
        let Some(Object::PipeReader(id)) = description.map(|description| description.object) else {
            return;
        };
        let Some(pipe) = self.pipes.get_mut(&id) else { return };
        if pipe.ahead.as_ref().is_some_and(|ahead| (ahead.holder, ahead.fd) == (holder, fd)) {
            pipe.ahead = None;
            self.woken.insert(Wait::PipeData(id));
        }
    }
}
