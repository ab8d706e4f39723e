//! Owns system calls without a kernel: files of the process's own, no other processes. Native
//! tests use it, and browsers in which a worker cannot wait.

use std::time::Duration;

use rustpython_vm::common::lock::PyMutex;
use vivarium_protocol::{
    Bytes, Clock, Console, Errno, ExitStatus, FileChange, KillTarget, Mode, Pid, Program, Reply,
    Seed, Syscall, Timespec,
};
use vivarium_vfs::{Descriptors, Files, Limits, Outcome, Output, Stdio, Stream, Wait};

use crate::{
    signals,
    syscalls::{Randomness, Syscalls},
};

/// How often a call that waits looks again, in nanoseconds: for a signal, which wakes nobody.
const LOOK_AGAIN_NS: u64 = 1_000_000;

/// What the process prints, and what a pack is read from: the outside of a [`LocalSyscalls`].
pub trait Outside: Send + Sync {
    /// Takes printed bytes.
    fn output(&self, stream: Stream, data: &[u8]);
    /// Gives the bytes of a pack.
    fn pack(&self, name: &str) -> Option<Vec<u8>>;
    /// Ends the process.
    fn exit(&self, status: ExitStatus) -> !;
}

/// A process that is alone.
pub struct LocalSyscalls {
    program: Program,
    state: PyMutex<State>,
    randomness: PyMutex<Randomness>,
    outside: Box<dyn Outside>,
}

struct State {
    files: Files,
    descriptors: Descriptors,
    /// The threads that wait in a call, and for what.
    waiting: Vec<(green::ThreadId, Wait)>,
}

fn now() -> Timespec {
    let now = green::unix_now();
    let sec = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
    Timespec { sec, nsec: now.subsec_nanos() }
}

impl LocalSyscalls {
    /// Makes the world of a program from its files and its prepared input.
    pub fn new(program: &Program, randomness: Randomness, outside: Box<dyn Outside>) -> Self {
        let seed = match program.mode {
            Mode::Live => Seed(0),
            Mode::Lockstep { seed, .. } => seed,
        };
        let mut files = Files::new(Limits::default(), u64::from(seed.0), now());
        for file in &program.files {
            // A file that does not fit is missed by the program, which says so better.
            let _ = files.tree_mut().write_file(&file.path, &file.data.0, now());
        }
        let _ = files.tree_mut().take_changes();
        let prepared = Stdio::prepared(program.stdin.0.clone());
        let stdio = match program.console {
            // Without a kernel nothing can be typed: what is known is all there will be.
            [Console::Terminal, ..] if program.stdin.0.is_empty() => {
                let mut terminal = Stdio::terminal(program.columns, program.rows);
                terminal.end_input();
                terminal
            }
            _ => prepared,
        };
        let stdio = files.add_stdio(stdio.with_report());
        let mut descriptors = files.spawn(stdio);
        let chdir = Syscall::Chdir { path: program.cwd.clone() };
        files.call(&mut descriptors, now(), &chdir, &mut 0);
        Self {
            program: program.clone(),
            state: PyMutex::new(State { files, descriptors, waiting: Vec::new() }),
            randomness: PyMutex::new(randomness),
            outside,
        }
    }

    /// The files that the program has written or removed since it started.
    pub fn changes(&self) -> Vec<FileChange> {
        let mut state = self.state.lock();
        let changes = state.files.tree_mut().take_changes();
        let written = changes.written.into_iter().filter_map(|path| {
            let data = state.files.tree().read_file(&path).ok()?.to_vec();
            Some(FileChange { path, data: Some(Bytes(data)) })
        });
        let mut all: Vec<FileChange> = written.collect();
        all.extend(changes.removed.into_iter().map(|path| FileChange { path, data: None }));
        all
    }

    /// Makes an attempt, wakes the threads that it lets go on, and passes on what was printed.
    fn attempt(&self, call: &Syscall, written: &mut u32) -> Outcome {
        let (outcome, outputs, ready): (Outcome, Vec<Output>, Vec<green::ThreadId>) = {
            let mut state = self.state.lock();
            let State { files, descriptors, waiting } = &mut *state;
            let outcome = files.call(descriptors, now(), call, written);
            let woken = files.take_woken();
            let ready = waiting.iter().filter(|(_, wait)| woken.concerns(*wait));
            (outcome, files.take_output(), ready.map(|(thread, _)| *thread).collect())
        };
        ready.into_iter().for_each(green::unpark_id);
        for output in outputs {
            self.outside.output(output.stream, &output.data);
        }
        outcome
    }

