//! Owns the world of a scenario: a kernel, fake processes written as `async` functions, and a
//! scheduler whose choices are a seed. A failing scenario prints its seed and the kernel's trace.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use vivarium_kernel::{Effect, Event, Kernel, Launch, Limits, Millis, RunEnd, RunId, Stream};
use vivarium_protocol::{
    Errno, ExitStatus, Fd, KillTarget, Lease, Mode, OpenFlags, Pid, Reply, RequestId, Signal,
    SpawnGroup, Syscall, Timespec, WaitFor, WaitStatus,
};
use vivarium_vfs::{Decision, Holder, Random};

/// How many schedules each scenario is tried under.
pub(crate) const SEEDS: u64 = 200;

/// The body of a fake process; returns its exit status.
pub(crate) type Body = Pin<Box<dyn Future<Output = u8>>>;

type Birth = Box<dyn FnOnce(Process) -> Body>;

/// What a process wants of the scheduler.
enum Wish {
    Call(RequestId, Syscall),
    /// A Python child with all descriptors that its parent has.
    Spawn(RequestId, Birth, &'static str),
    /// In lockstep: goes on when the clock has come so far, or something has happened.
    Yield(Option<Timespec>),
}

/// A message of the kernel on its way to a process.
enum Message {
    Reply(RequestId, Result<Reply, Errno>),
    Signal(Signal),
    Recall(Lease),
    GoOn(Timespec, bool),
}

#[derive(Default)]
struct Mailbox {
    wishes: VecDeque<Wish>,
    replies: BTreeMap<RequestId, Result<Reply, Errno>>,
    next_id: u32,
    leases: Holder,
    caught: BTreeSet<Signal>,
    received: Vec<Signal>,
    /// In lockstep: the process's own clock, and whether it may do anything.
    turn: Option<Turn>,
}

#[derive(Clone, Copy)]
struct Turn {
    clock: Timespec,
    is_mine: bool,
    is_alone: bool,
    /// Counts down to the end of a slice.
    left: u32,
}

/// How many calls a fake process makes in a turn.
const SLICE: u32 = 5;

impl Mailbox {
    fn tell(&mut self, call: Syscall) {
        self.wishes.push_back(Wish::Call(RequestId::UNHEARD, call));
    }
}

/// What a fake process holds of itself.
#[derive(Clone)]
pub(crate) struct Process {
    pub(crate) pid: Pid,
    mailbox: Rc<RefCell<Mailbox>>,
}

impl Process {
    /// Makes a system call.
    pub(crate) async fn call(&self, call: Syscall) -> Result<Reply, Errno> {
        let decision = self.mailbox.borrow_mut().leases.decide(call);
        match decision {
            Decision::Ask(call, thing) => {
                let result = self.ask(|id| Wish::Call(id, call)).await;
                self.mailbox.borrow_mut().leases.answered(thing, result)
            }
            Decision::Here { reply, tell, .. } => {
                self.mailbox.borrow_mut().tell(tell);
                Ok(reply)
            }
        }
    }

    /// Makes a call whose answer is known, as the worker does.
    pub(crate) fn tell(&self, call: Syscall) {
        let mut mailbox = self.mailbox.borrow_mut();
        mailbox.leases.told(&call);
        mailbox.tell(call);
    }

    async fn ask(&self, wish: impl FnOnce(RequestId) -> Wish) -> Result<Reply, Errno> {
        let id = {
            let mut mailbox = self.mailbox.borrow_mut();
            mailbox.next_id += 1;
            let id = RequestId(mailbox.next_id);
            mailbox.wishes.push_back(wish(id));
            id
        };
        std::future::poll_fn(|_| match self.mailbox.borrow_mut().replies.remove(&id) {
            Some(result) => Poll::Ready(result),
            None => Poll::Pending,
        })
        .await
    }

    /// Returns the process's own clock, in lockstep.
    pub(crate) fn clock(&self) -> Timespec {
        self.mailbox.borrow().turn.expect("the run is in lockstep").clock
    }

