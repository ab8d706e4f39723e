//! Owns the way in and the way out: what can happen to the kernel, and what it wants done.

use std::fmt;

use vivarium_protocol::{
    Errno, ExitStatus, Fd, FileChange, Lease, Mode, Pid, Program, Reply, RequestId, Signal,
    SwitchPoint, Syscall, Timespec,
};
use vivarium_vfs::Stream;

use crate::run::RunEnd;

/// Milliseconds since the host's own start; never goes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    pub(crate) fn after(self, ms: u32) -> Self {
        Self(self.0.saturating_add(u64::from(ms)))
    }

    pub(crate) fn until(self, later: Self) -> u32 {
        u32::try_from(later.0.saturating_sub(self.0)).unwrap_or(u32::MAX)
    }
}

/// The number of a run in its kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(pub u32);

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "run {}", self.0)
    }
}

/// The size of a terminal in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Its width.
    pub columns: u32,
    /// Its height.
    pub rows: u32,
}

/// What a run is started with.
#[derive(Clone, Debug)]
pub struct Launch {
    /// What would stand after `python` on a command line.
    pub argv: Vec<String>,
    /// Added to the usual environment, or put in the place of it.
    pub env: Vec<(String, String)>,
    /// Clock and scheduler.
    pub mode: Mode,
    /// The terminal; without one, output is collected and [`Launch::stdin`] is all of the input.
    pub terminal: Option<Terminal>,
    /// Prepared input.
    pub stdin: Vec<u8>,
    /// Opens descriptor 3 for reports.
    pub reports: bool,
    /// Kills the run this long after its start.
    pub timeout_ms: Option<u32>,
    /// Its processes tell what their threads do.
    pub traced: bool,
    /// In lockstep: the hand-overs of the first process's threads, if they are not to be drawn.
    pub schedule: Option<Vec<SwitchPoint>>,
    /// The process cannot ask the kernel while it runs: it takes all files along, and gives the
    /// changed ones back at its end.
    pub carries_files: bool,
}

/// What happens to the kernel.
#[derive(Clone, Debug)]
pub enum Event {
    /// A run shall begin. Its number is the one that [`crate::Kernel::next_run`] said.
    Launch(Box<Launch>),
    /// The process's worker has been given its program.
    Started(Pid),
    /// A process makes a system call.
    Request {
        /// Who.
        pid: Pid,
        /// Which of its calls.
        id: RequestId,
        /// Its wall clock.
        at: Timespec,
        /// How many signals had reached it.
        signals: u32,
        /// The call.
        call: Syscall,
    },
    /// A process cannot go on by itself before `until`, if ever: its turn is over (in lockstep), or
    /// all its threads wait (live).
    Yield {
        /// Who.
        pid: Pid,
        /// Its clock.
        at: Timespec,
        /// When it can.
        until: Option<Timespec>,
    },
    /// A process tells what it has used so far.
    Usage {
        /// Who.
        pid: Pid,
        /// How long it has computed, in milliseconds.
        busy_ms: u32,
        /// How much memory it has, in bytes.
        memory: u32,
    },
    /// Somebody outside sends a signal.
    Signal {
        /// To whom.
        pid: Pid,
        /// Which.
        signal: Signal,
    },
    /// The host cannot have a worker for a process that it was to start.
    Refused {
        /// Which.
        pid: Pid,
        /// Why, as a sentence.
        message: String,
    },
    /// A process has written to the console.
    Output {
        /// Who.
        pid: Pid,
        /// To which descriptor.
        fd: Fd,
        /// What.
        data: Vec<u8>,
    },
    /// A process is over, or its worker has broken down.
    Exited {
        /// Who.
        pid: Pid,
        /// How.
        status: ExitStatus,
        /// The files it changed, if it carried them.
        files: Vec<FileChange>,
    },
    /// Something is typed.
    Typed {
        /// Into whose terminal.
        run: RunId,
        /// What.
        data: Vec<u8>,
    },
    /// Ctrl-D.
    EndOfInput(RunId),
    /// The terminal has a new size.
    Resized {
        /// Whose.
        run: RunId,
        /// The size.
        terminal: Terminal,
    },
    /// Stop, or Ctrl-C: SIGINT, or the end of a run that does not heed it.
    Interrupt(RunId),
    /// The run shall end at once.
    Kill {
        /// Which.
        run: RunId,
        /// The run's caller has given it up.
        is_abort: bool,
    },
    /// The host has the pack that [`Effect::LoadPack`] asked for; `None` if there is none.
    PackLoaded {
        /// Who asked.
        pid: Pid,
        /// In which call.
        id: RequestId,
        /// Its bytes.
        data: Option<Vec<u8>>,
    },
    /// Time has passed; see [`crate::Kernel::next_deadline`].
    Tick,
}

/// What the host must do. Effects are in order: what comes first is done first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Start a worker with this program, and say [`Event::Started`].
    Start {
        /// Which run it belongs to.
        run: RunId,
        /// The process.
        program: Box<Program>,
    },
    /// Answer a system call.
    Reply {
        /// Whose.
        pid: Pid,
        /// Which.
        id: RequestId,
        /// The answer.
        result: Result<Reply, Errno>,
    },
    /// Take back what a process may decide alone.
    Recall {
        /// Whose.
        pid: Pid,
        /// Which.
        lease: Lease,
    },
    /// Pass a signal on to a worker.
    Signal {
        /// Whose.
        pid: Pid,
        /// Which.
        signal: Signal,
    },
    /// Tell a process in lockstep that it is its turn.
    GoOn {
        /// Whose.
        pid: Pid,
        /// The time on the run's clock.
        at: Timespec,
        /// It has the clock to itself again.
        is_alone: bool,
    },
    /// End a worker that will not be heard again.
    Terminate(Pid),
    /// Fetch a pack, and say [`Event::PackLoaded`].
    LoadPack {
        /// For whom.
        pid: Pid,
        /// In which call.
        id: RequestId,
        /// The pack's name.
        name: String,
    },
    /// Show, or collect, what was written.
    Print {
        /// Whose.
        run: RunId,
        /// To which stream.
        stream: Stream,
        /// What.
        data: Vec<u8>,
    },
    /// A read of the terminal waits, and nothing is typed ahead.
    WantsInput(RunId),
    /// The file tree has changed since [`crate::Kernel::take_changes`]; said once until then.
    FilesChanged,
    /// The run is over, and so are all its processes.
    RunEnded {
        /// Which.
        run: RunId,
        /// How.
        end: RunEnd,
    },
}
