//! Owns what a process may decide alone for a while, so that it need not ask each time.
//!
//! The kernel gives a lease along with an answer. What its holder then does it tells by calls with
//! [`RequestId::UNHEARD`], which never wait; messages keep their order in both directions, so the kernel takes
//! a lease back ([`crate::ToWorker::Recall`]) before the holder can learn of what made it invalid. A
//! call that is asked about the same thing ends the lease on both sides.

use serde::{Deserialize, Serialize};

use crate::{Fd, RequestId, SemId};

/// What a lease is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lease {
    /// Units of a semaphore that nobody else may take ([`crate::Reply::Taken`]).
    Units(SemId),
    /// The next bytes of a pipe, which nobody else may read ([`crate::Reply::DataAhead`]).
    Ahead(Fd),
    /// Room in a pipe ([`crate::Reply::Written`]). Others may use it as well: the pipe then holds more for
    /// once. It ends when nobody can read the pipe any more, and need not be given back.
    Room(Fd),
}

impl RequestId {
    /// The number of all requests that nobody waits for: they are not answered.
    pub const UNHEARD: Self = Self(0);
}
