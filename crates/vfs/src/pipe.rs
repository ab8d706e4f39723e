//! Owns the buffer of one pipe and who still holds its ends; knows no descriptor.

use vivarium_protocol::Errno;

use crate::lease::Ahead;
use crate::socket::ByteQueue;

/// How many bytes a pipe holds before a write blocks.
pub const PIPE_CAPACITY: usize = 64 * 1024;

/// Writes up to this size are never mixed with others' (`PIPE_BUF`).
const ATOMIC_WRITE: usize = 4096;

/// The number of a pipe, for messages about who waits for whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PipeId(pub u32);

#[derive(Debug, Default)]
pub(crate) struct Pipe {
    buffer: ByteQueue,
    pub(crate) readers: u32,
    pub(crate) writers: u32,
    /// Who knows the next bytes already.
    pub(crate) ahead: Option<Ahead>,
}

impl Pipe {
    pub(crate) fn has_data(&self) -> bool {
        self.buffer.len() > 0
    }

    /// How many bytes fit. (Who had a lease may have written more than there was room for.)
    pub(crate) fn room(&self) -> usize {
        PIPE_CAPACITY.saturating_sub(self.buffer.len())
    }

    /// Takes all of `data`, whether or not there is room.
    pub(crate) fn push(&mut self, data: &[u8]) {
        self.buffer.push(data);
    }

    /// Takes the first bytes away.
    pub(crate) fn drain(&mut self, len: usize) {
        self.buffer.take(len);
    }

    /// Copies the first bytes; `None` if there are not so many.
    pub(crate) fn peek(&self, len: usize) -> Option<Vec<u8>> {
        (self.buffer.len() >= len).then(|| self.buffer.peek(len))
    }

    /// Says whether a small write would go through.
    pub(crate) fn has_room(&self) -> bool {
        self.room() >= ATOMIC_WRITE
    }

    /// Returns up to `len` bytes; `None` if a reader has to wait.
    pub(crate) fn read(&mut self, len: usize) -> Option<Vec<u8>> {
        if self.buffer.len() == 0 && self.writers > 0 && len > 0 {
            return None;
        }
        Some(self.buffer.take(len))
    }

    /// Takes what fits of `data` (0 if a small write does not fit whole).
    pub(crate) fn write(&mut self, data: &[u8], total: usize) -> Result<usize, Errno> {
        if self.readers == 0 {
            return Err(Errno::EPIPE);
        }
        let room = self.room();
        if total <= ATOMIC_WRITE && room < data.len() {
            return Ok(0);
        }
        let len = room.min(data.len());
        self.buffer.push(&data[..len]);
        Ok(len)
    }
}
