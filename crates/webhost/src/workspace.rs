//! Owns one kernel and carries out its effects: workers, timers, and the sinks of runs.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use vivarium_kernel::{
    Cause, ConnectionView, Effect, Event, HOME, HeldSocket, Kernel, Launch, Limits, Millis,
    ProcessView, RunId, Stream, Terminal,
};
use vivarium_protocol::{FromWorker, Pid, Program, Signal, Timespec, ToWorker};
use wasm_bindgen_futures::spawn_local;
use web_sys::Performance;

use crate::run::{Run, RunShared};
use crate::trace::{Picker, Traced};
use crate::worker::Worker;
use crate::{HostError, Python, RunEvent, RunResult, RunSpec, Stdin};

/// Changes of files are told at most this often.
const FILES_PAUSE_MS: u32 = 100;

type Sink = Rc<RefCell<dyn FnMut(RunEvent)>>;

/// A file tree and the programs that run in it. Clones share it.
#[derive(Clone)]
pub struct Workspace {
    inner: Rc<Inner>,
}

struct Inner {
    python: Python,
    kernel: RefCell<Kernel>,
    /// What has happened and was not yet told to the kernel.
    events: RefCell<VecDeque<Event>>,
    is_pumping: Cell<bool>,
    workers: RefCell<BTreeMap<Pid, Slot>>,
    runs: RefCell<BTreeMap<RunId, Watched>>,
    traced: RefCell<Picker>,
    timer: RefCell<Option<(Millis, Timeout)>>,
    files_timer: RefCell<Option<Timeout>>,
}

/// A run that is under way.
struct Watched {
    sink: Sink,
    shared: Rc<RunShared>,
    carries_files: bool,
    timeout_ms: Option<u32>,
}

enum Slot {
    /// The process has no worker yet.
    Waiting,
    Running(Rc<Worker>),
}

impl Workspace {
    pub(crate) fn new(python: Python) -> Self {
        let seed = js_sys::Math::random().to_bits();
        let inner = Inner {
            python,
            kernel: RefCell::new(Kernel::new(Limits::default(), seed, wall_clock())),
            events: RefCell::default(),
            is_pumping: Cell::new(false),
            workers: RefCell::default(),
            runs: RefCell::default(),
            traced: RefCell::default(),
            timer: RefCell::default(),
            files_timer: RefCell::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Starts a program; `sink` is told what happens, never before this returns.
    pub fn run(&self, spec: RunSpec, sink: impl FnMut(RunEvent) + 'static) -> Run {
        let shared = Rc::new(RunShared::default());
        let run = Run::new(self.clone(), shared.clone());
        let sink: Sink = Rc::new(RefCell::new(sink));
        let this = self.clone();
        spawn_local(async move {
            let ready = this.inner.python.ready().await;
            // It may have been given up while Python was loading.
            if shared.is_given_up() {
                let result = RunResult::never_started(crate::Reason::Aborted, None);
                shared.end();
                sink.borrow_mut()(RunEvent::Ended(result));
                return;
            }
            match ready {
                Ok(()) => this.launch(spec, sink, shared),
                Err(error) => {
                    let message = Some(error.to_string());
                    let result = RunResult::never_started(crate::Reason::Crash, message);
                    shared.end();
                    sink.borrow_mut()(RunEvent::Ended(result));
                }
            }
        });
        run
    }

    fn launch(&self, spec: RunSpec, sink: Sink, shared: Rc<RunShared>) {
        let carries_files = self.inner.python.can_block() == Some(false);
        let (terminal, stdin) = match spec.stdin {
            Stdin::Prepared(bytes) => (None, bytes),
            Stdin::Terminal => {
                let (columns, rows) = spec.size;
                (Some(Terminal { columns, rows }), Vec::new())
            }
        };
        let timeout_ms = spec.timeout_ms;
        for host in &spec.hosts {
            // It fails for an empty name, which is never asked for, and for the 65,000th.
            let _ = self.inner.kernel.borrow_mut().declare_host(host, None);
        }
        // What the page itself has written meanwhile is no news to it.
        if self.inner.runs.borrow().is_empty() {
            self.inner.kernel.borrow_mut().take_changes();
        }
        let run = self.inner.kernel.borrow().next_run();
        let watched = Watched { sink, shared: shared.clone(), carries_files, timeout_ms };
        self.inner.runs.borrow_mut().insert(run, watched);
        self.dispatch(Event::Launch(Box::new(Launch {
            argv: spec.argv,
            env: spec.env,
            mode: spec.mode,
            terminal,
            stdin,
            reports: spec.report,
            timeout_ms,
            traced: spec.trace,
            schedule: spec.schedule,
            carries_files,
        })));
        for event in shared.launched(run) {
            self.dispatch(event);
        }
    }

    /// Makes or replaces a file.
    pub fn write(&self, path: &str, data: &[u8]) -> Result<(), HostError> {
        let mut kernel = self.inner.kernel.borrow_mut();
        kernel.tree_mut().write_file(path, data, wall_clock()).map_err(failed(path))
    }

    /// Returns a file's content.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, HostError> {
        let kernel = self.inner.kernel.borrow();
        kernel.tree().read_file(path).map(<[u8]>::to_vec).map_err(failed(path))
    }

    /// Removes a file, or a directory with all that is in it.
    pub fn remove(&self, path: &str) -> Result<(), HostError> {
        let mut kernel = self.inner.kernel.borrow_mut();
        kernel.tree_mut().remove(path, wall_clock()).map_err(failed(path))
    }

    /// Returns the files in the learner's directory, by relative path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.inner.kernel.borrow().tree().export(HOME).unwrap_or_default()
    }

