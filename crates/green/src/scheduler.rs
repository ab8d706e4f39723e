//! Owns the decision which green thread runs next: ready queue, timers, virtual clock, seed.
//!
//! A pure state machine: it knows no stacks, no clock but the numbers it is given, and no
//! randomness but its seed. [`crate::Host`] carries out what it decides.

use std::collections::VecDeque;

/// The number of a green thread; 0 is the main thread. Numbers are used again.
pub type ThreadId = u32;

/// Virtual time a bytecode takes in lockstep mode, in nanoseconds.
pub(crate) const NS_PER_BYTECODE: u64 = 50;

/// How threads are scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Config {
    /// `Some`: lockstep. Slices and choices are drawn from this seed, and the clock is virtual.
    pub seed: Option<u64>,
    /// Bytecodes in a slice (with a seed: the middle of the range they are drawn from).
    pub slice: u32,
}

impl Config {
    /// Live mode: first come, first served, with slices of about 5 ms.
    pub const LIVE: Self = Self { seed: None, slice: 20_000 };

    /// Lockstep mode with short slices, so that races show.
    pub const fn lockstep(seed: u64) -> Self {
        Self { seed: Some(seed), slice: 400 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Free,
    Ready,
    Running,
    /// `deadline` in nanoseconds of the scheduler's clock; `None` waits for an unpark alone.
    Blocked {
        deadline: Option<u64>,
    },
}

/// What to do with the baton.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// This thread runs.
    Run(ThreadId),
    /// Nothing can run before a timer or an outside event.
    Idle,
    /// Nothing can ever run: all threads wait for each other.
    Deadlock,
}

/// The scheduler of one process.
#[derive(Debug)]
pub struct Scheduler {
    threads: Vec<State>,
    ready: VecDeque<ThreadId>,
    timers: Vec<ThreadId>,
    current: ThreadId,
    config: Config,
    random: u64,
    virtual_ns: u64,
    /// Threads that wait for something from outside the process.
    outside: u32,
    /// While set, only this thread may run: it waits for a prompt answer from outside.
    exclusive: Option<ThreadId>,
    switches: u64,
}

impl Default for Scheduler {
    fn default() -> Self {
        Self {
            threads: vec![State::Running],
            ready: VecDeque::new(),
            timers: Vec::new(),
            current: 0,
            config: Config::LIVE,
            random: 0,
            virtual_ns: 0,
            outside: 0,
            exclusive: None,
            switches: 0,
        }
    }
}

impl Scheduler {
    /// Sets mode and seed; called before the program starts, with the main thread alone.
    pub fn configure(&mut self, config: Config) {
        self.config = config;
        self.random = config.seed.unwrap_or(0);
        self.virtual_ns = 0;
        self.switches = 0;
    }

    /// Returns the thread that has the baton.
    pub fn current(&self) -> ThreadId {
        self.current
    }

    /// Returns how often the baton has changed hands.
    pub fn switches(&self) -> u64 {
        self.switches
    }

    /// Says whether the clock is virtual.
    pub fn is_virtual(&self) -> bool {
        self.config.seed.is_some()
    }

    /// Returns the virtual clock in nanoseconds.
    pub fn virtual_ns(&self) -> u64 {
        self.virtual_ns
    }

    /// Lets virtual time pass for `bytecodes` that were executed.
    pub fn advance(&mut self, bytecodes: u32) {
        if self.is_virtual() {
            self.virtual_ns += u64::from(bytecodes) * NS_PER_BYTECODE;
        }
    }

    /// Draws the length of the next slice, in bytecodes.
    pub fn next_slice(&mut self) -> u32 {
        let slice = self.config.slice.max(1);
        if self.is_virtual() { slice / 2 + self.draw(slice) } else { slice }
    }

    /// Adds a thread, which is ready at once.
    pub fn spawn(&mut self) -> ThreadId {
        let free = self.threads.iter().position(|state| *state == State::Free);
        let index = free.unwrap_or_else(|| {
            self.threads.push(State::Free);
            self.threads.len() - 1
        });
        let id = ThreadId::try_from(index).expect("threads are limited by memory long before");
        self.make_ready(id);
        id
    }

    /// Puts the current thread at the end of the queue.
    pub fn requeue_current(&mut self) {
        self.make_ready(self.current);
    }

    /// The current thread waits for an unpark or for `deadline` (nanoseconds).
    pub fn block_current(&mut self, deadline: Option<u64>) {
        let id = self.current;
        self.threads[id as usize] = State::Blocked { deadline };
        self.timers.retain(|timer| *timer != id);
        if deadline.is_some() {
            self.timers.push(id);
        }
    }

    /// The current thread waits for an event from outside. With `exclusive`, no other thread
    /// runs and no virtual time passes until it has come.
    pub fn block_current_outside(&mut self, exclusive: bool) {
        self.block_current(None);
        self.outside += 1;
        if exclusive {
            self.exclusive = Some(self.current);
        }
    }

    /// The wait that [`Self::block_current_outside`] began is over.
    pub fn end_outside(&mut self) {
        self.outside -= 1;
        self.exclusive = None;
    }

    /// Makes a blocked thread ready; does nothing to others.
    pub fn unpark(&mut self, id: ThreadId) {
        if matches!(self.threads.get(id as usize), Some(State::Blocked { .. })) {
            self.make_ready(id);
        }
    }

    /// The current thread has returned.
    pub fn finish_current(&mut self) {
        self.threads[self.current as usize] = State::Free;
    }

    /// Wakes expired sleepers and says whether anything but the current thread could run.
    pub fn has_ready(&mut self, now: u64) -> bool {
        self.wake(now);
        !self.ready.is_empty()
    }

