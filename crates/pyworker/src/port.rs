//! Owns the worker's side of system calls: requests and replies, batched output.
//!
//! A call is one message to the page and one reply; the calling green thread waits meanwhile.
//! Without JSPI there is no waiting: the calls go to a file tree of the worker's own.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

use vivarium_protocol::{
    Clock, Console, Errno, ExitStatus, Fd, FileChange, FromWorker, Lease, Metadata, Mode, Program,
    Reply, RequestId, Seed, Signal, Syscall, Timespec,
};
use vivarium_pyhost::local::{LocalSyscalls, Outside};
use vivarium_pyhost::syscalls::{Randomness, Syscalls};
use vivarium_pyhost::{clock, signals, trace};
use vivarium_vfs::{Decision, Holder, Random, Stream};

use crate::once::Once;
use crate::{browser, jspi, outbox, post, post_output, timer};

/// Output is sent when this many bytes have gathered.
const BATCH_BYTES: usize = 64 << 10;
/// Output is sent when the last batch is this old, in nanoseconds.
const BATCH_NS: u64 = 16_000_000;
/// How long a turn is in lockstep with other processes, on average.
const TURN_BYTECODES: u32 = 20_000;
/// How many processors a program in lockstep sees, whatever the machine has.
const LOCKSTEP_PROCESSORS: u32 = 2;
/// With this many bytes of output on their way to the page, the program waits.
const MAX_UNTAKEN_BYTES: usize = 1 << 20;

pub(crate) static PORT: Once<Port> = Once::new();

/// What is known of a call on its way.
enum Pending {
    Waiting(green::ThreadId),
    Answered(Result<Reply, Errno>),
}

pub(crate) struct Port {
    can_block: bool,
    program: OnceCell<Program>,
    randomness: OnceCell<RefCell<Randomness>>,
    local: OnceCell<LocalSyscalls>,
    pending: RefCell<BTreeMap<RequestId, Pending>>,
    /// What the process may decide without asking; nothing in lockstep.
    leases: RefCell<Holder>,
    next_id: Cell<u32>,
    /// Threads whose calls wait in lockstep.
    waiters: RefCell<Vec<green::ThreadId>>,
    /// In lockstep: the clock is this process's alone.
    is_alone: Cell<bool>,
    /// Draws the length of turns.
    turns: OnceCell<RefCell<Random>>,
    /// How many signals have come.
    signals: Cell<u32>,
    packs: RefCell<BTreeMap<String, Vec<u8>>>,
    output: RefCell<Output>,
    standard: RefCell<[StandardStream; 3]>,
}

/// What is known of descriptor 0, 1 or 2 without asking.
#[derive(Clone, Default)]
struct StandardStream {
    /// It is no console: the program has closed it or put something else in its place, or has
    /// been started like that.
    is_replaced: bool,
    metadata: Option<Metadata>,
}

// SAFETY: wasm without shared memory has one OS thread, and no borrow is held across a switch.
unsafe impl Sync for Port {}
// SAFETY: as above.
unsafe impl Send for Port {}

/// Bytes that are not sent yet, and who waits for room.
#[derive(Default)]
struct Output {
    fd: Option<Fd>,
    bytes: Vec<u8>,
    sent_at_ns: u64,
    untaken: usize,
    waiting: Vec<green::ThreadId>,
}

impl Port {
    pub(crate) fn new(can_block: bool) -> Self {
        Self {
            can_block,
            program: OnceCell::new(),
            randomness: OnceCell::new(),
            local: OnceCell::new(),
            pending: RefCell::default(),
            leases: RefCell::default(),
            next_id: Cell::new(1),
            waiters: RefCell::default(),
            is_alone: Cell::new(true),
            turns: OnceCell::new(),
            signals: Cell::new(0),
            packs: RefCell::default(),
            output: RefCell::default(),
            standard: RefCell::default(),
        }
    }

    /// Keeps a pack for a process that cannot wait for one.
    pub(crate) fn add_pack(&self, name: String, bytes: Vec<u8>) {
        self.packs.borrow_mut().insert(name, bytes);
    }

    pub(crate) fn can_block(&self) -> bool {
        self.can_block
    }

