//! Owns the kernel's state and the life of runs and processes; what calls do is `syscall.rs`.

use std::collections::BTreeMap;

use vivarium_protocol::{
    Console, ExitStatus, Fd, FileChange, Mode, Pid, Program, RequestId, Signal, StartFile, Syscall,
    Timespec,
};
use vivarium_vfs::{Changes, FileTree, Files, HOME, Limits, Stdio, StdioId};

use crate::event::{Effect, Event, Launch, Millis, RunId};
use crate::process::{Parked, Process, State, Waiting};
use crate::run::{Cause, ProcessEnd, Run, RunEnd, Stop};
use crate::trace::{Step, Trace, describe};

/// When a lockstep run begins on its own clock: 2026-01-01 UTC, as in `crates/green`.
const LOCKSTEP_START: Timespec = Timespec { sec: 1_767_225_600, nsec: 0 };

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
    pub(crate) parked: Vec<Parked>,
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
            parked: Vec::new(),
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
            Event::Spawn { parent, argv } => self.spawn_child(parent, argv, effects),
            Event::Started(pid) => self.started(pid, effects),
            Event::Request { pid, id, at, call } => self.request(pid, id, at, call, effects),
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
            Event::Spawn { parent: pid, .. }
            | Event::Output { pid, .. }
            | Event::Exited { pid, .. } => (Some(*pid), clock(pid)),
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

    fn launch(&mut self, launch: Launch, effects: &mut Vec<Effect>) {
        let id = RunId(self.next_run);
        self.next_run += 1;
        if let Mode::Lockstep { seed, .. } = launch.mode {
            self.files.reseed(u64::from(seed.0));
            self.files.tree_mut().reset_times(LOCKSTEP_START);
        }
        let stdio = match launch.terminal {
            Some(terminal) => Stdio::terminal(terminal.columns, terminal.rows),
            None => Stdio::prepared(launch.stdin.clone()),
        };
        let stdio = if launch.reports { stdio.with_report() } else { stdio };
        let stdio = self.files.add_stdio(stdio);
        let descriptors = self.files.spawn(stdio);
        let pid = self.fresh_pid();
        let program = self.program(pid, &launch);
        self.runs.insert(
            id,
            Run {
                id,
                stdio,
                mode: launch.mode,
                traced: launch.traced,
                first: pid,
                stop: Stop::Idle,
                timeout_ms: launch.timeout_ms,
                started_at: None,
                carries_files: launch.carries_files,
                ended: Vec::new(),
            },
        );
        self.add_process(pid, Pid(0), id, launch.argv, descriptors);
        effects.push(Effect::Start { run: id, program: Box::new(program) });
    }

    fn program(&self, pid: Pid, launch: &Launch) -> Program {
        let console = match launch.terminal {
            Some(_) => Console::Terminal,
            None => Console::Collected,
        };
        let (columns, rows) = launch.terminal.map_or((80, 24), |size| (size.columns, size.rows));
        let carried = launch.carries_files;
        Program {
            pid,
            argv: launch.argv.clone(),
            env: environment(&launch.env),
            cwd: HOME.to_owned(),
            mode: launch.mode,
            clock: None,
            traced: launch.traced,
            schedule: launch.schedule.clone(),
            console: [console; 3],
            columns,
            rows,
            files: if carried { self.carried_files() } else { Vec::new() },
            stdin: if carried { launch.stdin.clone().into() } else { Vec::new().into() },
        }
    }

    fn carried_files(&self) -> Vec<StartFile> {
        let mut files = Vec::new();
        for folder in [HOME, "/tmp"] {
            for (name, data) in self.files.tree().export(folder).unwrap_or_default() {
                files.push(StartFile { path: format!("{folder}/{name}"), data: data.into() });
            }
        }
        files
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

    fn spawn_child(&mut self, parent: Pid, argv: Vec<String>, effects: &mut Vec<Effect>) {
        let Some(process) = self.processes.get(&parent).filter(|p| p.is_alive()) else { return };
        let (run, stdio) = (process.run, process.descriptors.stdio());
        let Some((mode, traced)) = self.runs.get(&run).map(|run| (run.mode, run.traced)) else {
            return;
        };
        let descriptors = self.files.inherit(&process.descriptors);
        let pid = self.fresh_pid();
        let is_terminal = self.files.is_terminal(stdio);
        let console = if is_terminal { Console::Terminal } else { Console::Collected };
        let program = Program {
            pid,
            argv: argv.clone(),
            env: environment(&[]),
            cwd: self.files.working_directory(&descriptors).unwrap_or_else(|_| HOME.to_owned()),
            mode,
            clock: None,
            traced,
            schedule: None,
            console: [console; 3],
            columns: 80,
            rows: 24,
            files: Vec::new(),
            stdin: Vec::new().into(),
        };
        self.add_process(pid, parent, run, argv, descriptors);
        effects.push(Effect::Start { run, program: Box::new(program) });
    }

    fn add_process(
        &mut self,
        pid: Pid,
        ppid: Pid,
        run: RunId,
        argv: Vec<String>,
        descriptors: vivarium_vfs::Descriptors,
    ) {
        self.trace.record(self.now, pid, Step::Spawn { ppid, argv: argv.clone() });
        let state = State::Starting(Vec::new());
        let clock = Timespec::default();
        self.processes
            .insert(pid, Process { pid, ppid, run, argv, state, descriptors, timer: None, clock });
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
        effects.extend(signals.into_iter().map(|signal| Effect::Signal { pid, signal }));
    }

    fn request(
        &mut self,
        pid: Pid,
        id: RequestId,
        at: Timespec,
        call: Syscall,
        effects: &mut Vec<Effect>,
    ) {
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        process.clock = at;
        self.heard(pid);
        let (name, detail) = describe(&call);
        self.trace.record(self.now, pid, Step::Call { id, name, detail });
        // Whatever it waits for in the end, it has not begun to wait.
        let waiting = Waiting::Pack;
        let parked = Parked { pid, id, call, waiting, written: 0, deadline: None };
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

    /// Ends a process: closes what it has open, tells its parent, and ends its run with it.
    pub(crate) fn finish(&mut self, pid: Pid, status: ExitStatus, effects: &mut Vec<Effect>) {
        let Some(process) = self.processes.get_mut(&pid).filter(|p| p.is_alive()) else { return };
        self.trace.record(self.now, pid, Step::Exit(in_words(&status)));
        self.files.close_all(&mut process.descriptors);
        process.timer = None;
        process.state = State::Zombie(status);
        let (ppid, run) = (process.ppid, process.run);
        self.parked.retain(|parked| parked.pid != pid);
        self.orphan_children(pid);
        if self.processes.get(&ppid).is_some_and(Process::is_alive) {
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
    pub(crate) fn reap(&mut self, pid: Pid) -> Option<ExitStatus> {
        let process = self.processes.remove(&pid)?;
        let State::Zombie(status) = process.state else { return None };
        let (ppid, argv) = (process.ppid, process.argv);
        if let Some(run) = self.runs.get_mut(&process.run) {
            run.ended.push(ProcessEnd { pid, ppid, argv, status: status.clone() });
        }
        Some(status)
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
            let is_alive = self.processes.get(&pid).is_some_and(Process::is_alive);
            if is_alive {
                effects.push(Effect::Terminate(pid));
                self.trace.record(self.now, pid, Step::Signal(Signal::KILL));
            }
            let Some(mut process) = self.processes.remove(&pid) else { continue };
            self.parked.retain(|parked| parked.pid != pid);
            let status = match process.state {
                State::Zombie(status) => status,
                State::Starting(_) | State::Running => {
                    self.files.close_all(&mut process.descriptors);
                    ExitStatus::Signaled(Signal::KILL)
                }
            };
            ended.push(ProcessEnd { pid, ppid: process.ppid, argv: process.argv, status });
        }
        self.drain_output(effects);
        self.files.remove_stdio(stdio);
        ended.sort_by_key(|end| (end.pid != first, end.pid));
        let end = RunEnd { cause, processes: ended, note, wall_ms };
        effects.push(Effect::RunEnded { run: id, end });
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

    fn fresh_pid(&mut self) -> Pid {
        let pid = Pid(self.next_pid);
        self.next_pid += 1;
        pid
    }
}

/// The environment that every program has, with what its run adds.
fn environment(added: &[(String, String)]) -> Vec<(String, String)> {
    const USUAL: [(&str, &str); 6] = [
        ("HOME", HOME),
        ("PATH", "/usr/bin"),
        ("LANG", "C.UTF-8"),
        ("USER", "learner"),
        ("TERM", "xterm-256color"),
        ("PYTHONUTF8", "1"),
    ];
    let mut env: Vec<(String, String)> = USUAL
        .iter()
        .filter(|(name, _)| added.iter().all(|(added, _)| added != name))
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    env.extend_from_slice(added);
    env
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