    /// Decides who runs next and gives it the baton. `now` is the live clock in nanoseconds.
    pub fn next(&mut self, now: u64) -> Next {
        if let Some(id) = self.exclusive {
            let Some(position) = self.ready.iter().position(|ready| *ready == id) else {
                return Next::Idle;
            };
            self.ready.remove(position);
            return self.run(id);
        }
        self.wake(now);
        if self.ready.is_empty()
            && self.outside == 0
            && self.is_virtual()
            && let Some(deadline) = self.next_deadline()
        {
            self.virtual_ns = self.virtual_ns.max(deadline);
            self.wake(now);
        }
        if self.ready.is_empty() {
            let hopeless = self.outside == 0 && self.next_deadline().is_none();
            return if hopeless { Next::Deadlock } else { Next::Idle };
        }
        let chosen = if self.is_virtual() && self.ready.len() > 1 {
            self.draw(u32::try_from(self.ready.len()).unwrap_or(u32::MAX)) as usize
        } else {
            0
        };
        match self.ready.remove(chosen) {
            Some(id) => self.run(id),
            None => Next::Idle,
        }
    }

    /// Returns the earliest deadline of a blocked thread, in nanoseconds.
    pub fn next_deadline(&self) -> Option<u64> {
        self.timers.iter().filter_map(|id| self.deadline(*id)).min()
    }

    fn run(&mut self, id: ThreadId) -> Next {
        self.threads[id as usize] = State::Running;
        if id != self.current {
            self.switches += 1;
        }
        self.current = id;
        Next::Run(id)
    }

    fn deadline(&self, id: ThreadId) -> Option<u64> {
        match self.threads[id as usize] {
            State::Blocked { deadline } => deadline,
            State::Free | State::Ready | State::Running => None,
        }
    }

    fn make_ready(&mut self, id: ThreadId) {
        self.threads[id as usize] = State::Ready;
        self.ready.push_back(id);
    }

    /// Moves expired sleepers to the ready queue, by deadline, then by number.
    fn wake(&mut self, now: u64) {
        if self.timers.is_empty() {
            return;
        }
        let now = if self.is_virtual() { self.virtual_ns } else { now };
        let mut due: Vec<(u64, ThreadId)> = Vec::new();
        let mut waiting = Vec::with_capacity(self.timers.len());
        for &id in &self.timers {
            match self.deadline(id) {
                Some(deadline) if deadline <= now => due.push((deadline, id)),
                Some(_) => waiting.push(id),
                None => {}
            }
        }
        self.timers = waiting;
        due.sort_unstable();
        for (_, id) in due {
            self.make_ready(id);
        }
    }

    /// Draws a number below `limit` (splitmix64).
    fn draw(&mut self, limit: u32) -> u32 {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.random;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(limit.max(1))).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, Next, Scheduler};

    #[test]
    fn threads_take_turns_in_live_mode() {
        let mut scheduler = Scheduler::default();
        let (a, b) = (scheduler.spawn(), scheduler.spawn());
        let mut order = Vec::new();
        for _ in 0..6 {
            scheduler.requeue_current();
            order.push(scheduler.next(0));
        }
        let round = [Next::Run(a), Next::Run(b), Next::Run(0)];
        assert_eq!(order, [round, round].concat());
    }

    #[test]
    fn virtual_time_jumps_to_the_next_deadline() {
        let mut scheduler = Scheduler::default();
        scheduler.configure(Config::lockstep(1));
        scheduler.block_current(Some(10_000_000_000));
        assert_eq!(scheduler.next(0), Next::Run(0));
        assert_eq!(scheduler.virtual_ns(), 10_000_000_000);
    }

    #[test]
    fn all_threads_waiting_for_each_other_is_a_deadlock() {
        let mut scheduler = Scheduler::default();
        let other = scheduler.spawn();
        scheduler.block_current(None);
        assert_eq!(scheduler.next(0), Next::Run(other));
        scheduler.block_current(None);
        assert_eq!(scheduler.next(0), Next::Deadlock);
    }

    #[test]
    fn waiting_for_the_outside_is_no_deadlock() {
        let mut scheduler = Scheduler::default();
        scheduler.block_current_outside(false);
        assert_eq!(scheduler.next(0), Next::Idle);
        scheduler.unpark(0);
        assert_eq!(scheduler.next(0), Next::Run(0));
    }

    #[test]
    fn an_exclusive_wait_lets_nobody_else_run() {
        let mut scheduler = Scheduler::default();
        scheduler.spawn();
        scheduler.block_current_outside(true);
        assert_eq!(scheduler.next(0), Next::Idle);
        scheduler.unpark(0);
        assert_eq!(scheduler.next(0), Next::Run(0));
    }

    #[test]
    fn the_same_seed_gives_the_same_schedule() {
        let schedule = |seed| {
            let mut scheduler = Scheduler::default();
            scheduler.configure(Config::lockstep(seed));
            for _ in 0..5 {
                scheduler.spawn();
            }
            (0..200)
                .map(|_| {
                    let slice = scheduler.next_slice();
                    scheduler.advance(slice);
                    scheduler.requeue_current();
                    (slice, scheduler.next(0))
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(schedule(42), schedule(42));
        assert_ne!(schedule(42), schedule(43));
    }

    #[test]
    fn a_number_is_used_again_after_its_thread_has_finished() {
        let mut scheduler = Scheduler::default();
        let first = scheduler.spawn();
        scheduler.requeue_current();
        assert_eq!(scheduler.next(0), Next::Run(first));
        scheduler.finish_current();
        assert_eq!(scheduler.next(0), Next::Run(0));
        assert_eq!(scheduler.spawn(), first);
    }
}
