//! Owns the kernel's state, and what each event is about; births are `spawn.rs`, ends `wait.rs`.

use std::collections::{BTreeMap, VecDeque};

use vivarium_protocol::{
    ExitStatus, Fd, FileChange, Mode, Pid, RequestId, Signal, Syscall, Timespec,
};
use vivarium_vfs::{Changes, FileTree, Files, Limits, Stdio, StdioId};

use crate::builtin::Cue;
use crate::event::{Effect, Event, Millis, RunId};
use crate::process::{Parked, Process, State, Waiting};
use crate::run::{Cause, Run};
use crate::trace::{Step, Trace, describe};

/// When a lockstep run begins on its own clock: 2026-01-01 UTC, as in `crates/green`.
pub(crate) const LOCKSTEP_START: Timespec = Timespec { sec: 1_767_225_600, nsec: 0 };

/// The page's operating system: the processes and files of one workspace.
///
/// A plain state machine: the host feeds it [`Event`]s and carries out the [`Effect`]s.
#[derive(Debug)]
pub struct Kernel {
    pub(crate) now: Millis,
    pub(crate) files: Files,
    pub(crate) processes: BTreeMap<Pid, Process>,
    pub(crate) runs: BTreeMap<RunId, Run>,
    /// Calls that wait, in the order in which they came.
    pub(crate) parked: VecDeque<Parked>,
    /// The built-in commands of live runs that can go on.
    pub(crate) cues: VecDeque<(Pid, Cue)>,
    /// How many calls they have made during this event.
    pub(crate) builtin_calls: u32,
    pub(crate) trace: Trace,
    next_pid: u32,
    next_run: u32,
    has_announced_files: bool,
}

impl Kernel {
    /// Returns a kernel with a fresh file tree. `wall` is the time of its first files; `seed`
    /// is for `/dev/urandom`.
    pub fn new(limits: Limits, seed: u64, wall: Timespec) -> Self {
        Self {
            now: Millis::default(),
            files: Files::new(limits, seed, wall),
            processes: BTreeMap::new(),
            runs: BTreeMap::new(),
            parked: VecDeque::new(),
            cues: VecDeque::new(),
            builtin_calls: 0,
            trace: Trace::default(),
            next_pid: 1,
            next_run: 1,
            has_announced_files: false,
        }
    }

    /// Applies one event, and appends to `effects` what the host must now do.
    pub fn handle(&mut self, now: Millis, event: Event, effects: &mut Vec<Effect>) {
        self.now = self.now.max(now);
        self.note_actor(&event);
        match event {
            Event::Launch(launch) => self.launch(*launch, effects),
            Event::Started(pid) => self.started(pid, effects),
            Event::Request { pid, id, at, signals, call } => {
                self.request(pid, id, (at, signals), call, effects);
            }
            Event::Yield { pid, at, until } => self.hear_yield(pid, at, until, effects),
            Event::Usage { pid, busy_ms, memory } => {
                if let Some(process) = self.processes.get_mut(&pid) {
                    process.usage = Some((busy_ms, memory));
                }
            }
            Event::Signal { pid, signal } => self.signal(pid, signal, effects),
            Event::Refused { pid, message } => self.refused(pid, message, effects),
            Event::Output { pid, fd, data } => self.output(pid, fd, data, effects),
            Event::Exited { pid, status, files } => {
                self.heard(pid);
                self.merge(pid, files);
                self.finish(pid, status, effects);
            }
            Event::Typed { run, data } => self.with_stdio(run, |stdio| stdio.type_in(&data)),
            Event::EndOfInput(run) => self.with_stdio(run, Stdio::end_input),
            Event::Resized { run, terminal } => {
                self.with_stdio(run, |stdio| stdio.resize(terminal.columns, terminal.rows));
                if let Some(run) = self.runs.get_mut(&run).filter(|run| run.terminal.is_some()) {
                    run.terminal = Some(terminal);
                }
                self.signal_run(run, Signal::WINCH, effects);
            }
            Event::Interrupt(run) => self.interrupt(run, effects),
            Event::Kill { run, is_abort } => {
                self.kill_run(run, if is_abort { Cause::Aborted } else { Cause::Stopped }, effects);
            }
            Event::PackLoaded { pid, id, data } => self.pack_loaded(pid, id, data, effects),
            Event::Tick => {}
        }
        self.pass_deadlines(effects);
        self.wake(effects);
        self.builtin_calls = 0;
        while self.run_builtins(effects) {
            self.wake(effects);
        }
        self.give_turns(effects);
        self.take_leases_back(effects);
        self.drain_output(effects);
        if self.files.tree().has_changed() && !self.has_announced_files {
            self.has_announced_files = true;
            effects.push(Effect::FilesChanged);
        }
    }

    /// Notes for the trace who acts, and at what time on its own clock.
    fn note_actor(&mut self, event: &Event) {
        let clock = |pid: &Pid| {
            let process = self.processes.get(pid)?;
            let mode = self.runs.get(&process.run)?.mode;
            matches!(mode, Mode::Lockstep { .. }).then_some(process.clock)
        };
        let (by, time) = match event {
            Event::Request { pid, at, .. } => (Some(*pid), Some(*at)),
            Event::Output { pid, .. } | Event::Exited { pid, .. } => (Some(*pid), clock(pid)),
            _ => (None, None),
        };
        self.trace.begin(self.now, by, time);
    }

    /// Returns the number that the next [`Event::Launch`] gives its run.
    pub fn next_run(&self) -> RunId {
        RunId(self.next_run)
    }

    /// Returns the file tree.
    pub fn tree(&self) -> &FileTree {
        self.files.tree()
    }

