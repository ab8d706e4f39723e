//! Owns the look-alike of `std::thread`; what it does not imitate: names, scopes, panics.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::state;

/// A look-alike of `std::thread::ThreadId`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ThreadId(u64);

/// A look-alike of `std::thread::Thread`.
#[derive(Clone, Copy, Debug)]
pub struct Thread(u32);

impl Thread {
    /// Returns the thread's number plus one.
    pub fn id(&self) -> ThreadId {
        ThreadId(u64::from(self.0) + 1)
    }

    /// Makes the thread ready if it is parked.
    pub fn unpark(&self) {
        state::unpark_id(self.0);
    }
}

/// Returns the thread that runs.
pub fn current() -> Thread {
    Thread(state::current_id())
}

/// Waits for an unpark; may return without one.
pub fn park() {
    state::block_until(None);
}

/// Lets other threads run.
pub fn yield_now() {
    state::yield_now();
}

/// No thread has run: `Packet::joiner` names nobody.
const NOBODY: u32 = u32::MAX;

struct Packet<T> {
    result: Mutex<Option<T>>,
    done: AtomicBool,
    joiner: AtomicU32,
}

/// A look-alike of `std::thread::JoinHandle`.
pub struct JoinHandle<T> {
    packet: Arc<Packet<T>>,
    thread: Thread,
}

impl<T> JoinHandle<T> {
    /// Returns the thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Says whether the thread has returned.
    pub fn is_finished(&self) -> bool {
        self.packet.done.load(Ordering::Acquire)
    }

    /// Waits for the thread and returns its value.
    ///
    /// # Errors
    /// Never, in practice: a panic ends the whole process.
    #[expect(clippy::result_unit_err, reason = "std's signature, less the panic's payload")]
    pub fn join(self) -> Result<T, ()> {
        while !self.is_finished() {
            self.packet.joiner.store(state::current_id(), Ordering::Release);
            state::block_until(None);
        }
        let mut result = self.packet.result.lock().unwrap_or_else(PoisonError::into_inner);
        result.take().ok_or(())
    }
}

/// A look-alike of `std::thread::Builder`.
#[derive(Debug, Default)]
pub struct Builder {
    stack_size: usize,
}

impl Builder {
    /// Returns a builder with the default stack.
    pub fn new() -> Self {
        Self::default()
    }

    /// Accepts a name, which is not kept.
    #[must_use]
    pub fn name(self, _name: String) -> Self {
        self
    }

    /// Sets the size of the stack in bytes.
    #[must_use]
    pub fn stack_size(mut self, bytes: usize) -> Self {
        self.stack_size = bytes;
        self
    }

    /// Starts a thread, which is ready at once.
    ///
    /// # Errors
    /// When the memory for its stack is refused, or where threads cannot run (no JSPI).
    pub fn spawn<F, T>(self, body: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let packet = Arc::new(Packet {
            result: Mutex::new(None),
            done: AtomicBool::new(false),
            joiner: AtomicU32::new(NOBODY),
        });
        let shared = Arc::clone(&packet);
        let entry = Box::new(move || {
            let value = body();
            *shared.result.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
            shared.done.store(true, Ordering::Release);
            let joiner = shared.joiner.load(Ordering::Acquire);
            if joiner != NOBODY {
                state::unpark_id(joiner);
            }
        });
        let id = state::spawn(entry, self.stack_size)
            .ok_or_else(|| io::Error::other("can't start new thread"))?;
        Ok(JoinHandle { packet, thread: Thread(id) })
    }
}