    /// Waits until another thread may have made the call possible, or a signal or the end of its
    /// time comes; the error is what the call then answers.
    fn wait(
        &self,
        wait: Wait,
        call: &Syscall,
        started_ns: u64,
        written: u32,
    ) -> Result<(), Result<Reply, Errno>> {
        if signals::is_pending() && green::current_id() == 0 {
            return Err(if written > 0 { Ok(Reply::Count(written)) } else { Err(Errno::EINTR) });
        }
        let (timeout_ms, late) = match call {
            Syscall::Poll { timeout_ms, .. } => (*timeout_ms, Ok(Reply::Ready(Vec::new()))),
            Syscall::SemWait { timeout_ms, .. } => (*timeout_ms, Err(Errno::ETIMEDOUT)),
            _ => (None, Ok(Reply::Done)),
        };
        let deadline = timeout_ms.map(|ms| started_ns.saturating_add(u64::from(ms) * 1_000_000));
        let now = green::now_ns();
        if deadline.is_some_and(|deadline| now >= deadline) {
            return Err(late);
        }
        if !green::can_switch() {
            // Nobody else can run, so what is waited for cannot happen.
            return Err(Err(Errno::EDEADLK));
        }
        let me = green::current_id();
        self.state.lock().waiting.push((me, wait));
        let look_again = now.saturating_add(LOOK_AGAIN_NS);
        green::block_until(Some(deadline.map_or(look_again, |deadline| deadline.min(look_again))));
        self.state.lock().waiting.retain(|(thread, _)| *thread != me);
        Ok(())
    }

    /// Whether a signal is for this process, which is the only one of its group.
    fn is_own(&self, target: KillTarget) -> bool {
        match target {
            KillTarget::Process(pid) | KillTarget::Group(Some(pid)) => pid == self.program.pid,
            KillTarget::Group(None) => true,
            KillTarget::All => false,
        }
    }

    /// What is the kernel's business, as far as one process can have it.
    fn elsewhere(&self, call: &Syscall) -> Result<Reply, Errno> {
        match call {
            Syscall::Kill { target, signal } if self.is_own(*target) => {
                if signal.0 > 0 {
                    signals::raise(*signal);
                }
                Ok(Reply::Done)
            }
            Syscall::Kill { .. } => Err(Errno::ESRCH),
            Syscall::Waitpid { .. } => Err(Errno::ECHILD),
            Syscall::Getpgid { pid } | Syscall::Getsid { pid } => match pid {
                Some(pid) if *pid != self.program.pid => Err(Errno::ESRCH),
                _ => Ok(Reply::Pid(self.program.pid)),
            },
            Syscall::Getppid => Ok(Reply::Count(Pid(0).0)),
            Syscall::SetTimer { first_ms, then_ms } => timer::set(*first_ms, *then_ms),
            Syscall::LoadPack { name } => {
                self.outside.pack(name).map(|data| Reply::Data(Bytes(data))).ok_or(Errno::ENOENT)
            }
            _ => Err(Errno::ENOSYS),
        }
    }
}

impl Syscalls for LocalSyscalls {
    fn call(&self, call: Syscall) -> Result<Reply, Errno> {
        let (mut written, started_ns) = (0, green::now_ns());
        loop {
            match self.attempt(&call, &mut written) {
                Outcome::Done(result) => return result,
                Outcome::Elsewhere => return self.elsewhere(&call),
                Outcome::Blocked(wait) => {
                    if let Err(answer) = self.wait(wait, &call, started_ns, written) {
                        return answer;
                    }
                }
            }
        }
    }

    fn clock(&self, clock: Clock) -> Duration {
        match clock {
            Clock::Realtime => green::unix_now(),
            Clock::Monotonic => Duration::from_nanos(green::now_ns()),
            Clock::Process => Duration::from_nanos(green::busy_ns()),
        }
    }

    fn random(&self, out: &mut [u8]) {
        self.randomness.lock().fill(out);
    }

    fn program(&self) -> &Program {
        &self.program
    }

    fn exit(&self, status: ExitStatus) -> ! {
        self.outside.exit(status)
    }
}

/// The one interval timer; it lives in a thread of the system's, so not on wasm.
mod timer {
    use super::{Errno, Reply};

    #[cfg(target_arch = "wasm32")]
    pub(super) fn set(first_ms: u32, _then_ms: u32) -> Result<Reply, Errno> {
        if first_ms == 0 { Ok(Reply::Count(0)) } else { Err(Errno::ENOSYS) }
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn set(first_ms: u32, then_ms: u32) -> Result<Reply, Errno> {
        use std::{
            sync::atomic::{AtomicU64, Ordering},
            thread,
            time::Duration,
        };
        static TIMER: AtomicU64 = AtomicU64::new(0);
        static ENDS_NS: AtomicU64 = AtomicU64::new(0);
        let now = green::now_ns();
        let mine = TIMER.fetch_add(1, Ordering::SeqCst) + 1;
        let ends = if first_ms == 0 { 0 } else { now + u64::from(first_ms) * 1_000_000 };
        let rest = ENDS_NS.swap(ends, Ordering::SeqCst).saturating_sub(now);
        if first_ms > 0 {
            thread::spawn(move || {
                thread::sleep(Duration::from_millis(u64::from(first_ms)));
                while TIMER.load(Ordering::SeqCst) == mine {
                    crate::signals::raise(vivarium_protocol::Signal::ALRM);
                    if then_ms == 0 {
                        return;
                    }
                    thread::sleep(Duration::from_millis(u64::from(then_ms)));
                }
            });
        }
        Ok(Reply::Count(u32::try_from(rest / 1_000_000).unwrap_or(u32::MAX)))
    }
}