    pub(crate) fn start(&self, program: Program) {
        if let Mode::Lockstep { seed, budget } = program.mode {
            green::configure(green::Config::lockstep(u64::from(seed.0)));
            green::set_budget(budget.map(u64::from));
            if let Some(points) = &program.schedule {
                let followed = points.iter().map(|point| green::SwitchPoint {
                    thread: point.thread,
                    after: u64::from(point.after),
                    to: point.to,
                });
                green::follow(&followed.collect::<Vec<_>>());
            }
        }
        let randomness = || match program.mode {
            Mode::Live => Randomness::system(browser::random_bytes),
            Mode::Lockstep { seed, .. } => Randomness::seeded(own_seed(seed, program.clock)),
        };
        if !self.can_block {
            let local = LocalSyscalls::new(&program, randomness(), Box::new(WithoutKernel));
            let _ = self.local.set(local);
        }
        let _ = self.randomness.set(RefCell::new(randomness()));
        if let (Mode::Lockstep { seed, .. }, Some(clock)) = (program.mode, program.clock) {
            self.begin_shared(seed, clock);
        }
        for (stream, console) in self.standard.borrow_mut().iter_mut().zip(program.console) {
            stream.is_replaced = console == Console::Other;
        }
        let _ = self.program.set(program);
    }

    /// Begins a process in lockstep that another one has started.
    fn begin_shared(&self, seed: Seed, clock: Timespec) {
        let _ = self.turns.set(RefCell::new(turns_of(seed)));
        self.go_on(clock, false);
    }

    /// In lockstep: it is this process's turn.
    pub(crate) fn go_on(&self, at: Timespec, is_alone: bool) {
        self.is_alone.set(is_alone);
        let turn = (!is_alone).then(|| self.draw_turn());
        green::go_on(clock_ns(at), turn);
        // What they wait for may have happened in another process.
        self.waiters.take().into_iter().for_each(green::unpark_id);
    }

    /// The clock is shared from here on: another process has been started.
    fn share_clock(&self) {
        if self.is_alone.replace(false) {
            green::go_on(green::now_ns(), Some(self.draw_turn()));
        }
    }

    fn draw_turn(&self) -> u32 {
        let seed = match self.program.get().map(|program| program.mode) {
            Some(Mode::Lockstep { seed, .. }) => seed,
            Some(Mode::Live) | None => Seed(0),
        };
        let turns = self.turns.get_or_init(|| RefCell::new(turns_of(seed)));
        let drawn = turns.borrow_mut().below(TURN_BYTECODES as usize);
        TURN_BYTECODES / 2 + u32::try_from(drawn).unwrap_or(0)
    }

    /// In lockstep: the turn is over until the page says [`ToWorker::GoOn`].
    pub(crate) fn turn_over(&self, at_ns: u64, until_ns: Option<u64>) {
        self.flush();
        let (at, until) = (timespec(at_ns), until_ns.map(timespec));
        post(&FromWorker::Yield { at, until });
    }

    /// Says whether the process's clock is virtual; false as long as it has no program.
    pub(crate) fn is_lockstep(&self) -> bool {
        self.program.get().is_some_and(|program| matches!(program.mode, Mode::Lockstep { .. }))
    }

    /// Live: all threads wait, and have for some time. Only calls on their way can end that.
    pub(crate) fn idle(&self) {
        if self.program.get().is_some() && !self.is_lockstep() {
            post(&FromWorker::Yield { at: clock::now(), until: None });
        }
    }

    /// Ends the process as SIGKILL would, from inside.
    pub(crate) fn die(&self) -> ! {
        self.last_words(ExitStatus::Signaled(Signal::KILL), Vec::new())
    }

    /// Says that the process is over, after everything it still had to say.
    fn last_words(&self, status: ExitStatus, files: Vec<FileChange>) -> ! {
        self.flush();
        self.flush_trace(true);
        post(&FromWorker::Exited { status, files });
        jspi::abort()
    }

    /// Counts a signal that has come.
    pub(crate) fn count_signal(&self) {
        self.signals.set(self.signals.get() + 1);
    }