    /// Kills every run.
    pub fn close(&self) {
        let runs: Vec<RunId> = self.inner.runs.borrow().keys().copied().collect();
        for run in runs {
            self.dispatch(Event::Kill { run, is_abort: true });
        }
    }

    /// Returns a picture of all processes of all runs, as `ps` would show them.
    pub fn processes(&self) -> Vec<ProcessView> {
        self.inner.kernel.borrow().processes().0
    }

    /// Sends a signal to a process; nothing happens if there is none.
    pub fn signal(&self, pid: Pid, signal: Signal) {
        self.dispatch(Event::Signal { pid, signal });
    }

    /// Returns a picture of all sockets, as `netstat -ap` would show them.
    pub fn sockets(&self) -> Vec<HeldSocket> {
        self.inner.kernel.borrow().sockets().0
    }

    /// Lends what was sent over each connection, the oldest first; also over closed ones.
    pub fn with_connections<R>(&self, look: impl FnOnce(&[&ConnectionView]) -> R) -> R {
        look(&self.inner.kernel.borrow().connections().collect::<Vec<_>>())
    }

    /// Forgets the connections that are closed.
    pub fn clear_connections(&self) {
        self.inner.kernel.borrow_mut().clear_connections();
    }

    /// Returns the kernel's trace, for whoever looks for what went wrong.
    pub fn trace(&self) -> String {
        self.inner.kernel.borrow().trace().to_string()
    }

    /// Tells the kernel what happened. Sinks may call this again: their events wait their turn.
    pub(crate) fn dispatch(&self, event: Event) {
        let inner = &self.inner;
        inner.events.borrow_mut().push_back(event);
        if inner.is_pumping.replace(true) {
            return;
        }
        loop {
            let Some(event) = inner.events.borrow_mut().pop_front() else { break };
            let mut effects = Vec::new();
            inner.kernel.borrow_mut().handle(uptime(), event, &mut effects);
            self.tell_trace(&effects);
            for effect in effects {
                self.perform(effect);
            }
        }
        inner.is_pumping.set(false);
        self.set_timer();
    }

    /// Passes on what the kernel saw of traced runs, before its effects are carried out.
    fn tell_trace(&self, effects: &[Effect]) {
        let mut picker = self.inner.traced.borrow_mut();
        for effect in effects {
            if let Effect::Start { run, program } = effect
                && program.traced
            {
                picker.add(program.pid, *run);
            }
        }
        let pieces = picker.pick(self.inner.kernel.borrow().trace());
        drop(picker);
        for (run, piece) in pieces {
            self.tell(run, RunEvent::Trace(piece));
        }
    }

    fn perform(&self, effect: Effect) {
        match effect {
            Effect::Start { program, .. } => self.start(program),
            Effect::Reply { pid, id, result } => self.post(pid, &ToWorker::Reply { id, result }),
            Effect::Recall { pid, lease } => self.post(pid, &ToWorker::Recall(lease)),
            Effect::GoOn { pid, at, is_alone } => self.post(pid, &ToWorker::GoOn { at, is_alone }),
            Effect::Signal { pid, signal } => self.post(pid, &ToWorker::Signal(signal)),
            Effect::Terminate(pid) => {
                self.inner.workers.borrow_mut().remove(&pid);
            }
            Effect::LoadPack { pid, id, name } => {
                let this = self.clone();
                spawn_local(async move {
                    let data = this.inner.python.pack(&name).await;
                    this.dispatch(Event::PackLoaded { pid, id, data });
                });
            }
            Effect::Print { run, stream, data } => self.tell(
                run,
                match stream {
                    Stream::Stdout => RunEvent::Stdout(data),
                    Stream::Stderr => RunEvent::Stderr(data),
                    Stream::Report => RunEvent::Report(data),
                },
            ),
            Effect::WantsInput(run) => self.tell(run, RunEvent::WantsInput),
            Effect::FilesChanged => self.tell_files_soon(),
            Effect::RunEnded { run, end } => {
                self.tell_files_now();
                self.inner.traced.borrow_mut().forget(run);
                let Some(watched) = self.inner.runs.borrow_mut().remove(&run) else { return };
                let lost_state = watched.carries_files && end.cause == Cause::Stopped;
                let result = RunResult::new(end, watched.timeout_ms, lost_state);
                watched.shared.end();
                watched.sink.borrow_mut()(RunEvent::Ended(result));
                self.inner.python.restock();
            }
        }
    }

