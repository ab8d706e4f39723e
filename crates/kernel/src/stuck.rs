//! Owns the note on a deadlock: who waits for what, when nobody can make it come.

use vivarium_protocol::WaitFor;
use vivarium_vfs::{PipeId, Wait};

use crate::event::RunId;
use crate::kernel::Kernel;
use crate::process::{Parked, Process, State, Waiting};

impl Kernel {
    /// Returns sentences on what the processes of a run wait for, if each of them waits and
    /// neither input nor a timer can wake one. A process may still compute in another thread:
    /// the kernel sees its calls alone.
    pub fn stuck_note(&self, run: RunId) -> Option<String> {
        let alive: Vec<&Process> =
            self.processes.values().filter(|p| p.run == run && p.is_alive()).collect();
        let mut sentences = Vec::new();
        for process in &alive {
            if process.timer.is_some() || process.state != State::Running {
                return None;
            }
            let mut waits = false;
            let here = self.parked.iter().filter(|parked| parked.pid == process.pid);
            for parked in here.chain(self.waits_in_turns(process.pid)) {
                waits = true;
                sentences.push(self.sentence(parked, &alive)?);
            }
            if !waits {
                return None;
            }
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Says whether a live run can only be stopped: every process has said that all its threads
    /// wait, and nothing from outside can end a wait.
    pub(crate) fn is_stuck(&self, run: RunId) -> bool {
        let is_idle = |process: &Process| process.is_idle || process.builtin.is_some();
        let mut alive = self.processes.values().filter(|p| p.run == run && p.is_alive());
        // A page, or another run, may connect to a server.
        let is_served = |parked: &Parked| {
            matches!(parked.waiting, Waiting::Files(Wait::Accept(_) | Wait::Poll(_)))
                && self.processes.get(&parked.pid).is_some_and(|process| process.run == run)
        };
        alive.all(is_idle) && !self.parked.iter().any(is_served) && self.stuck_note(run).is_some()
    }

    /// Says what one call waits for; `None` if it may be woken from outside.
    fn sentence(&self, parked: &Parked, alive: &[&Process]) -> Option<String> {
        let who = format!("Process {} waits for", parked.pid.0);
        Some(match parked.waiting {
            // The holder of a lease gives it back.
            Waiting::Files(Wait::PipeData(pipe)) if self.files.is_leased_ahead(pipe) => {
                return None;
            }
            Waiting::Files(Wait::Semaphore(id)) if self.files.is_leased(id) => return None,
            Waiting::Files(Wait::PipeData(pipe)) => {
                format!("{who} data in pipe {}; {}.", pipe.0, self.holders(pipe, 'w', alive))
            }
            Waiting::Files(Wait::PipeRoom(pipe)) => {
                format!("{who} room in pipe {}; {}.", pipe.0, self.holders(pipe, 'r', alive))
            }
            Waiting::Files(Wait::Semaphore(id)) if parked.deadline.is_none() => {
                format!("{who} {} to be posted.", self.files.semaphore_title(id))
            }
            Waiting::Files(Wait::Accept(socket)) => {
                format!("{who} a client of {}.", self.files.socket_title(socket))
            }
            Waiting::Files(Wait::Connect(_)) => {
                format!("{who} a listener that accepts its connection.")
            }
            Waiting::Files(Wait::SocketData(socket)) => {
                format!("{who} data from {}.", self.files.socket_title(socket))
            }
            Waiting::Files(Wait::SocketRoom(socket)) => {
                format!(
                    "{who} the reader of {}, whose queue is full.",
                    self.files.socket_title(socket)
                )
            }
            Waiting::Child(WaitFor::Child(child)) => {
                format!("{who} the end of process {}.", child.0)
            }
            Waiting::Child(WaitFor::Any | WaitFor::Group(_)) => {
                format!("{who} the end of a child.")
            }
            Waiting::Files(Wait::Poll(None)) if parked.deadline.is_none() => {
                format!("{who} one of several descriptors.")
            }
            Waiting::Files(Wait::Semaphore(_) | Wait::Poll(_) | Wait::Input(_)) | Waiting::Pack => {
                return None;
            }
        })
    }

    fn holders(&self, pipe: PipeId, access: char, alive: &[&Process]) -> String {
        let holders: Vec<String> = alive
            .iter()
            .filter(|process| {
                self.files
                    .open_files(&process.descriptors)
                    .iter()
                    .any(|view| view.pipe == Some(pipe) && view.access == access)
            })
            .map(|process| process.pid.0.to_string())
            .collect();
        let end = if access == 'w' { "writing" } else { "reading" };
        match holders.as_slice() {
            [] => format!("nobody has its {end} end"),
            [one] => format!("only process {one} has its {end} end"),
            several => format!("processes {} have its {end} end", several.join(", ")),
        }
    }
}
