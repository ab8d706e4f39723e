//! Owns the one scheduler of this process and carries out its decisions through a [`Host`].
//!
//! Only the thread that has the baton enters here, except for [`interrupt`], which may be called
//! at any time from anywhere. No borrow of the state lives across a switch.

use std::cell::UnsafeCell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use crate::clock::FOREVER;
use crate::scheduler::{Config, NS_PER_BYTECODE, Next, Scheduler, ThreadId};
#[cfg(target_arch = "wasm32")]
use crate::stacks::Stacks;
use crate::watch::{SwitchPoint, Watched, tell};

/// How often, in nanoseconds, a busy program lets the host's event loop have a turn.
const TURN_NS: u64 = 10_000_000;
/// What green threads need from where they run.
pub trait Host: Sync {
    /// Returns a monotonic clock in nanoseconds.
    fn monotonic_ns(&self) -> u64;
    /// Returns the nanoseconds since 1970-01-01 UTC.
    fn realtime_ns(&self) -> u64;
    /// A thread was spawned; its body is run by [`entry`] on a stack of its own.
    fn spawned(&self, id: ThreadId, stack_bytes: usize);
    /// Puts the stack of `from` aside and lets `to` run, or nobody until [`poll`] names someone.
    /// With `turn` the event loop runs first. Returns when `from` has the baton again.
    fn switch(&self, from: ThreadId, to: Option<ThreadId>, turn: bool);
    /// [`interrupt`] was called: an idle host should [`poll`].
    fn wake(&self);
    /// All threads wait for each other. Called each time that is noticed.
    fn deadlocked(&self);
    /// The budget of bytecodes is spent; does not return.
    fn budget_spent(&self);
    /// In lockstep with other processes: the turn is over, at this time of the clock. It can go on
    /// by itself at `until_ns`, or only when something happens outside. See [`go_on`].
    fn turn_over(&self, at_ns: u64, until_ns: Option<u64>) {
        let _ = (at_ns, until_ns);
    }
}

/// Runs the closure, which switches stacks, with what the embedder keeps per thread put aside.
pub type SwitchHook = fn(&mut dyn FnMut());

type Entry = Box<dyn FnOnce() + Send>;

static COUNTDOWN: AtomicI32 = AtomicI32::new(i32::MAX);
static INTERRUPT: AtomicBool = AtomicBool::new(false);
/// The main thread is to be woken once for the interrupt.
static WAKE_MAIN: AtomicBool = AtomicBool::new(false);
static SWITCH_HOOK: OnceLock<SwitchHook> = OnceLock::new();
static PROCESS: Baton = Baton(UnsafeCell::new(None));

struct Baton(UnsafeCell<Option<Process>>);

// SAFETY: only the thread that has the baton reads or writes the cell (see `with`), and handing
// the baton over synchronizes.
unsafe impl Sync for Baton {}

struct Process {
    scheduler: Scheduler,
    host: &'static dyn Host,
    entries: Vec<Option<Entry>>,
    #[cfg(target_arch = "wasm32")]
    stacks: Stacks,
    slice: u32,
    /// How long the slice was when it began.
    drawn: u32,
    spent: u64,
    budget: Option<u64>,
    can_switch: bool,
    /// How long nobody had the baton, and since when nobody has it.
    idle_ns: u64,
    idle_since_ns: Option<u64>,
    last_turn_ns: u64,
    last_check_ns: u64,
    slices: u32,
    slices_per_check: u32,
}