    /// Returns what the interpreter asks for everything it wants of the world.
    pub(crate) fn syscalls(&'static self) -> &'static dyn Syscalls {
        self
    }

    /// Returns what a process without a kernel has changed.
    pub(crate) fn changes(&self) -> Vec<FileChange> {
        self.local.get().map(LocalSyscalls::changes).unwrap_or_default()
    }

    pub(crate) fn answered(&self, id: RequestId, result: Result<Reply, Errno>) {
        let before = self.pending.borrow_mut().insert(id, Pending::Answered(result));
        if let Some(Pending::Waiting(thread)) = before {
            if self.is_lockstep() {
                trace::silently(|| green::unpark_id(thread));
            } else {
                green::unpark_id(thread);
            }
        }
    }

    /// The kernel takes a lease back.
    pub(crate) fn recalled(&self, lease: Lease) {
        let told = self.leases.borrow_mut().recalled(lease);
        if let Some(call) = told {
            self.post_request(RequestId::UNHEARD, call, true);
        }
    }

    /// The page has taken `bytes` of output.
    pub(crate) fn taken(&self, bytes: u32) {
        let waiting = {
            let mut output = self.output.borrow_mut();
            output.untaken = output.untaken.saturating_sub(bytes as usize);
            std::mem::take(&mut output.waiting)
        };
        trace::silently(|| waiting.into_iter().for_each(green::unpark_id));
    }

    /// Sends what is recorded of the threads if it is time to; with `all`, in any case.
    pub(crate) fn flush_trace(&self, all: bool) {
        if let Some(trace::Batch { events, dropped, points }) = trace::take(all) {
            post(&FromWorker::Trace { events, dropped, points });
        }
    }

    /// Sends what has gathered.
    pub(crate) fn flush(&self) {
        self.flush_output();
        outbox::send();
    }

    fn flush_output(&self) {
        self.flush_trace(false);
        // A crash may come while the output is being added to.
        let Ok(mut output) = self.output.try_borrow_mut() else { return };
        if let Some(fd) = output.fd.take() {
            let bytes = std::mem::take(&mut output.bytes);
            output.untaken += bytes.len();
            output.sent_at_ns = green::now_ns();
            drop(output);
            post_output(fd, bytes);
        }
    }

    fn gather(&self, fd: Fd, data: &[u8]) {
        if self.output.borrow().fd.is_some_and(|gathered| gathered != fd) {
            self.flush();
        }
        let mut output = self.output.borrow_mut();
        output.fd = Some(fd);
        output.bytes.extend_from_slice(data);
        let due = output.bytes.len() >= BATCH_BYTES
            || green::now_ns().saturating_sub(output.sent_at_ns) >= BATCH_NS;
        drop(output);
        if due {
            self.flush();
        }
    }

    /// Writes to the console; waits while too much is on its way.
    fn write_console(&self, fd: Fd, data: &[u8]) -> Reply {
        self.gather(fd, data);
        while self.can_block && self.output.borrow().untaken > MAX_UNTAKEN_BYTES {
            self.output.borrow_mut().waiting.push(green::current_id());
            green::wait_external(true);
            if green::interrupt_pending() {
                break;
            }
        }
        Reply::Count(u32::try_from(data.len()).unwrap_or(u32::MAX))
    }

    /// Says whether `fd` is still the standard stream that the process was started with.
    fn is_standard(&self, fd: Fd) -> bool {
        let standard = self.standard.borrow();
        standard.get(fd.0 as usize).is_some_and(|stream| !stream.is_replaced)
    }

    fn is_console(&self, fd: Fd) -> bool {
        fd != Fd::STDIN && self.is_standard(fd)
    }

    fn replace(&self, fd: Fd) {
        if let Some(stream) = self.standard.borrow_mut().get_mut(fd.0 as usize) {
            stream.is_replaced = true;
        }
    }

    /// Answers what every start-up asks of the standard streams, so that it costs no messages.
    fn known(&self, call: &Syscall) -> Option<Result<Reply, Errno>> {
        let (Syscall::Seek { fd, .. } | Syscall::WindowSize { fd } | Syscall::Fstat { fd }) = call
        else {
            return None;
        };
        if !self.is_standard(*fd) {
            return None;
        }
        let index = fd.0 as usize;
        match call {
            Syscall::Seek { .. } => Some(Err(Errno::ESPIPE)),
            Syscall::WindowSize { .. } => {
                let is_terminal = self.program().console[index] == Console::Terminal;
                (!is_terminal).then_some(Err(Errno::ENOTTY))
            }
            _ => {
                let metadata = self.standard.borrow()[index].metadata.clone();
                metadata.map(|metadata| Ok(Reply::Metadata(metadata)))
            }
        }
    }

    fn learn(&self, fd: Fd, metadata: &Metadata) {
        if self.is_standard(fd) {
            self.standard.borrow_mut()[fd.0 as usize].metadata = Some(metadata.clone());
        }
    }

    /// Makes a call and waits, if it has to, on the virtual clock: only this process's own calls
    /// can end the wait, so each of them lets those who wait ask again.
    fn ask_in_lockstep(&self, mut call: Syscall) -> Result<Reply, Errno> {
        if let Syscall::SetTimer { first_ms, then_ms } = call {
            return timer::set(first_ms, then_ms);
        }
        let deadline = match &call {
            Syscall::Poll { timeout_ms: Some(ms), .. }
            | Syscall::SemWait { timeout_ms: Some(ms), .. } => {
                Some(green::now_ns().saturating_add(u64::from(*ms) * 1_000_000))
            }
            _ => None,
        };
        let is_spawn = matches!(call, Syscall::Spawn { .. });
        let mut written = 0;
        loop {
            let result = self.request(call.clone());
            // A call that only waits changes nothing for the others.
            if result != Ok(Reply::Blocked(0)) {
                self.waiters.take().into_iter().for_each(green::unpark_id);
            }
            match result {
                Ok(Reply::Blocked(count)) => {
                    written += count;
                    if let Syscall::Write { data, .. } | Syscall::Send { data, .. } = &mut call {
                        data.0.drain(..count as usize);
                    }
                }
                Ok(Reply::Count(count)) => return Ok(Reply::Count(written + count)),
                Ok(Reply::Pid(child)) if is_spawn => {
                    self.share_clock();
                    return Ok(Reply::Pid(child));
                }
                Err(_) if written > 0 => return Ok(Reply::Count(written)),
                result => return result,
            }
            if deadline.is_some_and(|deadline| green::now_ns() >= deadline) {
                return match call {
                    Syscall::SemWait { .. } => Err(Errno::ETIMEDOUT),
                    _ => Ok(Reply::Ready(Vec::new())),
                };
            }
            if signals::is_pending() && green::current_id() == 0 {
                return if written > 0 { Ok(Reply::Count(written)) } else { Err(Errno::EINTR) };
            }
            let me = green::current_id();
            self.waiters.borrow_mut().push(me);
            green::block_until(deadline);
            self.waiters.borrow_mut().retain(|thread| *thread != me);
        }
    }

    /// Posts a request, or lets it wait for the next message unless it `is_urgent`.
    fn post_request(&self, id: RequestId, call: Syscall, is_urgent: bool) {
        let (at, signals) = (clock::now(), self.signals.get());
        outbox::add(&FromWorker::Request { id, at, signals, call });
        if is_urgent {
            outbox::send();
        }
    }

    /// Answers a call by what is leased to the process, or asks.
    fn decide(&self, call: Syscall) -> Result<Reply, Errno> {
        let decision = self.leases.borrow_mut().decide(call);
        match decision {
            Decision::Here { reply, tell, is_urgent } => {
                if is_urgent {
                    self.flush_output();
                }
                self.post_request(RequestId::UNHEARD, tell, is_urgent);
                Ok(reply)
            }
            Decision::Ask(call, thing) => {
                self.flush_output();
                let result = self.request(call);
                self.leases.borrow_mut().answered(thing, result)
            }
        }
    }

    /// Posts one request and waits for its reply.
    fn request(&self, call: Syscall) -> Result<Reply, Errno> {
        // In lockstep nothing else may happen while the answer, a prompt one, is on its way.
        let lockstep = self.is_lockstep();
        let id = RequestId(self.next_id.replace(self.next_id.get().wrapping_add(1)));
        self.pending.borrow_mut().insert(id, Pending::Waiting(green::current_id()));
        self.post_request(id, call, true);
        loop {
            green::wait_external(lockstep);
            let mut pending = self.pending.borrow_mut();
            if matches!(pending.get(&id), Some(Pending::Answered(_)))
                && let Some(Pending::Answered(result)) = pending.remove(&id)
            {
                return result;
            }
        }
    }
}

impl Syscalls for Port {
    fn tell(&self, call: Syscall) {
        if self.local.get().is_some() || self.is_lockstep() {
            let _ = self.call(call);
        } else {
            let is_urgent = self.leases.borrow_mut().told(&call);
            if is_urgent {
                self.flush_output();
            }
            self.post_request(RequestId::UNHEARD, call, is_urgent);
        }
    }

