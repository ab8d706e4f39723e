//! Owns the birth of processes: the first one of a run, and those that others start.

use vivarium_protocol::{Console, Errno, Fd, Mode, Pid, Program, Reply, SpawnGroup, StartFile};
use vivarium_vfs::{Descriptors, HOME, Stdio};

use crate::builtin::Builtin;
use crate::event::{Effect, Launch, RunId, Terminal};
use crate::kernel::{Kernel, LOCKSTEP_START};
use crate::process::{Process, State};
use crate::program::Image;
use crate::run::{Deadlock, Run, Stop};
use crate::trace::Step;
use crate::turns::Turns;

/// How many processes a run may have, zombies included; beyond it is EAGAIN.
pub const PROCESS_LIMIT: usize = 64;

/// The arguments of [`vivarium_protocol::Syscall::Spawn`].
pub(crate) struct Order<'a> {
    pub(crate) path: &'a str,
    pub(crate) argv: &'a [String],
    pub(crate) env: &'a [(String, String)],
    pub(crate) cwd: Option<&'a str>,
    pub(crate) fds: &'a [(Fd, Fd)],
    pub(crate) group: SpawnGroup,
}

/// What a new process is, besides its program.
struct Birth {
    pid: Pid,
    ppid: Pid,
    group: Pid,
    session: Pid,
    run: RunId,
    descriptors: Descriptors,
}

impl Kernel {
    /// Begins a run with its first process.
    pub(crate) fn launch(&mut self, launch: Launch, effects: &mut Vec<Effect>) {
        let id = self.fresh_run();
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
        let run = Run {
            id,
            stdio,
            mode: launch.mode,
            traced: launch.traced,
            first: pid,
            terminal: launch.terminal,
            stop: Stop::Idle,
            timeout_ms: launch.timeout_ms,
            started_at: None,
            carries_files: launch.carries_files,
            reports: launch.reports,
            turns: Turns::new(launch.mode, pid),
            deadlock: Deadlock::Untold,
            refused_at: None,
            ended: Vec::new(),
        };
        self.runs.insert(id, run);
        let carried = launch.carries_files;
        let env = environment(&launch.env);
        let mut program = self.program(pid, id, &descriptors, launch.argv.clone(), env);
        program.schedule = launch.schedule;
        if carried {
            program.files = self.carried_files();
            program.stdin = launch.stdin.into();
        }
        let birth = Birth { pid, ppid: Pid(0), group: pid, session: pid, run: id, descriptors };
        self.enter(birth, "python".to_owned(), launch.argv, None);
        effects.push(Effect::Start { run: id, program: Box::new(program) });
    }

    /// `posix_spawn`.
    pub(crate) fn spawn(
        &mut self,
        parent: Pid,
        order: &Order<'_>,
        effects: &mut Vec<Effect>,
    ) -> Result<Reply, Errno> {
        let process = self.processes.get(&parent).ok_or(Errno::ESRCH)?;
        let run = process.run;
        if order.argv.is_empty() {
            return Err(Errno::EINVAL);
        }
        let count = self.pids_of(run).len();
        let refused_at = self.runs.get(&run).and_then(|run| run.refused_at);
        if count >= refused_at.unwrap_or(PROCESS_LIMIT) {
            return Err(Errno::EAGAIN);
        }
        let mut descriptors = self.files.inherit(&process.descriptors, order.fds, order.cwd)?;
        let found = self
            .group_for(parent, order.group)
            .and_then(|group| Ok((group, self.image(&descriptors, order)?)));
        let ((group, session), image) = match found {
            Ok(found) => found,
            Err(errno) => {
                self.files.close_all(&mut descriptors);
                return Err(errno);
            }
        };
        let pid = self.fresh_pid();
        let group = group.unwrap_or(pid);
        let session = session.unwrap_or(pid);
        let birth = |descriptors| Birth { pid, ppid: parent, group, session, run, descriptors };
        match image {
            Image::Python { argv, env } => {
                let program = self.program(pid, run, &descriptors, argv.clone(), env);
                self.enter(birth(descriptors), "python".to_owned(), argv, None);
                self.start(run, Box::new(program), effects);
            }
            Image::Builtin { name, argv, builtin } => {
                self.enter(birth(descriptors), name, argv, Some(*builtin));
                self.begin_builtin(pid);
            }
        }
        Ok(Reply::Pid(pid))
    }

    /// Returns group and session of a child; `None` stands for its own number.
    fn group_for(
        &self,
        parent: Pid,
        group: SpawnGroup,
    ) -> Result<(Option<Pid>, Option<Pid>), Errno> {
        let process = self.processes.get(&parent).ok_or(Errno::ESRCH)?;
        Ok(match group {
            SpawnGroup::Inherit => (Some(process.group), Some(process.session)),
            SpawnGroup::New => (None, Some(process.session)),
            SpawnGroup::Session => (None, None),
            SpawnGroup::Join(group) => {
                self.require_group(group, process.session)?;
                (Some(group), Some(process.session))
            }
        })
    }

    /// Describes a Python process to the worker that will be it.
    fn program(
        &self,
        pid: Pid,
        run: RunId,
        descriptors: &Descriptors,
        argv: Vec<String>,
        env: Vec<(String, String)>,
    ) -> Program {
        let run = self.runs.get(&run);
        let terminal = run.and_then(|run| run.terminal);
        let stream = |fd| {
            if !self.files.is_console(descriptors, fd) {
                Console::Other
            } else if terminal.is_some() {
                Console::Terminal
            } else {
                Console::Collected
            }
        };
        let size = terminal.unwrap_or(Terminal { columns: 80, rows: 24 });
        Program {
            pid,
            argv,
            env,
            cwd: self.files.working_directory(descriptors).unwrap_or_else(|_| HOME.to_owned()),
            mode: run.map_or(Mode::Live, |run| run.mode),
            clock: None,
            traced: run.is_some_and(|run| run.traced),
            schedule: None,
            console: [Fd::STDIN, Fd::STDOUT, Fd::STDERR].map(stream),
            columns: size.columns,
            rows: size.rows,
            files: Vec::new(),
            stdin: Vec::new().into(),
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

    fn enter(
        &mut self,
        birth: Birth,
        command: String,
        argv: Vec<String>,
        builtin: Option<Builtin>,
    ) {
        let Birth { pid, ppid, group, session, run, descriptors } = birth;
        let step = Step::Spawn { ppid, command: command.clone(), argv: argv.clone() };
        self.trace.record(self.now, pid, step);
        let (state, clock) = match builtin {
            // The kernel itself runs it: there is nothing to wait for.
            Some(_) => (State::Running, self.clock_of(ppid)),
            None => (State::Starting(Vec::new()), LOCKSTEP_START),
        };
        let process = Process {
            pid,
            ppid,
            group,
            session,
            run,
            command,
            argv,
            state,
            descriptors,
            timer: None,
            clock,
            builtin,
            signals: 0,
            is_idle: false,
            usage: None,
        };
        self.processes.insert(pid, process);
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
