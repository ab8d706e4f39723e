//! Owns the decision which green thread runs next: ready queue, timers, virtual clock, seed.
//!
//! A pure state machine: it knows no stacks, no clock but the numbers it is given, and no
//! randomness but its seed. [`crate::Host`] carries out what it decides.

use std::collections::{BTreeMap, VecDeque};

use crate::turn::Share;
use crate::watch::SwitchPoint;

/// The number of a green thread; 0 is the main thread. Numbers are used again.
pub type ThreadId = u32;

/// Virtual time a bytecode takes in lockstep mode, in nanoseconds.
pub(crate) const NS_PER_BYTECODE: u64 = 50;

/// Bytecodes after which a thread that follows a schedule hands over all the same, so that one
/// that spins until another one has done something ends.
const PATIENCE: u32 = 50_000;
/// How many switch points are noted; a schedule that is longer cannot be followed.
const MAX_POINTS: usize = 20_000;

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

    /// Lockstep mode with short slices, so that races show. How short they are depends on the seed
    /// too: a race of two instructions needs other slices than one of two functions.
    pub const fn lockstep(seed: u64) -> Self {
        let slice = match seed % 4 {
            2 => 100,
            3 => 25,
            0 => 10,
            _ => 400,
        };
        Self { seed: Some(seed), slice }
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
    /// It is another process's turn: nothing runs before [`Scheduler::go_on`].
    TurnOver,
}

/// The scheduler of one process.
#[derive(Debug)]
pub struct Scheduler {
    threads: Vec<State>,
    pub(crate) ready: VecDeque<ThreadId>,
    timers: Vec<ThreadId>,
    current: ThreadId,
    config: Config,
    random: u64,
    pub(crate) virtual_ns: u64,
    /// Threads that wait for something from outside the process.
    outside: u32,
    /// While set, only this thread may run: it waits for a prompt answer from outside.
    exclusive: Option<ThreadId>,
    /// How the time of the run is shared with other processes.
    pub(crate) share: Share,
    switches: u64,
    /// Bytecodes that each thread has executed; in lockstep.
    spent: Vec<u64>,
    /// The running thread was put back though it could go on.
    is_forced: bool,
    /// Where hand-overs were not what the order of waiting would have made them.
    points: Vec<SwitchPoint>,
    /// The only such points that there shall be, by the thread that hands over.
    followed: Option<BTreeMap<ThreadId, VecDeque<SwitchPoint>>>,
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
            share: Share::Alone,
            switches: 0,
            spent: Vec::new(),
            is_forced: false,
            points: Vec::new(),
            followed: None,
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
        self.share = Share::Alone;
        self.spent.clear();
        self.points.clear();
        self.followed = None;
    }

    /// Draws from another seed from here on; the clock goes on.
    pub fn reseed(&mut self, config: Config) {
        self.config = config;
        self.random = config.seed.unwrap_or(0);
        self.followed = None;
    }

    /// In lockstep: the running thread hands over at these points and, where it waits or ends, to
    /// whoever has been ready for longest.
    pub fn follow(&mut self, points: &[SwitchPoint]) {
        let mut by_thread = BTreeMap::<ThreadId, VecDeque<SwitchPoint>>::new();
        for point in points {
            by_thread.entry(point.thread).or_default().push_back(*point);
        }
        self.followed = Some(by_thread);
    }

    /// Returns the switch points so far, in order; too many are left out at the end.
    pub fn points(&self) -> &[SwitchPoint] {
        &self.points
    }

    /// Says whether the thread runs.
    pub fn is_running(&self, id: ThreadId) -> bool {
        self.threads.get(id as usize) == Some(&State::Running)
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
            let index = self.current as usize;
            if self.spent.len() <= index {
                self.spent.resize(index + 1, 0);
            }
            self.spent[index] += u64::from(bytecodes);
            self.share.use_up(bytecodes);
        }
    }

    /// Draws the length of the next slice, in bytecodes.
    pub fn next_slice(&mut self) -> u32 {
        if self.followed.is_some() {
            let spent = self.spent_by(self.current);
            let distance = self.next_point().map_or(u64::MAX, |point| point.after - spent);
            return u32::try_from(distance).unwrap_or(u32::MAX).clamp(1, PATIENCE);
        }
        let slice = self.config.slice.max(2);
        if self.is_virtual() { slice / 2 + self.draw(slice) } else { slice }
    }

    /// Says whether the running thread, whose slice of `slice` bytecodes is used up, hands over.
    pub fn is_forced_to_switch(&mut self, slice: u32) -> bool {
        if self.followed.is_none() {
            return true;
        }
        let spent = self.spent_by(self.current);
        let is_point = self.next_point().is_some_and(|point| point.after == spent);
        is_point || slice >= PATIENCE
    }

    fn spent_by(&self, id: ThreadId) -> u64 {
        self.spent.get(id as usize).copied().unwrap_or(0)
    }

    /// The next point of the running thread that is not passed yet.
    fn next_point(&mut self) -> Option<SwitchPoint> {
        let spent = self.spent_by(self.current);
        let points = self.followed.as_mut()?.get_mut(&self.current)?;
        while points.front().is_some_and(|point| point.after < spent) {
            points.pop_front();
        }
        points.front().copied()
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

    /// Puts the current thread at the end of the queue; `is_forced` if it could go on.
    pub fn requeue_current(&mut self, is_forced: bool) {
        self.is_forced = is_forced;
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

    /// Makes a blocked thread ready, and says whether it was one.
    pub fn unpark(&mut self, id: ThreadId) -> bool {
        let is_blocked = matches!(self.threads.get(id as usize), Some(State::Blocked { .. }));
        if is_blocked {
            self.make_ready(id);
        }
        is_blocked
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
        if self.share == Share::Over {
            return Next::Idle;
        }
        if let Some(id) = self.exclusive {
            let Some(position) = self.ready.iter().position(|ready| *ready == id) else {
                return Next::Idle;
            };
            self.ready.remove(position);
            return self.run(id);
        }
        self.wake(now);
        if self.outside == 0 && self.share.ends(self.ready.is_empty()) {
            self.share = Share::Over;
            return Next::TurnOver;
        }
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
        let chosen = self.choose();
        match self.ready.remove(chosen) {
            Some(id) => {
                self.note_point(id, chosen != 0);
                self.run(id)
            }
            None => Next::Idle,
        }
    }

    /// Chooses among the ready threads, by the schedule that is followed or by lot.
    fn choose(&mut self) -> usize {
        if !self.is_virtual() || self.ready.len() < 2 {
            return 0;
        }
        if self.followed.is_none() {
            return self.draw(u32::try_from(self.ready.len()).unwrap_or(u32::MAX)) as usize;
        }
        let spent = self.spent_by(self.current);
        let Some(point) = self.next_point().filter(|point| point.after == spent) else { return 0 };
        self.followed.as_mut().and_then(|all| all.get_mut(&self.current)?.pop_front());
        self.ready.iter().position(|id| *id == point.to).unwrap_or(0)
    }

    /// Notes a hand-over that the order of waiting does not explain.
    fn note_point(&mut self, to: ThreadId, is_chosen: bool) {
        let is_forced = std::mem::take(&mut self.is_forced) && to != self.current;
        if self.is_virtual() && (is_forced || is_chosen) && self.points.len() < MAX_POINTS {
            let after = self.spent_by(self.current);
            self.points.push(SwitchPoint { thread: self.current, after, to });
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
mod tests;