    fn call(&self, call: Syscall) -> Result<Reply, Errno> {
        if let Syscall::Write { fd, data } = &call
            && self.is_console(*fd)
        {
            return Ok(self.write_console(*fd, &data.0));
        }
        if let Some(answer) = self.known(&call) {
            return answer;
        }
        let replaced = match &call {
            Syscall::Close { fd } | Syscall::Dup2 { to: fd, .. } => Some(*fd),
            _ => None,
        };
        let looked_at = if let Syscall::Fstat { fd } = call { Some(fd) } else { None };
        let result = match self.local.get() {
            None if !self.is_lockstep() => self.decide(call),
            local => {
                self.flush();
                match local {
                    Some(local) => local.call(call),
                    None => self.ask_in_lockstep(call),
                }
            }
        };
        if let (Some(fd), Ok(Reply::Metadata(metadata))) = (looked_at, &result) {
            self.learn(fd, metadata);
        }
        if let (Some(fd), Ok(_)) = (replaced, &result) {
            self.replace(fd);
        }
        result
    }

    fn clock(&self, clock: Clock) -> Duration {
        match clock {
            Clock::Realtime => green::unix_now(),
            Clock::Monotonic => Duration::from_nanos(green::now_ns()),
            Clock::Process => Duration::from_nanos(green::busy_ns()),
        }
    }

