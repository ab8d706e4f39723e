//! Owns the two directions of talk between page and worker, and the life cycle of a process.
//!
//! A worker first says [`FromWorker::Ready`]; the page answers with [`ToWorker::Start`], once;
//! the worker's last message is [`FromWorker::Exited`]. A worker is one process and is never
//! used again. Until it is started it may answer any number of [`ToWorker::Parse`].

use serde::{Deserialize, Serialize};

use crate::{
    Bytes, Errno, Fd, Lease, Pid, Reply, RequestId, Signal, SwitchPoint, Syscall, Timespec,
    TraceEvent,
};

/// Fixes everything random of a run in [`Mode::Lockstep`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seed(pub u32);

/// Which clock and scheduler a run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// The wall clock; threads switch about every 5 ms.
    Live,
    /// A virtual clock and a seeded scheduler: the same seed gives the same run.
    Lockstep {
        /// The seed of schedule, clock, hashes and `random`.
        seed: Seed,
        /// How many bytecodes the process may execute before SIGKILL; `None` is no limit.
        budget: Option<u32>,
    },
}

/// What a standard stream is connected to, so that the worker knows how to treat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Console {
    /// A terminal: `isatty` is true.
    Terminal,
    /// A collector of the page (for the output) or prepared bytes (for the input).
    Collected,
    /// A file, a pipe, a socket or nothing: used by ordinary system calls.
    Other,
}

/// A file of a process that has no kernel to ask (a browser without JSPI).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartFile {
    /// Absolute path.
    pub path: String,
    /// Its bytes.
    pub data: Bytes,
}

/// What such a process has changed, told at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileChange {
    /// Absolute path.
    pub path: String,
    /// The new bytes; `None` if it was removed.
    pub data: Option<Bytes>,
}

/// Everything a process is started with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its process id.
    pub pid: Pid,
    /// What would stand after `python` on a command line.
    pub argv: Vec<String>,
    /// The environment, in order.
    pub env: Vec<(String, String)>,
    /// The working directory (the kernel knows it as well).
    pub cwd: String,
    /// Clock and scheduler.
    pub mode: Mode,
    /// In lockstep: the time on the run's clock at which the process begins; `None` for the first process.
    pub clock: Option<Timespec>,
    /// Whether it tells what its threads do, as [`FromWorker::Trace`].
    pub traced: bool,
    /// In lockstep: the hand-overs of its threads, in place of those that the seed would draw.
    pub schedule: Option<Vec<SwitchPoint>>,
    /// What descriptors 0, 1 and 2 are; writes to 1 and 2 are sent as [`FromWorker::Output`].
    pub console: [Console; 3],
    /// Width of the terminal in characters.
    pub columns: u32,
    /// Height of the terminal in lines.
    pub rows: u32,
    /// Without JSPI: all files of the workspace; otherwise empty.
    pub files: Vec<StartFile>,
    /// Without JSPI: all that standard input will give; otherwise empty.
    pub stdin: Bytes,
}

/// What the page says to a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Runs a program. Sent once, and only after [`FromWorker::Ready`].
    Start(Box<Program>),
    /// Answers the system call `id`.
    Reply {
        /// The call it answers.
        id: RequestId,
        /// Its result.
        result: Result<Reply, Errno>,
    },
    /// In lockstep with several processes: it is this process's turn. Answers [`FromWorker::Yield`].
    GoOn {
        /// The time on the run's clock; never before the process's own.
        at: Timespec,
        /// It is the only process of its run again, and need not yield.
        is_alone: bool,
    },
    /// Takes a lease back: the holder uses it no more, and says [`Syscall::GiveBack`] unless it has none.
    Recall(Lease),
    /// Delivers a signal; its default action or handler is the worker's business.
    Signal(Signal),
    /// The page has taken this many bytes of output; more may be sent.
    OutputTaken {
        /// Bytes of [`FromWorker::Output`] since the last such message.
        bytes: u32,
    },
    /// Asks for the syntax errors of a source text. Only before [`ToWorker::Start`].
    Parse {
        /// Comes back in the answer.
        id: RequestId,
        /// Python source.
        source: String,
        /// File name for the messages.
        filename: String,
    },
}

/// A syntax error as the interpreter's own parser tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParseError {
    /// The message, without the exception's name.
    pub message: String,
    /// First line, from 1.
    pub line: u32,
    /// First column in characters, from 1.
    pub column: u32,
    /// Last line, from 1.
    pub end_line: u32,
    /// Column after the last character, from 1.
    pub end_column: u32,
}

/// How a process ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExitStatus {
    /// It exited with this status (0 to 255).
    Exited(u8),
    /// A signal ended it.
    Signaled(Signal),
    /// The interpreter broke down: a Rust panic, an engine stack overflow, memory exhaustion.
    Crashed {
        /// What happened, as a sentence for the learner.
        message: String,
    },
}

/// What a worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The interpreter is up. The first message of every worker.
    Ready {
        /// [`crate::PROTOCOL_VERSION`] of the worker's build.
        protocol: u32,
        /// Which build the worker is of; must equal the page's.
        build: String,
        /// Whether blocking calls work (JSPI).
        can_block: bool,
    },
    /// A system call; the calling thread waits for [`ToWorker::Reply`].
    Request {
        /// Comes back in the reply.
        id: RequestId,
        /// The process's wall clock (virtual in lockstep): files get their times from it.
        at: Timespec,
        /// How many [`ToWorker::Signal`] had reached it: one that is still on its way came before
        /// the call, and must not wait for its end.
        signals: u32,
        /// What is asked.
        call: Syscall,
    },
    /// In lockstep with several processes: the turn is over. Nothing happens in the process before
    /// [`ToWorker::GoOn`], after which every call that was answered [`Reply::Blocked`] is made again.
    /// Live: all threads have waited for some time, and no time-out ends a wait.
    Yield {
        /// The process's clock.
        at: Timespec,
        /// When it can go on by itself: `at` if one of its threads is ready, the earliest deadline of those
        /// that wait, or `None` if only another process can wake it.
        until: Option<Timespec>,
    },
    /// What the process has used so far; told now and then.
    Usage {
        /// How long it has computed, in milliseconds.
        busy_ms: u32,
        /// How much memory it has, in bytes.
        memory: u32,
    },
    /// What the threads did since the last such message, if [`Program::traced`].
    Trace {
        /// In order.
        events: Vec<TraceEvent>,
        /// How many were left out before these, because there were too many.
        dropped: u32,
        /// In lockstep: the hand-overs since the last such message, all of them.
        points: Vec<SwitchPoint>,
    },
    /// Bytes written to descriptor 1 or 2 while it is the console; there is no reply, but
    /// [`ToWorker::OutputTaken`] lets more come.
    Output {
        /// [`Fd::STDOUT`] or [`Fd::STDERR`].
        fd: Fd,
        /// The bytes.
        data: Bytes,
    },
    /// Answers [`ToWorker::Parse`].
    Parsed {
        /// The id of the question.
        id: RequestId,
        /// The errors, in the order of the text; at most one with today's parser.
        errors: Vec<ParseError>,
    },
    /// The last message of every worker.
    Exited {
        /// How it ended.
        status: ExitStatus,
        /// Without JSPI: the files it changed; otherwise empty.
        files: Vec<FileChange>,
    },
}
