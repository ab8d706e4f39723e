//! Owns signals and time: delivery, interrupted calls, timers, timeouts, and Stop.

use std::collections::VecDeque;

use vivarium_protocol::{Errno, ExitStatus, Pid, Reply, Signal, Syscall};

use crate::event::{Effect, Millis, RunId};
use crate::kernel::Kernel;
use crate::process::{Parked, Process, State, Waiting};
use crate::run::{Cause, STOP_PATIENCE_MS, Stop};
use crate::trace::Step;

/// Signals that end no process by themselves: CHLD, CONT, URG, WINCH.
const HARMLESS: [Signal; 4] = [Signal::CHLD, Signal(18), Signal(23), Signal::WINCH];

impl Kernel {
    /// Sends a signal: SIGKILL ends the process, any other interrupts its waiting calls.
    pub(crate) fn signal(&mut self, pid: Pid, signal: Signal, effects: &mut Vec<Effect>) {
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        let is_builtin = process.builtin.is_some();
        if is_builtin && HARMLESS.contains(&signal) {
            return;
        }
        self.trace.record(self.now, pid, Step::Signal(signal));
        if is_builtin || signal == Signal::KILL {
            if !is_builtin {
                effects.push(Effect::Terminate(pid));
            }
            self.finish(pid, ExitStatus::Signaled(signal), effects);
            return;
        }
        if let State::Starting(signals) = &mut process.state {
            signals.push(signal);
            return;
        }
        process.signals += 1;
        process.is_idle = false;
        effects.push(Effect::Signal { pid, signal });
        self.wake_for_turn(pid);
        self.interrupt_calls(pid, effects);
    }

    /// Answers the waiting calls of a process with EINTR, or with what they have done so far.
    fn interrupt_calls(&mut self, pid: Pid, effects: &mut Vec<Effect>) {
        let (interrupted, rest) = std::mem::take(&mut self.parked)
            .into_iter()
            .partition(|parked| parked.pid == pid && parked.waiting != Waiting::Pack);
        self.parked = rest;
        let interrupted: VecDeque<Parked> = interrupted;
        for parked in interrupted {
            let result = match parked.written {
                0 => Err(Errno::EINTR),
                written => Ok(Reply::Count(written)),
            };
            self.reply(pid, parked.id, result, effects);
        }
    }

    /// Signals the foreground of a run: the group of its first process.
    pub(crate) fn signal_run(&mut self, run: RunId, signal: Signal, effects: &mut Vec<Effect>) {
        let first = self.runs.get(&run).and_then(|run| self.processes.get(&run.first));
        let Some(group) = first.map(|process| process.group) else { return };
        for pid in self.pids_of(run) {
            if self.processes.get(&pid).is_some_and(|process| process.group == group) {
                self.signal(pid, signal, effects);
            }
        }
    }

    /// Stop. The first one is SIGINT; one that finds the program still busy with the last kills.
    pub(crate) fn interrupt(&mut self, id: RunId, effects: &mut Vec<Effect>) {
        let give_up_at = self.now.after(STOP_PATIENCE_MS);
        let Some(run) = self.runs.get_mut(&id) else { return };
        // A program that carries its files cannot be reached while it runs.
        if run.stop != Stop::Idle || run.started_at.is_none() || run.carries_files {
            self.kill_run(id, Cause::Stopped, effects);
            return;
        }
        run.stop = Stop::Sent { give_up_at };
        let stdio = run.stdio;
        if let Some(stdio) = self.files.stdio_mut(stdio) {
            stdio.discard_input();
        }
        self.signal_run(id, Signal::INT, effects);
    }

    /// Notes a sign of life: the interrupt, if there was one, is not without an answer.
    pub(crate) fn heard(&mut self, pid: Pid) {
        let Some(process) = self.processes.get(&pid) else { return };
        if let Some(run) = self.runs.get_mut(&process.run)
            && matches!(run.stop, Stop::Sent { .. })
        {
            run.stop = Stop::Answered;
        }
    }

    /// Returns when the kernel next wants an [`crate::Event::Tick`].
    pub fn next_deadline(&self) -> Option<Millis> {
        let timers = self.processes.values().filter_map(|p| p.timer.map(|timer| timer.at));
        let polls = self.parked.iter().filter_map(|parked| parked.deadline);
        let stops = self.runs.values().filter_map(crate::run::Run::give_up_at);
        let timeouts = self.runs.values().filter_map(crate::run::Run::timeout_at);
        let has_commands = !self.cues.is_empty() || self.has_turns_to_give();
        let commands = has_commands.then_some(self.now);
        timers.chain(polls).chain(stops).chain(timeouts).chain(commands).min()
    }

    /// Does what the time that has come asks for.
    pub(crate) fn pass_deadlines(&mut self, effects: &mut Vec<Effect>) {
        let now = self.now;
        let is_due = |at: Option<Millis>| at.is_some_and(|at| at <= now);
        let late: Vec<(RunId, Cause)> = self
            .runs
            .values()
            .filter_map(|run| {
                if is_due(run.timeout_at()) {
                    Some((run.id, Cause::Timeout))
                } else {
                    is_due(run.give_up_at()).then_some((run.id, Cause::Stopped))
                }
            })
            .collect();
        for (run, cause) in late {
            self.kill_run(run, cause, effects);
        }
        let rung: Vec<Pid> = self
            .processes
            .values()
            .filter(|process| is_due(process.timer.map(|timer| timer.at)))
            .map(|process| process.pid)
            .collect();
        for pid in rung {
            self.ring(pid, effects);
        }
        let (given_up, waiting) =
            std::mem::take(&mut self.parked).into_iter().partition(|p| is_due(p.deadline));
        self.parked = waiting;
        let given_up: VecDeque<Parked> = given_up;
        for parked in given_up {
            let result = match parked.call {
                Syscall::SemWait { .. } => Err(Errno::ETIMEDOUT),
                _ => Ok(Reply::Ready(Vec::new())),
            };
            self.reply(parked.pid, parked.id, result, effects);
        }
    }

    /// Lets a timer ring; late ones ring once, not once for each interval.
    fn ring(&mut self, pid: Pid, effects: &mut Vec<Effect>) {
        let now = self.now;
        let Some(process) = self.processes.get_mut(&pid) else { return };
        let Some(timer) = &mut process.timer else { return };
        if timer.then_ms == 0 {
            process.timer = None;
        } else {
            timer.at = timer.at.after(timer.then_ms).max(now.after(1));
        }
        self.signal(pid, Signal::ALRM, effects);
    }

    /// Returns whether the process exists and is not over.
    pub fn is_alive(&self, pid: Pid) -> bool {
        self.processes.get(&pid).is_some_and(Process::is_alive)
    }
}
