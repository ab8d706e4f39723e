//! Owns what each `epoll` of this process waits for; knows no Python object.

use std::{
    collections::BTreeMap,
    sync::{Arc, Weak},
};

use rustpython_vm::common::lock::PyMutex;
use vivarium_protocol::{Fd, PollEvents, PollFd};

const RDNORM: u16 = 0x40;
const WRNORM: u16 = 0x100;

/// The list of one `epoll`, which outlives no object of Python's.
pub(super) type Shared = Arc<PyMutex<Interest>>;

/// All of them, so that a closed descriptor leaves them, as a closed file leaves an epoll.
static ALL: PyMutex<Vec<Weak<PyMutex<Interest>>>> = PyMutex::new(Vec::new());

/// Descriptors with the events asked for.
#[derive(Debug, Default)]
pub(super) struct Interest {
    fds: BTreeMap<u32, Registered>,
}

#[derive(Clone, Copy, Debug)]
struct Registered {
    events: u32,
    /// False once a one-shot registration has been told.
    is_armed: bool,
}

/// Counts a new list among those that closed descriptors leave.
pub(super) fn enter(interest: &Shared) {
    let mut all = ALL.lock();
    all.retain(|known| known.strong_count() > 0);
    all.push(Arc::downgrade(interest));
}

/// Takes a descriptor that was closed out of all lists.
pub(crate) fn forget(fd: Fd) {
    for interest in ALL.lock().iter().filter_map(Weak::upgrade) {
        interest.lock().remove(fd.0);
    }
}

/// What the system is asked, which knows no bands.
pub(super) fn asked(fd: u32, events: u16) -> PollFd {
    let mut wanted = events & !(RDNORM | WRNORM);
    if events & RDNORM != 0 {
        wanted |= PollEvents::IN;
    }
    if events & WRNORM != 0 {
        wanted |= PollEvents::OUT;
    }
    PollFd { fd: Fd(fd), events: PollEvents(wanted) }
}

/// What is told of what the system found.
pub(super) fn told(events: u16, ready: u16) -> u16 {
    let mut told = ready & (events | !(PollEvents::IN | PollEvents::OUT));
    if ready & PollEvents::IN != 0 {
        told |= events & RDNORM;
    }
    if ready & PollEvents::OUT != 0 {
        told |= events & WRNORM;
    }
    told
}

#[expect(clippy::cast_possible_truncation, reason = "the higher bits are flags, not events")]
const fn low(events: u32) -> u16 {
    events as u16
}

impl Interest {
    /// False where it is registered already.
    pub(super) fn add(&mut self, fd: u32, events: u32) -> bool {
        let is_new = !self.fds.contains_key(&fd);
        if is_new {
            self.fds.insert(fd, Registered { events, is_armed: true });
        }
        is_new
    }

    /// False where it is not registered.
    pub(super) fn change(&mut self, fd: u32, events: u32) -> bool {
        let entry = self.fds.get_mut(&fd);
        entry.map(|entry| *entry = Registered { events, is_armed: true }).is_some()
    }

    /// False where it is not registered.
    pub(super) fn remove(&mut self, fd: u32) -> bool {
        self.fds.remove(&fd).is_some()
    }

    /// What the system is asked.
    pub(super) fn asked(&self) -> Vec<PollFd> {
        let armed = self.fds.iter().filter(|(_, entry)| entry.is_armed);
        armed.map(|(fd, entry)| asked(*fd, low(entry.events))).collect()
    }

    /// What is told of what came, at most so much of it.
    pub(super) fn told(
        &mut self,
        ready: Vec<PollFd>,
        most: usize,
        oneshot: u32,
    ) -> Vec<(u32, u16)> {
        let mut all = Vec::new();
        for PollFd { fd, events } in ready {
            if events.0 & PollEvents::NVAL != 0 {
                self.fds.remove(&fd.0);
                continue;
            }
            let Some(entry) = self.fds.get_mut(&fd.0) else { continue };
            let told = told(low(entry.events), events.0);
            if told != 0 && all.len() < most {
                entry.is_armed = entry.events & oneshot == 0;
                all.push((fd.0, told));
            }
        }
        all
    }
}
