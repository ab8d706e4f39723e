//! Owns what a run is started with, what it says, and how it ends: plain data.

use vivarium_kernel::{Cause, RunEnd};
use vivarium_protocol::{ExitStatus, Mode, Signal, SwitchPoint};

use crate::trace::Traced;

/// Where a program's standard input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stdin {
    /// These bytes, then the end of file; output is collected, not a terminal.
    Prepared(Vec<u8>),
    /// What is typed: all three standard streams are one terminal.
    Terminal,
}

/// Everything a run is started with.
#[derive(Clone, Debug)]
pub struct RunSpec {
    /// What would stand after `python` on a command line.
    pub argv: Vec<String>,
    /// Where standard input comes from.
    pub stdin: Stdin,
    /// Added to the usual environment.
    pub env: Vec<(String, String)>,
    /// Clock and scheduler.
    pub mode: Mode,
    /// After how many milliseconds the run is killed.
    pub timeout_ms: Option<u32>,
    /// Opens descriptor 3, whose bytes come as [`RunEvent::Report`].
    pub report: bool,
    /// The run tells what its threads and processes do, as [`RunEvent::Trace`].
    pub trace: bool,
    /// In lockstep: the hand-overs of the first process's threads, if the seed is not to draw them.
    pub schedule: Option<Vec<SwitchPoint>>,
    /// The terminal's width and height in characters.
    pub size: (u32, u32),
    /// Host names that programs of this workspace can resolve from now on; each gets a loopback address of its own.
    pub hosts: Vec<String>,
}

impl Default for RunSpec {
    fn default() -> Self {
        Self {
            argv: Vec::new(),
            stdin: Stdin::Prepared(Vec::new()),
            env: Vec::new(),
            mode: Mode::Live,
            timeout_ms: None,
            report: false,
            trace: false,
            schedule: None,
            size: (80, 24),
            hosts: Vec::new(),
        }
    }
}

/// What happens during a run, in order; [`RunEvent::Ended`] is the last.
#[derive(Clone, Debug, PartialEq)]
pub enum RunEvent {
    /// A piece of standard output.
    Stdout(Vec<u8>),
    /// A piece of standard error.
    Stderr(Vec<u8>),
    /// A piece of what checks report.
    Report(Vec<u8>),
    /// A read of the terminal waits and nothing is typed ahead.
    WantsInput,
    /// The file tree has changed.
    Files,
    /// What threads and processes did, in a traced run.
    Trace(Traced),
    /// The run is over.
    Ended(RunResult),
}

/// Why a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The program ended by itself.
    Exit,
    /// A signal ended it.
    Signal,
    /// Its time was up.
    Timeout,
    /// Its caller gave it up.
    Aborted,
    /// The interpreter broke down.
    Crash,
}

impl Reason {
    /// Returns the word of the run API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Signal => "signal",
            Self::Timeout => "timeout",
            Self::Aborted => "aborted",
            Self::Crash => "crash",
        }
    }
}

/// One process of a run that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessResult {
    /// Its process id.
    pub pid: u32,
    /// Its parent's.
    pub ppid: u32,
    /// The program's own name: `python`, or that of a built-in command.
    pub command: String,
    /// What stood after it.
    pub argv: Vec<String>,
    /// Its exit status; -N when signal N ended it.
    pub exit_code: i32,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunResult {
    /// The exit status of the first process; -N when signal N ended it.
    pub exit_code: i32,
    /// Why it ended.
    pub reason: Reason,
    /// A sentence for the learner where the exit status alone does not say it.
    pub message: Option<String>,
    /// How long it took, in milliseconds.
    pub wall_ms: u32,
    /// All its processes, in the order of their start.
    pub processes: Vec<ProcessResult>,
}

