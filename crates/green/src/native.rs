//! Owns the native [`Host`]: each green thread is an OS thread that waits for the baton, so that
//! the same scheduler and the same seeds run in native tests. Knows nothing of wasm.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::scheduler::ThreadId;
use crate::state::{self, Host};

/// Stack of an OS thread in bytes; debug builds of the interpreter need much.
const STACK_BYTES: usize = 256 << 20;

/// Installs the native host with the calling thread as main thread, and allows switches.
pub fn install() {
    started();
    seat(0);
    state::install(&OsThreads);
    state::set_can_switch(true);
}

/// Green threads on OS threads.
#[derive(Debug)]
struct OsThreads;

/// Where one thread waits for the baton.
#[derive(Default)]
struct Seat {
    has_baton: Mutex<bool>,
    changed: Condvar,
}

static SEATS: Mutex<Vec<Arc<Seat>>> = Mutex::new(Vec::new());
static WOKEN: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

impl Host for OsThreads {
    fn monotonic_ns(&self) -> u64 {
        u64::try_from(started().elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    fn realtime_ns(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
    }

    fn spawned(&self, id: ThreadId, _stack_bytes: usize) {
        let seat = fresh_seat(id);
        let builder = std::thread::Builder::new().stack_size(STACK_BYTES);
        let spawned = builder.spawn(move || {
            seat.wait();
            state::entry(id);
            let next = state::finished().unwrap_or_else(idle);
            self::seat(next).give();
        });
        spawned.expect("the machine that runs tests has threads to give");
    }

    fn switch(&self, from: ThreadId, to: Option<ThreadId>, _turn: bool) {
        let to = to.unwrap_or_else(idle);
        if to != from {
            seat(to).give();
            seat(from).wait();
        }
    }

    fn wake(&self) {
        *lock(&WOKEN.0) = true;
        WOKEN.1.notify_all();
    }

    fn deadlocked(&self) {
        eprintln!("deadlock: every thread of the program waits for another one");
        std::process::exit(70);
    }

    fn budget_spent(&self) {
        eprintln!("the program has used up its budget of bytecodes");
        std::process::exit(137);
    }
}

impl Seat {
    fn give(&self) {
        *lock(&self.has_baton) = true;
        self.changed.notify_one();
    }

    fn wait(&self) {
        let mut has_baton = lock(&self.has_baton);
        while !*has_baton {
            has_baton = self.changed.wait(has_baton).unwrap_or_else(PoisonError::into_inner);
        }
        *has_baton = false;
    }
}

/// Waits for a timer or an interrupt, and returns who runs next.
fn idle() -> ThreadId {
    loop {
        if let Some(id) = state::poll() {
            return id;
        }
        let rest = state::next_deadline_ns().map(|deadline| {
            Duration::from_nanos(deadline.saturating_sub(OsThreads.monotonic_ns()))
        });
        let woken = lock(&WOKEN.0);
        let wait = rest.unwrap_or(Duration::from_secs(3600));
        let waited = WOKEN.1.wait_timeout_while(woken, wait, |woken| !*woken);
        *waited.unwrap_or_else(PoisonError::into_inner).0 = false;
    }
}

fn seat(id: ThreadId) -> Arc<Seat> {
    let mut seats = lock(&SEATS);
    while seats.len() <= id as usize {
        seats.push(Arc::default());
    }
    Arc::clone(&seats[id as usize])
}

/// Numbers are used again, and the thread before may not have left its seat yet.
fn fresh_seat(id: ThreadId) -> Arc<Seat> {
    seat(id);
    let fresh = Arc::<Seat>::default();
    lock(&SEATS)[id as usize] = Arc::clone(&fresh);
    fresh
}

fn started() -> Instant {
    static STARTED: OnceLock<Instant> = OnceLock::new();
    *STARTED.get_or_init(Instant::now)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