    /// Returns the file tree, for the page's own changes.
    pub fn tree_mut(&mut self) -> &mut FileTree {
        self.files.tree_mut()
    }

    /// Returns which files changed since the last question.
    pub fn take_changes(&mut self) -> Changes {
        self.has_announced_files = false;
        self.files.tree_mut().take_changes()
    }

    /// Returns what happened so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    fn merge(&mut self, pid: Pid, changes: Vec<FileChange>) {
        let Some(process) = self.processes.get(&pid) else { return };
        if !self.runs.get(&process.run).is_some_and(|run| run.carries_files) {
            return;
        }
        let now = process.clock;
        let tree = self.files.tree_mut();
        for change in changes {
            // What does not fit is lost with the process; the learner sees which files there are.
            let _ = match &change.data {
                Some(data) => tree.write_file(&change.path, &data.0, now),
                None => tree.remove(&change.path, now),
            };
        }
    }

    fn started(&mut self, pid: Pid, effects: &mut Vec<Effect>) {
        let Some(process) = self.processes.get_mut(&pid) else { return };
        let State::Starting(signals) = std::mem::replace(&mut process.state, State::Running) else {
            return;
        };
        let run = self.runs.get_mut(&process.run);
        if let Some(run) = run.filter(|run| run.first == pid) {
            run.started_at = Some(self.now);
        }
        process.signals = u32::try_from(signals.len()).unwrap_or(u32::MAX);
        effects.extend(signals.into_iter().map(|signal| Effect::Signal { pid, signal }));
    }

    /// The host has no worker for a process: it ends, and the run gets no more than it has.
    fn refused(&mut self, pid: Pid, message: String, effects: &mut Vec<Effect>) {
        let Some(run) = self.processes.get(&pid).map(|process| process.run) else { return };
        let count = self.pids_of(run).len();
        let Some(run) = self.runs.get_mut(&run) else { return };
        if run.first == pid {
            self.finish(pid, ExitStatus::Crashed { message }, effects);
            return;
        }
        run.refused_at = Some(count.saturating_sub(1));
        let text = format!("This browser cannot start another process: {message}\n");
        let call = Syscall::Write { fd: Fd::STDERR, data: text.into_bytes().into() };
        if let Some(process) = self.processes.get_mut(&pid) {
            // Nobody may be listening.
            let _ = self.files.call(&mut process.descriptors, process.clock, &call, &mut 0);
        }
        self.finish(pid, ExitStatus::Exited(126), effects);
    }

    /// A process cannot go on: gives the turn to another one, or looks whether all are stuck.
    fn hear_yield(
        &mut self,
        pid: Pid,
        at: Timespec,
        until: Option<Timespec>,
        effects: &mut Vec<Effect>,
    ) {
        if self.is_in_lockstep(pid) {
            self.yielded(pid, at, until);
            return;
        }
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        process.is_idle = until.is_none();
        let run = process.run;
        if self.is_stuck(run) {
            self.tell_deadlock(run, effects);
        }
    }

    pub(crate) fn request(
        &mut self,
        pid: Pid,
        id: RequestId,
        (at, signals): (Timespec, u32),
        call: Syscall,
        effects: &mut Vec<Effect>,
    ) {
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        process.clock = at;
        process.is_idle = false;
        self.hear_clock(pid, at);
        self.heard(pid);
        let (name, detail) = describe(&call);
        self.trace.record(self.now, pid, Step::Call { id, name, detail });
        // Whatever it waits for in the end, it has not begun to wait.
        let waiting = Waiting::Pack;
        let parked = Parked { pid, id, call, waiting, written: 0, deadline: None, signals };
        self.attempt(parked, true, effects);
    }

    fn output(&mut self, pid: Pid, fd: Fd, data: Vec<u8>, effects: &mut Vec<Effect>) {
        self.heard(pid);
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        let call = Syscall::Write { fd, data: data.into() };
        // There is no answer to such a write; one that fails was to a closed descriptor.
        let _ = self.files.call(&mut process.descriptors, process.clock, &call, &mut 0);
        self.drain_output(effects);
    }

    pub(crate) fn pids_of(&self, run: RunId) -> Vec<Pid> {
        self.processes.values().filter(|p| p.run == run).map(|p| p.pid).collect()
    }

    pub(crate) fn run_of_stdio(&self, stdio: StdioId) -> Option<RunId> {
        self.runs.values().find(|run| run.stdio == stdio).map(|run| run.id)
    }

    fn with_stdio(&mut self, run: RunId, change: impl FnOnce(&mut Stdio)) {
        let Some(run) = self.runs.get(&run) else { return };
        if let Some(stdio) = self.files.stdio_mut(run.stdio) {
            change(stdio);
        }
    }

    /// Passes on what was written to standard streams.
    pub(crate) fn drain_output(&mut self, effects: &mut Vec<Effect>) {
        for output in self.files.take_output() {
            if let Some(run) = self.run_of_stdio(output.stdio) {
                effects.push(Effect::Print { run, stream: output.stream, data: output.data });
            }
        }
    }

    /// Returns the clock of a process at its last call; of nobody, when runs in lockstep begin.
    pub(crate) fn clock_of(&self, pid: Pid) -> Timespec {
        self.processes.get(&pid).map_or(LOCKSTEP_START, |process| process.clock)
    }

    pub(crate) fn fresh_run(&mut self) -> RunId {
        let id = RunId(self.next_run);
        self.next_run += 1;
        id
    }

    pub(crate) fn fresh_pid(&mut self) -> Pid {
        let pid = Pid(self.next_pid);
        self.next_pid += 1;
        pid
    }
}
