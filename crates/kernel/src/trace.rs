//! Owns the trace: what happened in the kernel, in order, to be replayed or drawn.

use std::collections::VecDeque;
use std::fmt;

use vivarium_protocol::{Errno, Pid, RequestId, Signal, Syscall, Timespec};

use crate::event::Millis;

/// How many entries are kept; the oldest go first.
const CAPACITY: usize = 10_000;

/// What happened to a process.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what the variant's sentence names")]
pub enum Step {
    /// It was started by `ppid`: a program's own name, and what stands after it.
    Spawn { ppid: Pid, command: String, argv: Vec<String> },
    /// It made a system call.
    Call { id: RequestId, name: &'static str, detail: String },
    /// The call waits.
    Block { id: RequestId, reason: String },
    /// The call was answered.
    Return { id: RequestId, errno: Option<Errno> },
    /// It was sent a signal.
    Signal(Signal),
    /// It ended; the words are for people.
    Exit(String),
}

/// One entry of the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Millis,
    /// When, on the clock of whoever acted (virtual in lockstep).
    pub time: Timespec,
    /// Whose message the kernel was handling, if it was a process's.
    pub by: Option<Pid>,
    /// To whom.
    pub pid: Pid,
    /// What.
    pub step: Step,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>6} pid {} ", self.at.0, self.pid.0)?;
        match &self.step {
            Step::Spawn { ppid, command, argv } => {
                write!(f, "spawn by {}: {command} {}", ppid.0, argv.join(" "))
            }
            Step::Call { id, name, detail } => write!(f, "#{} {name}({detail})", id.0),
            Step::Block { id, reason } => write!(f, "#{} waits for {reason}", id.0),
            Step::Return { id, errno } => {
                write!(f, "#{} = {}", id.0, errno.map_or("ok", Errno::name))
            }
            Step::Signal(signal) => match signal.name() {
                Some(name) => write!(f, "{name}"),
                None => write!(f, "signal {}", signal.0),
            },
            Step::Exit(status) => write!(f, "exit: {status}"),
        }
    }
}

/// What happened, oldest first; long traces lose their beginning.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    entries: VecDeque<Entry>,
    /// How many entries there were, with those that went.
    recorded: u64,
    by: Option<Pid>,
    time: Timespec,
    time_at: Millis,
}

impl Trace {
    /// Returns the entries, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Returns how many entries there were so far.
    pub fn recorded(&self) -> u64 {
        self.recorded
    }

    /// Returns the entries after the first `seen`, oldest first; of those that went, none.
    pub fn since(&self, seen: u64) -> impl Iterator<Item = &Entry> {
        let gone = self.recorded - self.entries.len() as u64;
        let skipped = usize::try_from(seen.saturating_sub(gone)).unwrap_or(usize::MAX);
        self.entries.iter().skip(skipped)
    }

    /// Notes who acts from here on, and its clock; without one, the last clock seen has gone on.
    pub(crate) fn begin(&mut self, now: Millis, by: Option<Pid>, time: Option<Timespec>) {
        self.by = by;
        self.time = time.unwrap_or_else(|| after(self.time, self.time_at.until(now)));
        self.time_at = now;
    }

    pub(crate) fn record(&mut self, at: Millis, pid: Pid, step: Step) {
        if self.entries.len() == CAPACITY {
            self.entries.pop_front();
        }
        self.recorded += 1;
        let (time, by) = (self.time, self.by);
        self.entries.push_back(Entry { at, time, by, pid, step });
    }
}

fn after(time: Timespec, ms: u32) -> Timespec {
    let nsec = time.nsec + ms % 1000 * 1_000_000;
    let sec = time.sec + i64::from(ms / 1000) + i64::from(nsec / 1_000_000_000);
    Timespec { sec, nsec: nsec % 1_000_000_000 }
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries.iter().try_for_each(|entry| writeln!(f, "{entry}"))
    }
}

