//! Owns the end of processes: exit statuses, orphans, zombies, and `waitpid`.

use vivarium_protocol::{Errno, ExitStatus, Pid, Signal, WaitFor, WaitStatus};

use crate::event::{Effect, RunId};
use crate::kernel::Kernel;
use crate::process::{Process, State, Waiting};
use crate::run::{Cause, ProcessEnd, RunEnd};
use crate::trace::Step;

impl Kernel {
    /// Ends a process: closes what it has open, tells its parent, and ends its run with it.
    pub(crate) fn finish(&mut self, pid: Pid, status: ExitStatus, effects: &mut Vec<Effect>) {
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        self.trace.record(self.now, pid, Step::Exit(in_words(&status)));
        self.files.close_all(&mut process.descriptors);
        process.timer = None;
        process.builtin = None;
        process.state = State::Zombie(status);
        let (ppid, run) = (process.ppid, process.run);
        self.take_leases_back(effects);
        self.parked.retain(|parked| parked.pid != pid);
        self.orphan_children(pid);
        if self.processes.get(&ppid).is_some_and(Process::is_alive) {
            self.wake_parent_for_turn(ppid);
            self.wake_waiters(ppid, effects);
            self.signal(ppid, Signal::CHLD, effects);
        } else {
            self.reap(pid);
        }
        if self.runs.get(&run).is_some_and(|run| run.first == pid) {
            self.end_run(run, Cause::Process, None, effects);
        }
    }

    fn orphan_children(&mut self, parent: Pid) {
        let children: Vec<Pid> =
            self.processes.values().filter(|p| p.ppid == parent).map(|p| p.pid).collect();
        for child in children {
            let Some(process) = self.processes.get_mut(&child) else { continue };
            if process.is_alive() {
                process.ppid = Pid(0);
            } else {
                self.reap(child);
            }
        }
    }

    /// Forgets a process that is over, but for its run's account.
    fn reap(&mut self, pid: Pid) -> Option<ExitStatus> {
        let process = self.processes.remove(&pid)?;
        let State::Zombie(status) = process.state else { return None };
        let Process { ppid, command, argv, run, .. } = process;
        if let Some(run) = self.runs.get_mut(&run) {
            run.ended.push(ProcessEnd { pid, ppid, command, argv, status: status.clone() });
        }
        Some(status)
    }

    /// Returns the child that ended, `None` if none has yet.
    pub(crate) fn waitpid(
        &mut self,
        parent: Pid,
        who: WaitFor,
    ) -> Result<Option<(Pid, WaitStatus)>, Errno> {
        let is_meant = |process: &&Process| {
            process.ppid == parent
                && match who {
                    WaitFor::Any => true,
                    WaitFor::Child(pid) => process.pid == pid,
                    WaitFor::Group(group) => process.group == group,
                }
        };
        let mut children = self.processes.values().filter(is_meant).peekable();
        children.peek().ok_or(Errno::ECHILD)?;
        let Some(pid) = children.find(|process| !process.is_alive()).map(|p| p.pid) else {
            return Ok(None);
        };
        let status = match self.reap(pid) {
            Some(ExitStatus::Exited(code)) => WaitStatus::Exited(code),
            Some(ExitStatus::Signaled(signal)) => WaitStatus::Signaled(signal),
            Some(ExitStatus::Crashed { .. }) | None => WaitStatus::Signaled(Signal::SEGV),
        };
        Ok(Some((pid, status)))
    }

    /// Tries again the calls in which `parent` waits for a child.
    fn wake_waiters(&mut self, parent: Pid, effects: &mut Vec<Effect>) {
        for parked in std::mem::take(&mut self.parked) {
            match parked.waiting {
                Waiting::Child(_) if parked.pid == parent => self.attempt(parked, false, effects),
                Waiting::Child(_) | Waiting::Files(_) | Waiting::Pack => {
                    self.parked.push_back(parked);
                }
            }
        }
    }

    /// Kills all processes of a run, and ends it.
    pub(crate) fn kill_run(&mut self, id: RunId, cause: Cause, effects: &mut Vec<Effect>) {
        let note = self.stuck_note(id);
        self.end_run(id, cause, note, effects);
    }

    fn end_run(
        &mut self,
        id: RunId,
        cause: Cause,
        note: Option<String>,
        effects: &mut Vec<Effect>,
    ) {
        // Taken out first, so that the end of its first process does not end it a second time.
        let Some(run) = self.runs.remove(&id) else { return };
        let first = run.first;
        let wall_ms = run.started_at.map_or(0, |start| start.until(self.now));
        let stdio = run.stdio;
        let mut ended = run.ended;
        for pid in self.pids_of(id) {
            let Some(mut process) = self.processes.remove(&pid) else { continue };
            self.parked.retain(|parked| parked.pid != pid);
            if process.is_alive() {
                self.trace.record(self.now, pid, Step::Signal(Signal::KILL));
                let killed = ExitStatus::Signaled(Signal::KILL);
                self.trace.record(self.now, pid, Step::Exit(in_words(&killed)));
                self.files.close_all(&mut process.descriptors);
                if process.builtin.is_none() {
                    effects.push(Effect::Terminate(pid));
                }
            }
            let Process { ppid, command, argv, state, .. } = process;
            let status = match state {
                State::Zombie(status) => status,
                State::Starting(_) | State::Running => ExitStatus::Signaled(Signal::KILL),
            };
            ended.push(ProcessEnd { pid, ppid, command, argv, status });
        }
        self.drain_output(effects);
        self.files.remove_stdio(stdio);
        ended.sort_by_key(|end| (end.pid != first, end.pid));
        let end = RunEnd { cause, processes: ended, note, wall_ms };
        effects.push(Effect::RunEnded { run: id, end });
    }
}

fn in_words(status: &ExitStatus) -> String {
    match status {
        ExitStatus::Exited(code) => code.to_string(),
        ExitStatus::Signaled(signal) => match signal.name() {
            Some(name) => name.to_owned(),
            None => format!("signal {}", signal.0),
        },
        ExitStatus::Crashed { message } => format!("crash: {message}"),
    }
}