/// What the caller of a scheduling decision must do.
enum Step {
    Stay,
    Switch { host: &'static dyn Host, from: ThreadId, to: Option<ThreadId>, turn: bool },
    Deadlock { host: &'static dyn Host, from: ThreadId },
    TurnOver { host: &'static dyn Host, from: ThreadId, at: u64, until: Option<u64> },
    Spent { host: &'static dyn Host },
}

fn with<R>(f: impl FnOnce(&mut Process) -> R) -> Option<R> {
    // SAFETY: the caller has the baton, and `f` neither switches nor enters `with` again.
    unsafe { (*PROCESS.0.get()).as_mut() }.map(f)
}

/// Starts the scheduler with the calling thread as thread 0. Called once for each process.
pub fn install(host: &'static dyn Host) {
    let process = Process {
        scheduler: Scheduler::default(),
        host,
        entries: vec![None],
        #[cfg(target_arch = "wasm32")]
        stacks: Stacks::default(),
        slice: 0,
        drawn: 0,
        spent: 0,
        budget: None,
        can_switch: false,
        idle_ns: 0,
        idle_since_ns: None,
        last_turn_ns: 0,
        last_check_ns: 0,
        slices: 0,
        slices_per_check: 1,
    };
    // SAFETY: no other thread exists yet.
    unsafe { *PROCESS.0.get() = Some(process) };
    with(Process::new_slice);
}

/// Sets what wraps every switch of stacks. The first call counts.
pub fn set_switch_hook(hook: SwitchHook) {
    let _ = SWITCH_HOOK.set(hook);
}

/// Sets mode and seed; before the program starts.
pub fn configure(config: Config) {
    with(|process| {
        process.scheduler.configure(config);
        process.spent = 0;
        process.new_slice();
    });
}

/// Draws the schedule from another seed from here on; the clock goes on.
pub fn reseed(config: Config) {
    with(|process| {
        process.settle();
        process.scheduler.reseed(config);
        process.new_slice();
    });
}

/// In lockstep: has the threads switch at these points alone (and where one waits or ends).
pub fn follow(points: &[SwitchPoint]) {
    with(|process| {
        process.settle();
        process.scheduler.follow(points);
        process.new_slice();
    });
}

/// Returns the switch points of the lockstep schedule from the `from`th on.
pub fn switch_points(from: usize) -> Vec<SwitchPoint> {
    with(|process| process.scheduler.points().get(from..).unwrap_or_default().to_vec())
        .unwrap_or_default()
}

/// In lockstep: lets the process go on at `at_ns` of the clock of its run, for a turn of so many
/// bytecodes, or without end where no other process shares the clock.
pub fn go_on(at_ns: u64, turn: Option<u32>) {
    with(|process| {
        process.settle();
        process.scheduler.go_on(at_ns, turn);
    });
}

/// Limits the bytecodes of the process, counted from now; `None` is no limit.
pub fn set_budget(bytecodes: Option<u64>) {
    with(|process| {
        process.settle();
        process.budget = bytecodes.map(|limit| process.spent + limit);
    });
}

/// Says whether threads may be switched from here on (on wasm: inside a promising call).
pub fn set_can_switch(can_switch: bool) {
    with(|process| {
        process.can_switch = can_switch;
        process.last_turn_ns = process.host.monotonic_ns();
        process.last_check_ns = process.last_turn_ns;
    });
}

/// Says whether a call can block.
pub fn can_switch() -> bool {
    with(|process| process.can_switch).unwrap_or(false)
}

/// Counts one bytecode; true at the end of a slice.
#[inline(always)]
pub fn tick() -> bool {
    let left = COUNTDOWN.load(Ordering::Relaxed).wrapping_sub(1);
    COUNTDOWN.store(left, Ordering::Relaxed);
    left < 0
}

/// The slow path of the bytecode loop: ends the slice if it is used up.
pub fn slice_end_if_due() {
    if COUNTDOWN.load(Ordering::Relaxed) < 0 {
        give_way(with(Process::end_slice));
    }
}

/// Makes the main thread notice a signal at its next bytecode, or ends its wait.
pub fn interrupt() {
    INTERRUPT.store(true, Ordering::SeqCst);
    WAKE_MAIN.store(true, Ordering::SeqCst);
    COUNTDOWN.store(0, Ordering::SeqCst);
    // SAFETY: the host never changes after `install`, and `wake` may be called from anywhere.
    if let Some(process) = unsafe { (*PROCESS.0.get()).as_ref() } {
        process.host.wake();
    }
}

/// Says whether the running thread is the main thread and a signal is pending.
pub fn interrupt_pending() -> bool {
    INTERRUPT.load(Ordering::Relaxed) && current_id() == 0
}

/// Says the same as [`interrupt_pending`], and clears it.
pub fn take_interrupt() -> bool {
    interrupt_pending() && INTERRUPT.swap(false, Ordering::SeqCst)
}

/// Returns the number of the running thread.
pub fn current_id() -> ThreadId {
    with(|process| process.scheduler.current()).unwrap_or(0)
}

/// Waits until unparked, or until `deadline_ns` of the monotonic clock; may return early.
pub fn block_until(deadline_ns: Option<u64>) {
    let me = current_id();
    tell(me, Watched::Blocked { deadline: deadline_ns });
    let waits = with(|process| {
        let now = process.now_ns();
        let far = now.saturating_add(u64::try_from(FOREVER.as_nanos() / 2).unwrap_or(u64::MAX));
        let deadline = deadline_ns.filter(|deadline| *deadline < far);
        if !process.can_switch {
            return Err(deadline);
        }
        process.settle();
        process.scheduler.block_current(deadline);
        Ok(process.hand_over(false))
    });
    match waits {
        Some(Ok(step)) => {
            carry_out(Some(step));
            tell(me, Watched::Running);
        }
        // Nothing else can run: a timed wait passes by looking at the clock.
        Some(Err(Some(deadline))) => while now_ns() < deadline {},
        Some(Err(None)) | None => panic!("this program waits for something that cannot happen"),
    }
}

/// Waits for an answer from outside; whoever brings it calls [`unpark_id`]. With `exclusive` no
/// other thread runs meanwhile. May return early; the caller looks for the answer.
pub fn wait_external(exclusive: bool) {
    let me = current_id();
    if !exclusive {
        tell(me, Watched::Blocked { deadline: None });
    }
    let step = with(|process| {
        assert!(process.can_switch, "a blocking call outside a promising call");
        process.settle();
        process.scheduler.block_current_outside(exclusive);
        process.hand_over(false)
    });
    carry_out(step);
    with(|process| process.scheduler.end_outside());
    if !exclusive {
        tell(me, Watched::Running);
    }
}

/// Makes a blocked thread ready.
pub fn unpark_id(id: ThreadId) {
    let woken = with(|process| {
        let scheduler = &mut process.scheduler;
        let current = scheduler.current();
        let by = scheduler.is_running(current).then_some(current);
        scheduler.unpark(id).then_some(Watched::Ready { by })
    });
    if let Some(what) = woken.flatten() {
        tell(id, what);
    }
}

/// Parks the running thread until [`unpark_id`]; see [`block_until`].
pub fn park_thread() {
    block_until(None);
}

/// Lets other threads run.
pub fn yield_now() {
    let step = with(|process| {
        process.settle();
        let now = process.now_ns();
        if process.can_switch && process.scheduler.has_ready(now) {
            process.scheduler.requeue_current(false);
            process.hand_over(false)
        } else {
            process.new_slice();
            Step::Stay
        }
    });
    give_way(step);
}

/// Carries out a step of a thread that could go on.
fn give_way(step: Option<Step>) {
    let from = match step {
        Some(Step::Switch { from, to, .. }) if to != Some(from) => Some(from),
        Some(Step::TurnOver { from, .. }) => Some(from),
        _ => None,
    };
    if let Some(from) = from {
        tell(from, Watched::Ready { by: None });
    }
    carry_out(step);
    if let Some(from) = from {
        tell(from, Watched::Running);
    }
}

pub(crate) fn spawn(entry: Entry, stack_bytes: usize) -> Option<ThreadId> {
    let (id, host) = with(|process| {
        if !process.can_switch {
            return None;
        }
        #[cfg(target_arch = "wasm32")]
        let stack = process.stacks.take(stack_bytes)?;
        let id = process.scheduler.spawn();
        let index = id as usize;
        if process.entries.len() <= index {
            process.entries.resize_with(index + 1, || None);
        }
        process.entries[index] = Some(entry);
        #[cfg(target_arch = "wasm32")]
        process.stacks.assign(index, stack);
        Some((id, process.host))
    })??;
    tell(id, Watched::Started { by: current_id() });
    host.spawned(id, stack_bytes);
    Some(id)
}

/// Runs the body of thread `id`; the host calls it on the thread's own stack. When it returns,
/// the host calls [`finished`].
pub fn entry(id: ThreadId) {
    let body = with(|process| process.entries[id as usize].take()).flatten();
    if let Some(body) = body {
        tell(id, Watched::Running);
        body();
    }
}

/// Ends the running thread and names the next one, as [`poll`] does.
pub fn finished() -> Option<ThreadId> {
    tell(current_id(), Watched::Ended);
    with(|process| {
        process.settle();
        #[cfg(target_arch = "wasm32")]
        process.stacks.give_back(process.scheduler.current() as usize);
        process.scheduler.finish_current();
    });
    poll()
}

/// Gives the baton to the next thread that can run. The host calls it while nobody has the baton:
/// after a timer, an answer from outside, or [`interrupt`].
pub fn poll() -> Option<ThreadId> {
    let (next, host, at, until) = with(|process| {
        let next = process.next();
        if let Next::Run(_) = next {
            process.new_slice();
            let now = process.host.monotonic_ns();
            let since = process.idle_since_ns.take();
            process.idle_ns += since.map_or(0, |since| now.saturating_sub(since));
        }
        let until = process.scheduler.goes_on_at();
        (next, process.host, process.scheduler.virtual_ns(), until)
    })?;
    match next {
        Next::Run(id) => return Some(id),
        Next::Idle => {}
        Next::Deadlock => host.deadlocked(),
        Next::TurnOver => host.turn_over(at, until),
    }
    None
}

/// Returns when the earliest sleeper wakes, on the live clock; `None` if nobody sleeps.
pub fn next_deadline_ns() -> Option<u64> {
    with(|process| process.scheduler.next_deadline()).flatten()
}

/// Returns the number of switches so far.
pub fn switches() -> u64 {
    with(|process| process.scheduler.switches()).unwrap_or(0)
}

/// Returns the number of bytecodes executed so far.
pub fn spent() -> u64 {
    with(|process| {
        process.settle();
        process.spent
    })
    .unwrap_or(0)
}

/// Returns how long the process has computed, in nanoseconds: its processor time.
pub fn busy_ns() -> u64 {
    with(|process| {
        if process.scheduler.is_virtual() {
            (process.spent + u64::from(process.used())) * NS_PER_BYTECODE
        } else {
            process.host.monotonic_ns().saturating_sub(process.idle_ns)
        }
    })
    .unwrap_or(0)
}

/// Returns the lowest and the highest address of the running thread's stack, where it is ours.
pub fn stack_bounds() -> Option<(usize, usize)> {
    #[cfg(target_arch = "wasm32")]
    return with(|process| process.stacks.bounds(process.scheduler.current() as usize)).flatten();
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// Returns the address at which the stack of thread `id` begins (it grows down).
pub fn stack_top(id: ThreadId) -> usize {
    #[cfg(target_arch = "wasm32")]
    return with(|process| process.stacks.bounds(id as usize)).flatten().map_or(0, |(_, top)| top);
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = id;
        0
    }
}

pub(crate) fn now_ns() -> u64 {
    with(|process| process.now_ns()).unwrap_or(0)
}

pub(crate) fn unix_ns() -> u64 {
    with(|process| {
        if process.scheduler.is_virtual() {
            VIRTUAL_EPOCH_NS + process.now_ns()
        } else {
            process.host.realtime_ns()
        }
    })
    .unwrap_or(0)
}

/// Where the wall clock of lockstep mode starts: 2026-01-01 00:00:00 UTC.
const VIRTUAL_EPOCH_NS: u64 = 1_767_225_600 * 1_000_000_000;

fn carry_out(step: Option<Step>) {
    let (host, from, to, turn) = match step {
        None | Some(Step::Stay) => return,
        Some(Step::Spent { host }) => return host.budget_spent(),
        Some(Step::Switch { host, from, to, turn }) => (host, from, to, turn),
        Some(Step::Deadlock { host, from }) => {
            host.deadlocked();
            (host, from, None, false)
        }
        Some(Step::TurnOver { host, from, at, until }) => {
            host.turn_over(at, until);
            (host, from, None, false)
        }
    };
    if to.is_none() {
        with(|process| process.idle_since_ns = Some(process.host.monotonic_ns()));
    }
    let mut switch = || host.switch(from, to, turn);
    match SWITCH_HOOK.get() {
        Some(hook) => hook(&mut switch),
        None => switch(),
    }
}

impl Process {
    fn now_ns(&self) -> u64 {
        if !self.scheduler.is_virtual() {
            return self.host.monotonic_ns();
        }
        self.scheduler.virtual_ns() + u64::from(self.used()) * NS_PER_BYTECODE
    }

    /// Bytecodes of the slice that are already executed.
    fn used(&self) -> u32 {
        let left = COUNTDOWN.load(Ordering::Relaxed).saturating_add(1);
        self.slice.saturating_sub(u32::try_from(left).unwrap_or(0))
    }

    /// Books what the running slice has used so far.
    fn settle(&mut self) {
        let used = self.used();
        self.spent += u64::from(used);
        self.scheduler.advance(used);
        self.slice -= used.min(self.slice);
    }

    fn new_slice(&mut self) {
        self.draw_slice();
        if INTERRUPT.load(Ordering::SeqCst) && self.scheduler.current() == 0 {
            COUNTDOWN.store(0, Ordering::Relaxed);
        }
    }

    /// The tick that makes the countdown negative is the slice's last one.
    fn draw_slice(&mut self) {
        self.slice = self.scheduler.next_slice();
        self.drawn = self.slice;
        COUNTDOWN.store(i32::try_from(self.slice).unwrap_or(i32::MAX) - 1, Ordering::Relaxed);
    }

    fn end_slice(&mut self) -> Step {
        self.settle();
        if self.budget.is_some_and(|budget| self.spent > budget) {
            return Step::Spent { host: self.host };
        }
        if !self.can_switch {
            self.draw_slice();
            return Step::Stay;
        }
        let turn = self.turn_is_due();
        self.wake_main();
        let now = self.now_ns();
        let others = self.scheduler.has_ready(now);
        let is_forced = others && self.scheduler.is_forced_to_switch(self.drawn);
        if is_forced || self.scheduler.is_turn_used() {
            self.scheduler.requeue_current(true);
            return self.hand_over(turn);
        }
        // Alone: at most the event loop runs, which touches neither queue nor random numbers.
        self.draw_slice();
        let me = self.scheduler.current();
        if turn {
            Step::Switch { host: self.host, from: me, to: Some(me), turn }
        } else {
            Step::Stay
        }
    }

    /// The running thread is queued or blocked: decides who is next.
    fn hand_over(&mut self, turn: bool) -> Step {
        let from = self.scheduler.current();
        let host = self.host;
        match self.next() {
            Next::Run(to) => {
                self.new_slice();
                if to == from && !turn {
                    Step::Stay
                } else {
                    Step::Switch { host, from, to: Some(to), turn }
                }
            }
            Next::Idle => Step::Switch { host, from, to: None, turn: false },
            Next::Deadlock => Step::Deadlock { host, from },
            Next::TurnOver => {
                let (at, until) = (self.scheduler.virtual_ns(), self.scheduler.goes_on_at());
                Step::TurnOver { host, from, at, until }
            }
        }
    }

    fn next(&mut self) -> Next {
        self.wake_main();
        let now = if self.scheduler.is_virtual() { 0 } else { self.host.monotonic_ns() };
        self.scheduler.next(now)
    }

    fn wake_main(&mut self) {
        if WAKE_MAIN.swap(false, Ordering::SeqCst) {
            self.scheduler.unpark(0);
        }
    }

    /// Looks at the clock about once a millisecond, whatever the length of slices.
    fn turn_is_due(&mut self) -> bool {
        self.slices += 1;
        if self.slices < self.slices_per_check {
            return false;
        }
        self.slices = 0;
        let now = self.host.monotonic_ns();
        let since_check = now - self.last_check_ns;
        self.last_check_ns = now;
        if since_check < 500_000 {
            self.slices_per_check = (self.slices_per_check * 2).min(4096);
        } else if since_check > 2_000_000 {
            self.slices_per_check = (self.slices_per_check / 2).max(1);
        }
        let due = now - self.last_turn_ns >= TURN_NS;
        if due {
            self.last_turn_ns = now;
        }
        due
    }
}