impl RunResult {
    /// Puts the kernel's account into the words of the run API.
    pub(crate) fn new(end: RunEnd, timeout_ms: Option<u32>, lost_state: bool) -> Self {
        let first = end.processes.first().map(|process| process.status.clone());
        let mut message = None;
        let reason = match (end.cause, first.as_ref()) {
            (Cause::Timeout, _) => {
                message = timeout_ms.map(|ms| format!("The program was stopped after {ms} ms."));
                Reason::Timeout
            }
            (Cause::Aborted, _) => Reason::Aborted,
            (Cause::Stopped, _) => {
                message = lost_state.then(|| LOST_STATE.to_owned());
                Reason::Signal
            }
            (Cause::Process, Some(ExitStatus::Crashed { message: sentence })) => {
                message = Some(sentence.clone());
                Reason::Crash
            }
            (Cause::Process, Some(ExitStatus::Signaled(_))) => Reason::Signal,
            (Cause::Process, Some(ExitStatus::Exited(_)) | None) => Reason::Exit,
        };
        let message = match (message, end.note) {
            (Some(message), Some(note)) => Some(format!("{message} {note}")),
            (message, note) => message.or(note),
        };
        let processes: Vec<ProcessResult> = end
            .processes
            .into_iter()
            .map(|process| ProcessResult {
                pid: process.pid.0,
                ppid: process.ppid.0,
                command: process.command,
                argv: process.argv,
                exit_code: exit_code(&process.status),
            })
            .collect();
        let exit_code = first.as_ref().map_or(0, exit_code);
        Self { exit_code, reason, message, wall_ms: end.wall_ms, processes }
    }

    /// Returns the end of a run that had no process.
    pub(crate) fn never_started(reason: Reason, message: Option<String>) -> Self {
        let exit_code = -i32::from(Signal::KILL.0);
        Self { exit_code, reason, message, wall_ms: 0, processes: Vec::new() }
    }
}

const LOST_STATE: &str = "This browser cannot interrupt a program, so its process was ended and \
    its variables are lost.";

fn exit_code(status: &ExitStatus) -> i32 {
    match status {
        ExitStatus::Exited(code) => i32::from(*code),
        ExitStatus::Signaled(signal) => -i32::from(signal.0),
        ExitStatus::Crashed { .. } => -i32::from(Signal::SEGV.0),
    }
}

/// How far Python is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Bytes are coming.
    Loading {
        /// Bytes that are here.
        loaded: u64,
        /// All bytes, as far as it is known.
        total: u64,
    },
    /// All bytes are here; the interpreter is being compiled and started.
    Starting,
    /// Programs start at once from now on.
    Ready,
    /// Python cannot be had; a sentence says why.
    Failed(String),
}

#[cfg(test)]
mod tests {
    use vivarium_kernel::{Cause, ProcessEnd, RunEnd};
    use vivarium_protocol::{ExitStatus, Pid, Signal};

    use super::{Reason, RunResult};

    fn result(cause: Cause, status: ExitStatus, note: Option<&str>) -> RunResult {
        let (command, argv) = ("python".to_owned(), vec!["main.py".to_owned()]);
        let first = ProcessEnd { pid: Pid(1), ppid: Pid(0), command, argv, status };
        let note = note.map(str::to_owned);
        let end = RunEnd { cause, processes: vec![first], note, wall_ms: 7 };
        RunResult::new(end, Some(500), false)
    }

    #[test]
    fn a_status_becomes_a_code_and_a_reason() {
        let int = ExitStatus::Signaled(Signal::INT);
        let kill = ExitStatus::Signaled(Signal::KILL);
        let crash = ExitStatus::Crashed { message: "broken".into() };
        let cases = [
            (Cause::Process, ExitStatus::Exited(3), 3, Reason::Exit, None),
            (Cause::Process, int, -2, Reason::Signal, None),
            (Cause::Process, crash, -11, Reason::Crash, Some("broken")),
            (Cause::Stopped, kill.clone(), -9, Reason::Signal, None),
            (Cause::Aborted, kill.clone(), -9, Reason::Aborted, None),
            (
                Cause::Timeout,
                kill,
                -9,
                Reason::Timeout,
                Some("The program was stopped after 500 ms."),
            ),
        ];
        for (cause, status, code, reason, message) in cases {
            let result = result(cause, status, None);
            assert_eq!((result.exit_code, result.reason), (code, reason));
            assert_eq!(result.message.as_deref(), message);
        }
    }

    #[test]
    fn a_deadlock_is_told_with_the_timeout() {
        let kill = ExitStatus::Signaled(Signal::KILL);
        let result = result(Cause::Timeout, kill, Some("Process 1 waits."));
        let message = "The program was stopped after 500 ms. Process 1 waits.";
        assert_eq!(result.message.as_deref(), Some(message));
    }
}
