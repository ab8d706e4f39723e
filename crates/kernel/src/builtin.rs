//! Owns the commands that the kernel itself runs: small programs as state machines.
//!
//! They make system calls like any process, wait and die like one, and need no worker. What each
//! one does is in its own file; [`Kernel::run_builtins`] carries their calls.

mod cat;
mod ls;
mod say;
mod sleep;
mod tracker;

use std::collections::VecDeque;

use vivarium_protocol::{
    Bytes, Errno, ExitStatus, Fd, OpenFlags, Pid, Reply, RequestId, Signal, Syscall,
};

use crate::event::Effect;
use crate::kernel::Kernel;

/// How many calls all built-in commands together make before other events have their turn.
const CALLS_AT_ONCE: u32 = 256;
/// How much is read or written at once, in bytes.
const BLOCK: u32 = 32 << 10;

pub(crate) type Answer = Result<Reply, Errno>;

/// With what a command goes on: the answer to its call, or nothing at its start.
#[derive(Debug)]
pub(crate) struct Cue(Option<Answer>);

/// What a command does next; what it has to say is written first.
#[derive(Debug)]
enum Step {
    Call(Syscall),
    Exit(u8),
}

/// What a command has to say, by descriptor, in order.
#[derive(Debug, Default)]
struct Out {
    pieces: VecDeque<(Fd, Vec<u8>)>,
}

impl Out {
    fn print(&mut self, data: impl Into<Vec<u8>>) {
        self.pieces.push_back((Fd::STDOUT, data.into()));
    }

    fn complain(&mut self, text: &str) {
        self.pieces.push_back((Fd::STDERR, text.as_bytes().to_vec()));
    }
}

#[derive(Debug)]
enum Command {
    Say(say::Say),
    Pwd(say::Pwd),
    Cat(cat::Cat),
    Ls(ls::Ls),
    Sleep(sleep::Sleep),
    Tracker(tracker::Tracker),
}

/// A command under way.
#[derive(Debug)]
pub(crate) struct Builtin {
    command: Command,
    out: Out,
    /// The answer to come belongs to a write of `out`.
    is_writing: bool,
    /// What it does when all is written.
    then: Option<Step>,
    next_id: u32,
}

impl From<Command> for Builtin {
    fn from(command: Command) -> Self {
        Self { command, out: Out::default(), is_writing: false, then: None, next_id: 1 }
    }
}

impl Builtin {
    /// Returns the command of that name; `argv` is what stands after it.
    pub(crate) fn command(name: &str, argv: &[String]) -> Option<Self> {
        Some(Self::from(match name {
            "cat" => Command::Cat(cat::Cat::new(argv)),
            "echo" => Command::Say(say::echo(argv)),
            "false" => Command::Say(say::Say::new("", "", 1)),
            "ls" => Command::Ls(ls::Ls::new(argv)),
            "pwd" => Command::Pwd(say::Pwd),
            "sleep" => Command::Sleep(sleep::Sleep::new(argv)),
            "true" => Command::Say(say::Say::new("", "", 0)),
            _ => return None,
        }))
    }

    /// `env` without a command: prints the environment.
    pub(crate) fn env(env: &[(String, String)]) -> Self {
        let mut lines = String::new();
        for (name, value) in env {
            lines += &[name, "=", value, "\n"].concat();
        }
        Self::from(Command::Say(say::Say::new(&lines, "", 0)))
    }

    /// Returns a command that only complains.
    pub(crate) fn failure(complaint: &str, code: u8) -> Self {
        Self::from(Command::Say(say::Say::new("", complaint, code)))
    }

    /// Takes the answer to the last call (none at the start), and says what comes next.
    fn resume(&mut self, answer: Option<Answer>) -> Step {
        if std::mem::take(&mut self.is_writing) {
            if let Err(code) = self.wrote(answer) {
                return Step::Exit(code);
            }
        } else {
            let out = &mut self.out;
            self.then = Some(match &mut self.command {
                Command::Say(say) => say.resume(out),
                Command::Pwd(_) => say::Pwd::resume(answer, out),
                Command::Cat(cat) => cat.resume(answer, out),
                Command::Ls(ls) => ls.resume(answer, out),
                Command::Sleep(sleep) => sleep.resume(answer, out),
                Command::Tracker(tracker) => tracker.resume(answer.as_ref()),
            });
        }
        while self.out.pieces.front().is_some_and(|(_, data)| data.is_empty()) {
            self.out.pieces.pop_front();
        }
        if let Some((fd, data)) = self.out.pieces.front() {
            self.is_writing = true;
            let data = Bytes(data[..data.len().min(BLOCK as usize)].to_vec());
            return Step::Call(Syscall::Write { fd: *fd, data });
        }
        self.then.take().unwrap_or(Step::Exit(1))
    }