/// Returns the name and the interesting arguments of a call.
pub(crate) fn describe(call: &Syscall) -> (&'static str, String) {
    use Syscall as S;
    match call {
        S::Open { path, .. } => ("open", path.clone()),
        S::Close { fd } => ("close", fd.0.to_string()),
        S::Read { fd, len } | S::Drain { fd, len } => ("read", format!("{}, {len}", fd.0)),
        S::Write { fd, data } | S::Push { fd, data } => {
            ("write", format!("{}, {} bytes", fd.0, data.0.len()))
        }
        S::Pread { fd, .. } => ("pread", fd.0.to_string()),
        S::Pwrite { fd, .. } => ("pwrite", fd.0.to_string()),
        S::Seek { fd, offset, .. } => ("lseek", format!("{}, {offset}", fd.0)),
        S::Truncate { fd, len } => ("ftruncate", format!("{}, {len}", fd.0)),
        S::Fstat { fd } => ("fstat", fd.0.to_string()),
        S::Stat { path, .. } => ("stat", path.clone()),
        S::Access { path, .. } => ("access", path.clone()),
        S::Mkdir { path, .. } => ("mkdir", path.clone()),
        S::Rmdir { path, .. } => ("rmdir", path.clone()),
        S::Unlink { path, .. } => ("unlink", path.clone()),
        S::Rename { from, to, .. } => ("rename", format!("{from}, {to}")),
        S::Link { from, to, .. } => ("link", format!("{from}, {to}")),
        S::Symlink { target, path, .. } => ("symlink", format!("{target}, {path}")),
        S::Readlink { path, .. } => ("readlink", path.clone()),
        S::Chmod { path, mode, .. } => ("chmod", format!("{path}, {mode:o}")),
        S::Fchmod { fd, mode } => ("fchmod", format!("{}, {mode:o}", fd.0)),
        S::SetTimes { path, .. } => ("utimensat", path.clone()),
        S::ReadDir { path, .. } => ("readdir", path.clone()),
        S::FreadDir { fd } => ("readdir", fd.0.to_string()),
        S::Chdir { path } => ("chdir", path.clone()),
        S::Fchdir { fd } => ("fchdir", fd.0.to_string()),
        S::Getcwd => ("getcwd", String::new()),
        S::Umask { mask } => ("umask", format!("{mask:o}")),
        S::Pipe { .. } => ("pipe", String::new()),
        S::Dup { fd, .. } => ("dup", fd.0.to_string()),
        S::Dup2 { fd, to, .. } => ("dup2", format!("{}, {}", fd.0, to.0)),
        S::GetFlags { fd }
        | S::SetFlags { fd, .. }
        | S::GetCloexec { fd }
        | S::SetCloexec { fd, .. } => ("fcntl", fd.0.to_string()),
        S::WindowSize { fd } => ("tcgetwinsize", fd.0.to_string()),
        S::Poll { fds, timeout_ms } => (
            "poll",
            match timeout_ms {
                Some(ms) => format!("{} fds, {ms} ms", fds.len()),
                None => format!("{} fds", fds.len()),
            },
        ),
        S::Spawn { path, argv, .. } => ("spawn", format!("{path}, {argv:?}")),
        S::Kill { target, signal } => ("kill", format!("{target:?}, {}", signal.0)),
        S::Waitpid { who, .. } => ("waitpid", format!("{who:?}")),
        S::Getpgid { .. } => ("getpgid", String::new()),
        S::Setpgid { .. } => ("setpgid", String::new()),
        S::Getsid { .. } => ("getsid", String::new()),
        S::Setsid => ("setsid", String::new()),
        S::SemOpen { name, .. } => ("sem_open", name.clone()),
        S::SemClose { sem } => ("sem_close", sem.0.to_string()),
        S::SemUnlink { name } => ("sem_unlink", name.clone()),
        S::SemWait { sem, .. } | S::SemTake { sem } => ("sem_wait", sem.0.to_string()),
        S::GiveBack { lease } => ("give_back", format!("{lease:?}")),
        S::SemPost { sem, .. } => ("sem_post", sem.0.to_string()),
        S::SemValue { sem } => ("sem_getvalue", sem.0.to_string()),
        S::MapSync { fd, writes, .. } => ("msync", format!("{}, {} writes", fd.0, writes.len())),
        S::Socket { domain, kind, .. } => ("socket", format!("{domain:?}, {kind:?}")),
        S::SocketPair { domain, kind, .. } => ("socketpair", format!("{domain:?}, {kind:?}")),
        S::Bind { fd, address } => ("bind", format!("{}, {address}", fd.0)),
        S::Listen { fd, backlog } => ("listen", format!("{}, {backlog}", fd.0)),
        S::Accept { fd, .. } => ("accept", fd.0.to_string()),
        S::Connect { fd, address } => ("connect", format!("{}, {address}", fd.0)),
        S::Send { fd, data, .. } => ("send", format!("{}, {} bytes", fd.0, data.0.len())),
        S::Receive { fd, len, .. } => ("recv", format!("{}, {len}", fd.0)),
        S::Shutdown { fd, how } => ("shutdown", format!("{}, {how:?}", fd.0)),
        S::SocketName { fd } => ("getsockname", fd.0.to_string()),
        S::PeerName { fd } => ("getpeername", fd.0.to_string()),
        S::GetSocketOption { fd, option } => ("getsockopt", format!("{}, {option:?}", fd.0)),
        S::SetSocketOption { fd, option, value } => {
            ("setsockopt", format!("{}, {option:?}, {value}", fd.0))
        }
        S::Resolve { name } => ("getaddrinfo", name.clone()),
        S::Getppid => ("getppid", String::new()),
        S::SetTimer { first_ms, then_ms } => ("setitimer", format!("{first_ms}, {then_ms}")),
        S::LoadPack { name } => ("load_pack", name.clone()),
    }
}