    fn random(&self, out: &mut [u8]) {
        if let Some(randomness) = self.randomness.get() {
            randomness.borrow_mut().fill(out);
        }
    }

    fn program(&self) -> &Program {
        self.program.get().expect("the program comes with the start message")
    }

    fn cpu_count(&self) -> u32 {
        if self.is_lockstep() { LOCKSTEP_PROCESSORS } else { browser::processors() }
    }

    fn exit(&self, status: ExitStatus) -> ! {
        self.last_words(status, self.changes())
    }
}

/// When the clock of lockstep runs begins, in seconds since 1970 (`crates/green`).
const LOCKSTEP_START: i64 = 1_767_225_600;

/// Returns a moment of the wall clock in lockstep as one of the monotonic clock.
fn clock_ns(at: Timespec) -> u64 {
    let seconds = u64::try_from(at.sec - LOCKSTEP_START).unwrap_or(0);
    seconds.saturating_mul(1_000_000_000).saturating_add(u64::from(at.nsec))
}

fn timespec(ns: u64) -> Timespec {
    let sec = LOCKSTEP_START + i64::try_from(ns / 1_000_000_000).unwrap_or(0);
    Timespec { sec, nsec: (ns % 1_000_000_000) as u32 }
}

/// Returns the seed of one process's randomness: no two of a run shall draw the same.
fn own_seed(seed: Seed, clock: Option<Timespec>) -> Seed {
    match clock {
        None => seed,
        Some(at) => {
            Seed(seed.0 ^ (at.sec as u32).wrapping_mul(0x9E37_79B1) ^ at.nsec.rotate_left(7))
        }
    }
}

fn turns_of(seed: Seed) -> Random {
    Random::new(u64::from(seed.0) ^ 0x7475_726E)
}

/// What a process without a kernel has of the world: the page's console, and the packs that came
/// when the worker was booted.
struct WithoutKernel;

impl Outside for WithoutKernel {
    fn output(&self, stream: Stream, data: &[u8]) {
        let fd = match stream {
            Stream::Stdout => Fd::STDOUT,
            Stream::Stderr => Fd::STDERR,
            Stream::Report => Fd::REPORT,
        };
        PORT.get().gather(fd, data);
    }

    fn pack(&self, name: &str) -> Option<Vec<u8>> {
        PORT.get().packs.borrow().get(name).cloned()
    }

    fn exit(&self, status: ExitStatus) -> ! {
        PORT.get().exit(status)
    }
}