    /// Gives a process its worker.
    fn start(&self, program: Box<Program>) {
        let pid = program.pid;
        self.inner.workers.borrow_mut().insert(pid, Slot::Waiting);
        let this = self.clone();
        spawn_local(async move {
            let taken = this.inner.python.take_worker(program.mode).await;
            // It may have been killed before it began.
            if !this.inner.workers.borrow().contains_key(&pid) {
                return;
            }
            match taken {
                Ok(worker) => {
                    let host = this.clone();
                    worker.set_handler(move |message| host.hear(pid, message));
                    this.inner.workers.borrow_mut().insert(pid, Slot::Running(worker.clone()));
                    worker.post(&ToWorker::Start(program));
                    this.dispatch(Event::Started(pid));
                }
                Err(error) => {
                    let message = error.to_string();
                    this.dispatch(Event::Refused { pid, message });
                }
            }
        });
    }

    fn hear(&self, pid: Pid, message: FromWorker) {
        match message {
            FromWorker::Request { id, at, signals, call } => {
                self.dispatch(Event::Request { pid, id, at, signals, call });
            }
            FromWorker::Yield { at, until } => self.dispatch(Event::Yield { pid, at, until }),
            FromWorker::Usage { busy_ms, memory } => {
                self.dispatch(Event::Usage { pid, busy_ms, memory });
            }
            FromWorker::Output { fd, data } => {
                let bytes = u32::try_from(data.0.len()).unwrap_or(u32::MAX);
                self.dispatch(Event::Output { pid, fd, data: data.0 });
                self.post(pid, &ToWorker::OutputTaken { bytes });
            }
            FromWorker::Exited { status, files } => {
                self.inner.workers.borrow_mut().remove(&pid);
                self.dispatch(Event::Exited { pid, status, files });
            }
            FromWorker::Trace { events, dropped, points } => {
                let run = self.inner.traced.borrow().run_of(pid);
                if let Some(run) = run {
                    let piece = Traced::Threads { pid: pid.0, events, dropped, points };
                    self.tell(run, RunEvent::Trace(piece));
                }
            }
            FromWorker::Ready { .. } | FromWorker::Parsed { .. } => {}
        }
    }

    fn post(&self, pid: Pid, message: &ToWorker) {
        let worker = match self.inner.workers.borrow().get(&pid) {
            Some(Slot::Running(worker)) => worker.clone(),
            Some(Slot::Waiting) | None => return,
        };
        worker.post(message);
    }

    fn tell(&self, run: RunId, event: RunEvent) {
        let sink = self.inner.runs.borrow().get(&run).map(|watched| watched.sink.clone());
        if let Some(sink) = sink {
            sink.borrow_mut()(event);
        }
    }

    fn tell_files_soon(&self) {
        let mut timer = self.inner.files_timer.borrow_mut();
        if timer.is_none() {
            let this = self.clone();
            *timer = Some(Timeout::new(FILES_PAUSE_MS, move || this.tell_files_now()));
        }
    }

    fn tell_files_now(&self) {
        if self.inner.files_timer.borrow_mut().take().is_none() {
            return;
        }
        let changes = self.inner.kernel.borrow_mut().take_changes();
        if changes.is_empty() {
            return;
        }
        let runs: Vec<RunId> = self.inner.runs.borrow().keys().copied().collect();
        for run in runs {
            self.tell(run, RunEvent::Files);
        }
    }

    /// Asks for a turn when the kernel's next deadline has come.
    fn set_timer(&self) {
        let next = self.inner.kernel.borrow().next_deadline();
        let mut timer = self.inner.timer.borrow_mut();
        if timer.as_ref().map(|(at, _)| *at) == next {
            return;
        }
        *timer = next.map(|at| {
            let wait_ms = u32::try_from(at.0.saturating_sub(uptime().0)).unwrap_or(u32::MAX);
            let this = self.clone();
            // Longer waits than a browser's timer can count are asked for again.
            let timeout = Timeout::new(wait_ms.min(1 << 30), move || {
                this.inner.timer.borrow_mut().take();
                this.dispatch(Event::Tick);
            });
            (at, timeout)
        });
    }
}

fn failed(path: &str) -> impl FnOnce(vivarium_protocol::Errno) -> HostError + '_ {
    move |errno| HostError::File { path: path.to_owned(), errno }
}

thread_local! {
    /// The page's clock. Each system call is told the time, and finding the clock takes longer than reading it.
    static CLOCK: Option<Performance> = web_sys::window().and_then(|window| window.performance());
}

/// Milliseconds since the page was opened, rounded up so that a timer is never early.
fn uptime() -> Millis {
    let ms = CLOCK.with(|clock| clock.as_ref().map_or(0.0, Performance::now));
    Millis(whole(ms.ceil()))
}

fn wall_clock() -> Timespec {
    let ms = whole(js_sys::Date::now());
    let sec = i64::try_from(ms / 1000).unwrap_or(i64::MAX);
    Timespec { sec, nsec: u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000 }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a browser's clock is positive and far below 2^53"
)]
fn whole(ms: f64) -> u64 {
    ms as u64
}
