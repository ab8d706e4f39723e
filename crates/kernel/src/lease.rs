//! Owns which processes may be given leases, and the way of a lease back.

use vivarium_protocol::{Mode, Pid, Reply, Syscall};

use crate::event::Effect;
use crate::kernel::Kernel;
use crate::process::{State, Waiting};

impl Kernel {
    /// Adds a lease to an answer if the process may have some: not in lockstep, where each call has its
    /// place, nor in a traced run, where each is seen.
    pub(crate) fn grant(&mut self, pid: Pid, call: &Syscall, reply: Reply) -> Reply {
        let Some(process) = self.processes.get(&pid) else { return reply };
        let may = self
            .runs
            .get(&process.run)
            .is_some_and(|run| matches!(run.mode, Mode::Live) && !run.traced && !run.carries_files);
        if !may || process.builtin.is_some() {
            return reply;
        }
        let parked = &self.parked;
        self.files.grant(&process.descriptors, call, reply, |wait| {
            parked.iter().any(|parked| parked.waiting == Waiting::Files(wait))
        })
    }

    /// Takes back what leases must end. Comes before everything by which their holders could learn why.
    pub(crate) fn take_leases_back(&mut self, effects: &mut Vec<Effect>) {
        for (table, lease) in self.files.take_recalls() {
            let holder = self.processes.values().find(|process| {
                process.descriptors.id() == table && process.state == State::Running
            });
            if let Some(process) = holder {
                effects.push(Effect::Recall { pid: process.pid, lease });
            }
        }
    }
}