    /// Takes away what was written; the error is the exit status of a command that cannot write.
    fn wrote(&mut self, answer: Option<Answer>) -> Result<(), u8> {
        match answer {
            Some(Ok(Reply::Count(count))) => {
                if let Some((_, data)) = self.out.pieces.front_mut() {
                    data.drain(..(count as usize).min(data.len()));
                }
                Ok(())
            }
            _ => Err(1),
        }
    }
}

/// Returns the command that stands for `multiprocessing`'s resource tracker: the kernel itself
/// owns what the tracker would look after, so that it need only live as long as its pipe.
pub(crate) fn resource_tracker(argv: &[String]) -> Option<Builtin> {
    tracker::Tracker::of(argv).map(|tracker| Builtin::from(Command::Tracker(tracker)))
}

impl Kernel {
    /// Lets a command that has just been entered begin.
    pub(crate) fn begin_builtin(&mut self, pid: Pid) {
        self.cue_builtin(pid, Cue(None));
    }

    /// Keeps an answer until its command goes on.
    pub(crate) fn answer_builtin(&mut self, pid: Pid, answer: Answer) {
        self.cue_builtin(pid, Cue(Some(answer)));
    }

    fn cue_builtin(&mut self, pid: Pid, cue: Cue) {
        if let Some(cue) = self.keep_for_turn(pid, cue) {
            self.cues.push_back((pid, cue));
        }
    }

    /// Lets the built-in commands go on that have an answer; says whether one did.
    pub(crate) fn run_builtins(&mut self, effects: &mut Vec<Effect>) -> bool {
        let mut has_run = false;
        while self.builtin_calls < CALLS_AT_ONCE
            && let Some((pid, cue)) = self.cues.pop_front()
        {
            has_run = true;
            self.builtin_calls += 1;
            self.step_builtin(pid, cue, effects);
        }
        has_run
    }

    pub(crate) fn step_builtin(&mut self, pid: Pid, Cue(answer): Cue, effects: &mut Vec<Effect>) {
        let at = self.clock_of(pid);
        self.trace.begin(self.now, Some(pid), None);
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        let Some(builtin) = &mut process.builtin else { return };
        let broken_pipe = builtin.is_writing && answer == Some(Err(Errno::EPIPE));
        if broken_pipe {
            self.finish(pid, ExitStatus::Signaled(Signal::PIPE), effects);
            return;
        }
        match builtin.resume(answer) {
            Step::Exit(code) => self.finish(pid, ExitStatus::Exited(code), effects),
            Step::Call(call) => {
                let id = RequestId(builtin.next_id);
                builtin.next_id += 1;
                self.request(pid, id, (at, 0), call, effects);
            }
        }
    }
}

/// Parts a command line into options and the rest; `--` ends the options.
fn split_options(argv: &[String]) -> (Vec<String>, Vec<String>) {
    let end = argv.iter().position(|word| word == "--").unwrap_or(argv.len());
    let is_option = |word: &String| word.len() > 1 && word.starts_with('-');
    let (options, mut rest): (Vec<String>, Vec<String>) =
        argv[..end].iter().cloned().partition(is_option);
    rest.extend(argv.iter().skip(end + 1).cloned());
    (options, rest)
}

/// Opens a file to be read.
fn open(path: &str) -> Syscall {
    let flags = OpenFlags(OpenFlags::RDONLY);
    Syscall::Open { at: None, path: path.to_owned(), flags, mode: 0 }
}

/// Returns the complaint of a command about a path.
fn complaint(command: &str, path: &str, errno: Errno) -> String {
    format!("{command}: {path}: {}\n", errno.message())
}

/// Returns the complaint about an option that a command does not know.
fn unknown_option(command: &str, option: &str) -> String {
    match option.strip_prefix("--") {
        Some(_) => format!("{command}: unrecognized option '{option}'\n"),
        None => {
            let letter = option.chars().nth(1).unwrap_or('-');
            format!("{command}: invalid option -- '{letter}'\n")
        }
    }
}
