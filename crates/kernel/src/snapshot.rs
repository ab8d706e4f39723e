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
                .map(|parked| parked.waiting.to_string())
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
                open_files: self.files.open_files(&process.descriptors),
            }
        };
        ProcessViews(self.processes.values().map(view).collect())
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

impl fmt::Display for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Files(Wait::Input(_)) => f.write_str("input"),
            Self::Files(Wait::PipeData(pipe)) => write!(f, "data in pipe {}", pipe.0),
            Self::Files(Wait::PipeRoom(pipe)) => write!(f, "room in pipe {}", pipe.0),
            Self::Files(Wait::Accept(id)) => write!(f, "a connection to socket {}", id.0),
            Self::Files(Wait::Connect(id)) => write!(f, "the connection of socket {}", id.0),
            Self::Files(Wait::SocketData(id)) => write!(f, "data from socket {}", id.0),
            Self::Files(Wait::SocketRoom(id)) => write!(f, "room in socket {}", id.0),
            Self::Files(Wait::Semaphore(id)) => write!(f, "semaphore {}", id.0),
            Self::Files(Wait::Poll(_)) => f.write_str("poll"),
            Self::Child(WaitFor::Child(pid)) => write!(f, "process {}", pid.0),
            Self::Child(WaitFor::Any | WaitFor::Group(_)) => f.write_str("a child"),
            Self::Pack => f.write_str("a pack"),
        }
    }
}
