//! Owns pictures of the kernel's state, for people and for tests.

use std::fmt;

use vivarium_protocol::{Pid, WaitFor};
use vivarium_vfs::{DescriptorView, Wait};

use crate::event::RunId;
use crate::kernel::Kernel;
use crate::process::{State, Waiting};

/// One line of `ps`, with what is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessView {
    /// Its process id.
    pub pid: Pid,
    /// Its parent's; 0 for the first of a run.
    pub ppid: Pid,
    /// The run it belongs to.
    pub run: RunId,
    /// `N` starting, `R` running, `S` waiting in a call, `Z` zombie.
    pub letter: char,
    /// What its calls wait for.
    pub waits_for: Vec<String>,
    /// The number of its process group.
    pub group: Pid,
    /// The number of its session.
    pub session: Pid,
    /// The program's own name: `python`, or that of a built-in command.
    pub command: String,
    /// What stood after it.
    pub argv: Vec<String>,
    /// Its descriptors.
    pub open_files: Vec<DescriptorView>,
    /// How long it has computed, in milliseconds; unknown at first, and of built-in commands.
    pub busy_ms: Option<u32>,
    /// How much memory it has, in bytes; as above.
    pub memory: Option<u32>,
}

/// All processes, by their ids. `Display` is like `ps -o pid,ppid,stat,wchan,args`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessViews(pub Vec<ProcessView>);

impl Kernel {
    /// Returns a picture of all processes.
    pub fn processes(&self) -> ProcessViews {
        let view = |process: &crate::process::Process| {
            let waits_for: Vec<String> = self
                .parked
                .iter()
                .filter(|parked| parked.pid == process.pid)
                .chain(self.waits_in_turns(process.pid))
                .map(|parked| self.reason(parked.waiting))
                .collect();
            let letter = match process.state {
                State::Starting(_) => 'N',
                State::Running if waits_for.is_empty() => 'R',
                State::Running => 'S',
                State::Zombie(_) => 'Z',
            };
            ProcessView {
                pid: process.pid,
                ppid: process.ppid,
                run: process.run,
                letter,
                waits_for,
                group: process.group,
                session: process.session,
                command: process.command.clone(),
                argv: process.argv.clone(),
                busy_ms: process.usage.map(|(busy_ms, _)| busy_ms),
                memory: process.usage.map(|(_, memory)| memory),
                open_files: self.files.open_files(&process.descriptors),
            }
        };
        ProcessViews(self.processes.values().map(view).collect())
    }

    /// Says what a call waits for.
    pub(crate) fn reason(&self, waiting: Waiting) -> String {
        let socket = |id| self.files.socket_title(id);
        match waiting {
            Waiting::Files(Wait::Input(_)) => "input".to_owned(),
            Waiting::Files(Wait::PipeData(pipe)) => format!("data in pipe {}", pipe.0),
            Waiting::Files(Wait::PipeRoom(pipe)) => format!("room in pipe {}", pipe.0),
            Waiting::Files(Wait::Accept(id)) => format!("a client of {}", socket(id)),
            Waiting::Files(Wait::Connect(id)) => format!("a listener for {}", socket(id)),
            Waiting::Files(Wait::SocketData(id)) => format!("data from {}", socket(id)),
            Waiting::Files(Wait::SocketRoom(id)) => format!("the reader of {}", socket(id)),
            Waiting::Files(Wait::Semaphore(id)) => self.files.semaphore_title(id),
            Waiting::Files(Wait::Poll(_)) => "poll".to_owned(),
            Waiting::Child(WaitFor::Child(pid)) => format!("process {}", pid.0),
            Waiting::Child(WaitFor::Any | WaitFor::Group(_)) => "a child".to_owned(),
            Waiting::Pack => "a pack".to_owned(),
        }
    }
}

impl fmt::Display for ProcessViews {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>5} {:>5} S {:<18} COMMAND", "PID", "PPID", "WAITS FOR")?;
        for view in &self.0 {
            let waits_for =
                if view.waits_for.is_empty() { "-".into() } else { view.waits_for.join(", ") };
            let argv = view.argv.join(" ");
            writeln!(
                f,
                "{:>5} {:>5} {} {waits_for:<18} {} {argv}",
                view.pid.0, view.ppid.0, view.letter, view.command
            )?;
        }
        Ok(())
    }
}
