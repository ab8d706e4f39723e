//! Owns the worker's side of system calls: requests and replies, batched output.
//!
//! A call is one message to the page and one reply; the calling green thread waits meanwhile.
//! Without JSPI there is no waiting: the calls go to a file tree of the worker's own.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

use vivarium_protocol::{
    Clock, Console, Errno, ExitStatus, Fd, FileChange, FromWorker, Metadata, Mode, Program, Reply,
    RequestId, Syscall, Timespec,
};
use vivarium_pyhost::local::{LocalSyscalls, Outside};
use vivarium_pyhost::signals;
use vivarium_pyhost::syscalls::{Randomness, Syscalls};
use vivarium_vfs::Stream;
use wasm_bindgen::prelude::*;

use crate::once::Once;
use crate::{jspi, post, post_output, timer};

/// Output is sent when this many bytes have gathered.
const BATCH_BYTES: usize = 64 << 10;
/// Output is sent when the last batch is this old, in nanoseconds.
const BATCH_NS: u64 = 16_000_000;
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
    next_id: Cell<u32>,
    /// Threads whose calls wait in lockstep.
    waiters: RefCell<Vec<green::ThreadId>>,
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
            next_id: Cell::new(1),
            waiters: RefCell::default(),
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
        }
        let randomness = || match program.mode {
            Mode::Live => Randomness::system(random_bytes),
            Mode::Lockstep { seed, .. } => Randomness::seeded(seed),
        };
        if !self.can_block {
            let local = LocalSyscalls::new(&program, randomness(), Box::new(WithoutKernel));
            let _ = self.local.set(local);
        }
        let _ = self.randomness.set(RefCell::new(randomness()));
        for (stream, console) in self.standard.borrow_mut().iter_mut().zip(program.console) {
            stream.is_replaced = console == Console::Other;
        }
        let _ = self.program.set(program);
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
            green::unpark_id(thread);
        }
    }

    /// The page has taken `bytes` of output.
    pub(crate) fn taken(&self, bytes: u32) {
        let waiting = {
            let mut output = self.output.borrow_mut();
            output.untaken = output.untaken.saturating_sub(bytes as usize);
            std::mem::take(&mut output.waiting)
        };
        waiting.into_iter().for_each(green::unpark_id);
    }

    /// Sends what has gathered.
    pub(crate) fn flush(&self) {
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

    /// Writes a sentence of ours to standard error.
    pub(crate) fn write_error(&self, text: &str) {
        self.gather(Fd::STDERR, text.as_bytes());
        self.flush();
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

    fn is_lockstep(&self) -> bool {
        matches!(self.program().mode, Mode::Lockstep { .. })
    }

    /// Makes a call and waits, if it has to, on the virtual clock: only this process's own calls
    /// can end the wait, so each of them lets those who wait ask again.
    fn ask_in_lockstep(&self, mut call: Syscall) -> Result<Reply, Errno> {
        if let Syscall::SetTimer { first_ms, then_ms } = call {
            return timer::set(first_ms, then_ms);
        }
        let deadline = match &call {
            Syscall::Poll { timeout_ms: Some(ms), .. } => {
                Some(green::now_ns().saturating_add(u64::from(*ms) * 1_000_000))
            }
            _ => None,
        };
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
                    if let Syscall::Write { data, .. } = &mut call {
                        data.0.drain(..count as usize);
                    }
                }
                Ok(Reply::Count(count)) => return Ok(Reply::Count(written + count)),
                Err(_) if written > 0 => return Ok(Reply::Count(written)),
                result => return result,
            }
            if deadline.is_some_and(|deadline| green::now_ns() >= deadline) {
                return Ok(Reply::Ready(Vec::new()));
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

    /// Posts one request and waits for its reply.
    fn request(&self, call: Syscall) -> Result<Reply, Errno> {
        // In lockstep nothing else may happen while the answer, a prompt one, is on its way.
        let lockstep = self.is_lockstep();
        let id = RequestId(self.next_id.replace(self.next_id.get().wrapping_add(1)));
        self.pending.borrow_mut().insert(id, Pending::Waiting(green::current_id()));
        let now = green::unix_now();
        let sec = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        let at = Timespec { sec, nsec: now.subsec_nanos() };
        post(&FromWorker::Request { id, at, call });
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
        self.flush();
        let result = match self.local.get() {
            Some(local) => local.call(call),
            None if self.is_lockstep() => self.ask_in_lockstep(call),
            None => self.request(call),
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
            Clock::Monotonic | Clock::Process => Duration::from_nanos(green::now_ns()),
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

    fn exit(&self, status: ExitStatus) -> ! {
        self.flush();
        post(&FromWorker::Exited { status, files: self.changes() });
        jspi::abort()
    }
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

fn random_bytes(out: &mut [u8]) {
    // getRandomValues takes at most 65,536 bytes at a time (Web Cryptography API, 10.1.1).
    for part in out.chunks_mut(65_536) {
        let array = js_sys::Uint8Array::new_with_length(part.len() as u32);
        CRYPTO.with(|crypto| crypto.get_random_values(&array));
        array.copy_to(part);
    }
}

#[wasm_bindgen]
extern "C" {
    type Crypto;

    #[wasm_bindgen(thread_local_v2, js_name = crypto)]
    static CRYPTO: Crypto;

    #[wasm_bindgen(method, js_name = getRandomValues)]
    fn get_random_values(this: &Crypto, array: &js_sys::Uint8Array);
}