    /// Makes a call in lockstep, as the worker does: what would have to wait is asked again.
    pub(crate) async fn call_in_turn(&self, call: Syscall) -> Result<Reply, Errno> {
        let timeout = match &call {
            Syscall::Poll { timeout_ms, .. } => *timeout_ms,
            _ => None,
        };
        let deadline = timeout.map(|ms| after(self.clock(), ms));
        loop {
            let seen = self.received().len();
            match self.call(call.clone()).await {
                Ok(Reply::Blocked(0)) => {}
                result => return result,
            }
            if deadline.is_some_and(|deadline| self.clock() >= deadline) {
                return Ok(Reply::Ready(Vec::new()));
            }
            self.give_turn(deadline).await;
            if self.received().len() > seen {
                return Err(Errno::EINTR);
            }
        }
    }

    /// Lets the others of the run go on; alone, the clock jumps.
    async fn give_turn(&self, until: Option<Timespec>) {
        let mut turn = self.mailbox.borrow().turn.expect("the run is in lockstep");
        if turn.is_alone {
            turn.clock = until.expect("a process alone waits for nobody").max(turn.clock);
            self.mailbox.borrow_mut().turn = Some(turn);
            return;
        }
        self.mailbox.borrow_mut().wishes.push_back(Wish::Yield(until));
        let mut has_gone = false;
        std::future::poll_fn(|_| {
            let is_mine = self.mailbox.borrow().turn.is_some_and(|turn| turn.is_mine);
            has_gone |= !is_mine;
            if has_gone && is_mine { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }

    /// Makes a system call again as long as signals interrupt it (PEP 475).
    pub(crate) async fn persist(&self, call: Syscall) -> Result<Reply, Errno> {
        loop {
            let is_lockstep = self.mailbox.borrow().turn.is_some();
            let result = if is_lockstep {
                self.call_in_turn(call.clone()).await
            } else {
                self.call(call.clone()).await
            };
            if result != Err(Errno::EINTR) {
                return result;
            }
        }
    }

    /// Starts a child and returns its process id.
    pub(crate) async fn spawn<F>(
        &self,
        name: &'static str,
        body: impl FnOnce(Process) -> F + 'static,
    ) -> Pid
    where
        F: Future<Output = u8> + 'static,
    {
        match self.try_spawn(name, body).await {
            Ok(pid) => pid,
            Err(errno) => panic!("spawn gave {errno}"),
        }
    }

    /// Starts a child if it can be started.
    pub(crate) async fn try_spawn<F>(
        &self,
        name: &'static str,
        body: impl FnOnce(Process) -> F + 'static,
    ) -> Result<Pid, Errno>
    where
        F: Future<Output = u8> + 'static,
    {
        let body: Birth = Box::new(|process| Box::pin(body(process)) as Body);
        match self.ask(|id| Wish::Spawn(id, body, name)).await? {
            Reply::Pid(pid) => Ok(pid),
            other => panic!("spawn gave {other:?}"),
        }
    }

    /// Starts a program of `/usr/bin` that needs no body: a built-in command.
    pub(crate) async fn command(&self, argv: &[&str], fds: &[(Fd, Fd)]) -> Pid {
        let path = format!("/usr/bin/{}", argv[0]);
        match self.persist(spawn(&path, argv, fds)).await {
            Ok(Reply::Pid(pid)) => pid,
            other => panic!("spawn gave {other:?}"),
        }
    }

    /// Handles a signal from now on, instead of dying of it.
    pub(crate) fn catch(&self, signal: Signal) {
        self.mailbox.borrow_mut().caught.insert(signal);
    }

    /// Returns the signals that were handled so far.
    pub(crate) fn received(&self) -> Vec<Signal> {
        self.mailbox.borrow().received.clone()
    }

    pub(crate) async fn pipe(&self) -> (Fd, Fd) {
        match self.persist(Syscall::Pipe { flags: OpenFlags(0) }).await {
            Ok(Reply::Pair(reader, writer)) => (reader, writer),
            other => panic!("pipe gave {other:?}"),
        }
    }

    /// Starts a child that reads from a pipe, and so waits while all that is open of the writing end is silent.
    /// Returns it and the pipe's two ends.
    pub(crate) async fn spawn_reader(&self, name: &'static str) -> (Pid, (Fd, Fd)) {
        let (reader, writer) = self.pipe().await;
        let body = move |child: Process| async move {
            child.close(writer).await;
            child.read(reader, 1).await.expect("the pipe can be read");
            0
        };
        (self.spawn(name, body).await, (reader, writer))
    }

    pub(crate) async fn close(&self, fd: Fd) {
        assert_eq!(self.persist(Syscall::Close { fd }).await, Ok(Reply::Done));
    }

    pub(crate) async fn read(&self, fd: Fd, len: u32) -> Result<Vec<u8>, Errno> {
        match self.persist(Syscall::Read { fd, len }).await? {
            Reply::Data(data) => Ok(data.0),
            other => panic!("read gave {other:?}"),
        }
    }

    /// Reads to the end of file.
    pub(crate) async fn read_all(&self, fd: Fd) -> Vec<u8> {
        let mut all = Vec::new();
        loop {
            let data = self.read(fd, 7000).await.expect("the pipe can be read");
            if data.is_empty() {
                return all;
            }
            all.extend(data);
        }
    }

    /// Writes all of `data`, in as many calls as it takes.
    pub(crate) async fn write(&self, fd: Fd, data: &[u8]) -> Result<(), Errno> {
        let mut rest = data;
        while !rest.is_empty() {
            match self.persist(Syscall::Write { fd, data: rest.into() }).await? {
                Reply::Count(count) => rest = &rest[count as usize..],
                other => panic!("write gave {other:?}"),
            }
        }
        Ok(())
    }

    pub(crate) async fn print(&self, text: &str) {
        self.write(Fd::STDOUT, text.as_bytes()).await.expect("standard output is open");
    }

    pub(crate) async fn wait(&self, child: Option<Pid>) -> Result<(Pid, WaitStatus), Errno> {
        match self.persist(Syscall::Waitpid { who: waited(child), no_hang: false }).await? {
            Reply::Waited(Some(ended)) => Ok(ended),
            other => panic!("waitpid gave {other:?}"),
        }
    }

    pub(crate) async fn kill(&self, pid: Pid, signal: Signal) -> Result<Reply, Errno> {
        self.call(Syscall::Kill { target: KillTarget::Process(pid), signal }).await
    }

    pub(crate) async fn open(&self, path: &str, flags: u32) -> Result<Fd, Errno> {
        let path = path.to_owned();
        let flags = OpenFlags(flags);
        match self.persist(Syscall::Open { at: None, path, flags, mode: 0o666 }).await? {
            Reply::Fd(fd) => Ok(fd),
            other => panic!("open gave {other:?}"),
        }
    }
}

/// A process as the scheduler sees it.
struct Actor {
    process: Process,
    body: Body,
    inbox: VecDeque<Message>,
    is_started: bool,
    /// How many signals have reached it.
    signals: u32,
}

/// Everything of one scenario under one schedule.
pub(crate) struct World {
    pub(crate) kernel: Kernel,
    pub(crate) now: Millis,
    seed: u64,
    random: Random,
    actors: BTreeMap<Pid, Actor>,
    /// The body of the first process of a run that is being launched.
    first_body: Option<Birth>,
    /// Bodies of processes that are not asked to start yet.
    bodies: BTreeMap<Pid, Birth>,
    /// Bodies by the call that is to start them.
    ordered: BTreeMap<(Pid, RequestId), Birth>,
    /// Processes that were asked to start before their number was known here.
    wanted: BTreeMap<Pid, Option<Turn>>,
    /// What came out, in order, for transcripts.
    pub(crate) transcript: String,
    pub(crate) ended: BTreeMap<RunId, RunEnd>,
    pub(crate) stdout: Vec<u8>,
}

/// Tries a scenario under many schedules.
pub(crate) fn under_every_schedule(scenario: impl Fn(&mut World)) {
    for seed in 0..SEEDS {
        scenario(&mut World::new(seed));
    }
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            kernel: Kernel::new(Limits::default(), seed, Timespec::default()),
            now: Millis(0),
            seed,
            random: Random::new(seed),
            actors: BTreeMap::new(),
            first_body: None,
            bodies: BTreeMap::new(),
            ordered: BTreeMap::new(),
            wanted: BTreeMap::new(),
            transcript: String::new(),
            ended: BTreeMap::new(),
            stdout: Vec::new(),
        }
    }

    /// Begins a run with this as its first process.
    pub(crate) fn launch<F>(
        &mut self,
        launch: Launch,
        body: impl FnOnce(Process) -> F + 'static,
    ) -> RunId
    where
        F: Future<Output = u8> + 'static,
    {
        let run = self.kernel.next_run();
        self.first_body = Some(Box::new(|process| Box::pin(body(process))));
        self.event(Event::Launch(Box::new(launch)));
        run
    }

    /// Begins a run with prepared, empty input, and lets everything happen that can.
    pub(crate) fn run<F>(&mut self, body: impl FnOnce(Process) -> F + 'static) -> RunEnd
    where
        F: Future<Output = u8> + 'static,
    {
        let run = self.launch(program("first"), body);
        self.settle();
        self.ended.remove(&run).unwrap_or_else(|| panic!("the run did not end"))
    }

    /// Tells the kernel something and does what it wants.
    pub(crate) fn event(&mut self, event: Event) {
        let mut effects = Vec::new();
        self.kernel.handle(self.now, event, &mut effects);
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Start { program, .. } => {
                if let Some(body) = self.first_body.take() {
                    self.bodies.insert(program.pid, body);
                }
                let turn = match program.mode {
                    Mode::Live => None,
                    Mode::Lockstep { .. } => Some(Turn {
                        clock: program.clock.unwrap_or(Timespec { sec: 1_767_225_600, nsec: 0 }),
                        is_mine: true,
                        is_alone: program.clock.is_none(),
                        left: SLICE,
                    }),
                };
                self.wanted.insert(program.pid, turn);
                self.start(program.pid);
            }
            Effect::Reply { pid, id, result } => {
                if let Some(body) = self.ordered.remove(&(pid, id))
                    && let Ok(Reply::Pid(child)) = result
                {
                    self.bodies.insert(child, body);
                    self.start(child);
                }
                self.post(pid, Message::Reply(id, result));
            }
            Effect::Recall { pid, lease } => self.post(pid, Message::Recall(lease)),
            Effect::GoOn { pid, at, is_alone } => self.post(pid, Message::GoOn(at, is_alone)),
            Effect::Signal { pid, signal } => self.post(pid, Message::Signal(signal)),
            Effect::Terminate(pid) => {
                self.actors.remove(&pid);
                self.note(&format!("terminate {}", pid.0));
            }
            Effect::LoadPack { pid, id, name } => {
                let data = (name == "library.pack").then(|| b"pack".to_vec());
                self.event(Event::PackLoaded { pid, id, data });
            }
            Effect::Print { stream, data, .. } => {
                if stream == Stream::Stdout {
                    self.stdout.extend_from_slice(&data);
                }
                let text = String::from_utf8_lossy(&data).into_owned();
                self.note(&format!("{stream:?} {text:?}"));
            }
            Effect::WantsInput(run) => self.note(&format!("{run} wants input")),
            Effect::FilesChanged => self.note("files changed"),
            Effect::RunEnded { run, end } => {
                self.note(&format!("{run} ended: {:?}", end.cause));
                self.ended.insert(run, end);
            }
        }
    }

    /// Begins a process of which both the order and the body are there.
    fn start(&mut self, pid: Pid) {
        if !self.wanted.contains_key(&pid) {
            return;
        }
        let Some(body) = self.bodies.remove(&pid) else { return };
        let turn = self.wanted.get(&pid).copied().flatten();
        let mailbox = Rc::new(RefCell::new(Mailbox { turn, ..Mailbox::default() }));
        let process = Process { pid, mailbox };
        let body = body(process.clone());
        let actor = Actor { process, body, inbox: VecDeque::new(), is_started: false, signals: 0 };
        self.actors.insert(pid, actor);
    }

    fn note(&mut self, line: &str) {
        self.transcript.push_str(line);
        self.transcript.push('\n');
    }

    fn post(&mut self, pid: Pid, message: Message) {
        if let Some(actor) = self.actors.get_mut(&pid) {
            actor.inbox.push_back(message);
        }
    }

    /// Lets everything happen that can, time included, until nothing can any more.
    pub(crate) fn settle(&mut self) {
        loop {
            self.settle_now();
            let Some(deadline) = self.kernel.next_deadline() else { return };
            self.now = self.now.max(deadline);
            self.event(Event::Tick);
        }
    }

    /// Lets everything happen that can at this moment, in an order of the scheduler's choice.
    pub(crate) fn settle_now(&mut self) {
        loop {
            let ready: Vec<Pid> =
                self.actors.iter().filter(|(_, a)| is_ready(a)).map(|(pid, _)| *pid).collect();
            if ready.is_empty() {
                return;
            }
            let pid = ready[self.random.below(ready.len())];
            self.turn(pid);
        }
    }

    /// Lets one thing happen to some process.
    pub(crate) fn step(&mut self) {
        let ready = self.actors.iter().find(|(_, actor)| is_ready(actor)).map(|(pid, _)| *pid);
        self.turn(ready.expect("something can happen"));
    }

    /// Lets a process's worker break down.
    pub(crate) fn break_down(&mut self, pid: Pid, status: ExitStatus) {
        self.exit(pid, status);
    }

    /// Lets one thing happen to one process.
    fn turn(&mut self, pid: Pid) {
        let Some(actor) = self.actors.get_mut(&pid) else { return };
        if !actor.is_started {
            actor.is_started = true;
            self.event(Event::Started(pid));
            self.poll(pid);
            return;
        }
        // Both directions are under way at once; which comes first is chance.
        let has_wish = can_speak(&actor.process.mailbox.borrow());
        let speaks = has_wish && (actor.inbox.is_empty() || self.random.below(2) == 0);
        if speaks {
            let wish = actor.process.mailbox.borrow_mut().wishes.pop_front();
            self.speak(pid, wish.expect("it was seen above"));
        } else if let Some(message) = actor.inbox.pop_front() {
            self.hear(pid, message);
        }
    }

    fn speak(&mut self, pid: Pid, wish: Wish) {
        let mut turn = None;
        if let Some(actor) = self.actors.get(&pid) {
            let mut mailbox = actor.process.mailbox.borrow_mut();
            if let Some(turn) = &mut mailbox.turn {
                turn.clock = after_ns(turn.clock, 1000);
                turn.left = turn.left.saturating_sub(1);
            }
            turn = mailbox.turn;
            let is_yield = matches!(wish, Wish::Yield(_));
            if !is_yield && turn.is_some_and(|turn| turn.left == 0 && !turn.is_alone) {
                // The slice is used up: the wish is for the next turn.
                mailbox.wishes.push_front(wish);
                let at = turn.map(|turn| turn.clock).unwrap_or_default();
                drop(mailbox);
                self.end_turn(pid, at, Some(at));
                return;
            }
        }
        let at = match turn {
            Some(turn) => turn.clock,
            None => Timespec { sec: i64::try_from(self.now.0).unwrap_or(0), nsec: 0 },
        };
        let (id, call) = match wish {
            Wish::Yield(until) => {
                self.end_turn(pid, at, until);
                self.poll(pid);
                return;
            }
            Wish::Call(id, call) => (id, call),
            Wish::Spawn(id, body, name) => {
                self.ordered.insert((pid, id), body);
                let open = self.kernel.processes().0.into_iter().find(|view| view.pid == pid);
                let open = open.map(|view| view.open_files).unwrap_or_default();
                let fds: Vec<(Fd, Fd)> = open.iter().map(|view| (view.fd, view.fd)).collect();
                (id, spawn("/usr/bin/python3", &["python3", name], &fds))
            }
        };
        let signals = self.actors.get(&pid).map_or(0, |actor| actor.signals);
        self.event(Event::Request { pid, id, at, signals, call });
    }

    fn end_turn(&mut self, pid: Pid, at: Timespec, until: Option<Timespec>) {
        if let Some(actor) = self.actors.get(&pid)
            && let Some(turn) = &mut actor.process.mailbox.borrow_mut().turn
        {
            turn.is_mine = false;
        }
        self.event(Event::Yield { pid, at, until });
    }

    fn hear(&mut self, pid: Pid, message: Message) {
        let Some(actor) = self.actors.get_mut(&pid) else { return };
        match message {
            Message::GoOn(at, is_alone) => {
                if let Some(turn) = &mut actor.process.mailbox.borrow_mut().turn {
                    *turn =
                        Turn { clock: turn.clock.max(at), is_mine: true, is_alone, left: SLICE };
                }
                self.poll(pid);
            }
            Message::Reply(id, result) => {
                if let Ok(Reply::Pid(_)) = result
                    && let Some(turn) = &mut actor.process.mailbox.borrow_mut().turn
                {
                    // Whoever starts a process is not alone any more.
                    turn.is_alone = false;
                }
                actor.process.mailbox.borrow_mut().replies.insert(id, result);
                self.poll(pid);
            }
            Message::Recall(lease) => {
                let mut mailbox = actor.process.mailbox.borrow_mut();
                if let Some(call) = mailbox.leases.recalled(lease) {
                    mailbox.tell(call);
                }
            }
            Message::Signal(signal) => {
                actor.signals += 1;
                let mut mailbox = actor.process.mailbox.borrow_mut();
                if mailbox.caught.contains(&signal) {
                    mailbox.received.push(signal);
                } else if ![Signal::CHLD, Signal::WINCH].contains(&signal) {
                    drop(mailbox);
                    self.exit(pid, ExitStatus::Signaled(signal));
                }
            }
        }
    }

    fn poll(&mut self, pid: Pid) {
        let Some(actor) = self.actors.get_mut(&pid) else { return };
        let mut context = Context::from_waker(Waker::noop());
        if let Poll::Ready(code) = actor.body.as_mut().poll(&mut context) {
            // What it has told comes before its end.
            while let Some(wish) = self.told(pid) {
                self.speak(pid, wish);
            }
            self.exit(pid, ExitStatus::Exited(code));
        }
    }

    /// Takes a call that a process has told.
    fn told(&mut self, pid: Pid) -> Option<Wish> {
        let mut mailbox = self.actors.get(&pid)?.process.mailbox.borrow_mut();
        let is_told = matches!(mailbox.wishes.front()?, Wish::Call(RequestId::UNHEARD, _));
        if is_told { mailbox.wishes.pop_front() } else { None }
    }

    fn exit(&mut self, pid: Pid, status: ExitStatus) {
        self.actors.remove(&pid);
        self.event(Event::Exited { pid, status, files: Vec::new() });
    }
}

fn is_ready(actor: &Actor) -> bool {
    !actor.is_started || !actor.inbox.is_empty() || can_speak(&actor.process.mailbox.borrow())
}

/// Says whether a process has something to say, and, in lockstep, its turn to say it.
fn can_speak(mailbox: &Mailbox) -> bool {
    !mailbox.wishes.is_empty() && mailbox.turn.is_none_or(|turn| turn.is_mine)
}

fn after(time: Timespec, ms: u32) -> Timespec {
    after_ns(time, u64::from(ms) * 1_000_000)
}

fn after_ns(time: Timespec, ns: u64) -> Timespec {
    let ns = u64::from(time.nsec) + ns;
    let sec = time.sec + i64::try_from(ns / 1_000_000_000).expect("tests are short");
    Timespec { sec, nsec: u32::try_from(ns % 1_000_000_000).expect("it is a remainder") }
}

impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let trace = self.kernel.trace();
            let processes = self.kernel.processes();
            eprintln!("seed {}\n{trace}\n{processes}", self.seed);
        }
    }
}

/// Returns a launch without a terminal, with empty input.
pub(crate) fn program(name: &str) -> Launch {
    Launch {
        traced: false,
        schedule: None,
        argv: vec![name.to_owned()],
        env: Vec::new(),
        mode: Mode::Live,
        terminal: None,
        stdin: Vec::new(),
        reports: false,
        timeout_ms: None,
        carries_files: false,
    }
}

/// Returns the call that starts a program with these descriptors.
pub(crate) fn spawn(path: &str, argv: &[&str], fds: &[(Fd, Fd)]) -> Syscall {
    Syscall::Spawn {
        path: path.to_owned(),
        argv: argv.iter().map(|&word| word.to_owned()).collect(),
        env: Vec::new(),
        cwd: None,
        fds: fds.to_vec(),
        group: SpawnGroup::Inherit,
    }
}

fn waited(child: Option<Pid>) -> WaitFor {
    child.map_or(WaitFor::Any, WaitFor::Child)
}
