//! Owns the timeline itself: it merges what the kernel and the threads tell into lanes with
//! segments, arrows between them, and one list of events in the order of time.

use std::collections::BTreeMap;

use vivarium_webhost::{ProcessStep, SourceLine, TaskStep, ThreadStep, TraceEvent, Traced};

/// How many events are kept; what comes after them is counted.
pub const LIMIT: usize = 10_000;

/// What happens within so many microseconds happens at once.
const INSTANT: f64 = 1.0;

/// The place of a lane among all lanes.
pub type LaneId = usize;

/// What a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A process; its threads have lanes of their own.
    Process,
    /// A thread.
    Thread,
    /// An asyncio task.
    Task,
}

/// What somebody is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It runs.
    Running,
    /// It could run and somebody else does.
    Ready,
    /// It waits.
    Blocked {
        /// For what.
        on: String,
    },
}

/// A stretch of one lane in which nothing changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its start, in microseconds from the start of the run.
    pub from: f64,
    /// Its end; `None` while it lasts.
    pub to: Option<f64>,
    /// What happens meanwhile.
    pub state: State,
    /// It ended only because its process did: what it waited for never came.
    pub is_cut: bool,
}

/// A process, a thread or a task over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The process it belongs to.
    pub pid: u32,
    /// What it stands for.
    pub kind: Kind,
    /// The number of the thread or task in its process.
    pub number: u32,
    /// What people call it.
    pub name: String,
    /// In order of time, without gaps.
    pub segments: Vec<Segment>,
    /// Where the learner's code was last seen.
    pub line: Option<SourceLine>,
    /// Whether it is over.
    pub has_ended: bool,
}

/// Why an arrow is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    /// One started the other.
    Start,
    /// One let the other go on: it released a lock, ended, or put something into a queue.
    Wake,
    /// What one process wrote, sent or ended let another go on.
    Message,
    /// A signal.
    Signal,
}

/// From whom to whom something went.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Whose doing it was.
    pub from: LaneId,
    /// To whom.
    pub to: LaneId,
    /// When.
    pub at: f64,
    /// Why.
    pub kind: ArrowKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It was started, by this one if it is known.
    Started(Option<LaneId>),
    /// It runs.
    Running,
    /// It could run; this one woke it, if one did.
    Ready(Option<LaneId>),
    /// It waits for this.
    Blocked(String),
    /// A signal of this name came.
    Signaled(String),
    /// It is over; how, if it is known.
    Ended(Option<String>),
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When, in microseconds from the start of the run.
    pub at: f64,
    /// To whom.
    pub lane: LaneId,
    /// What.
    pub what: What,
    /// Where the learner's code stood.
    pub line: Option<SourceLine>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    pid: u32,
    kind: Kind,
    number: u32,
}

/// A run over time.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    lanes: Vec<Lane>,
    /// The living lane of a thread or task: numbers are used again.
    current: BTreeMap<Key, LaneId>,
    /// In which order the lanes are drawn.
    order: Vec<LaneId>,
    marks: Vec<Mark>,
    arrows: Vec<Arrow>,
    /// The thread that ran last in each process.
    running: BTreeMap<u32, LaneId>,
    begin: Option<f64>,
    end: f64,
    dropped: u32,
}

impl Timeline {
    /// Returns the lanes by id.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// Returns the lanes that are worth a row, from top to bottom.
    pub fn rows(&self) -> &[LaneId] {
        &self.order
    }

    /// Returns the events in order of time.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Returns the arrows in order of time.
    pub fn arrows(&self) -> &[Arrow] {
        &self.arrows
    }

    /// Returns when the last event was, in microseconds from the start.
    pub fn end(&self) -> f64 {
        self.end
    }

    /// Returns how many events there were besides those that are kept.
    pub fn dropped(&self) -> u32 {
        self.dropped
    }

    /// Says whether there is more to see than one thread.
    pub fn is_worth_showing(&self) -> bool {
        self.lanes.iter().filter(|lane| lane.kind != Kind::Process).count() > 1
    }

    /// Adds what was heard.
    pub fn add(&mut self, pieces: impl IntoIterator<Item = Traced>) {
        for piece in pieces {
            match piece {
                Traced::Threads { pid, events, dropped, .. } => {
                    self.dropped = self.dropped.saturating_add(dropped);
                    for event in events {
                        self.thread_event(pid, event);
                    }
                }
                Traced::Process { pid, at_us, by, step } => {
                    self.process_event(pid, at_us, by, step);
                }
            }
        }
        self.settle();
    }

    /// Puts everything into order, since processes tell their threads' events in batches.
    fn settle(&mut self) {
        if !self.marks.is_sorted_by(|a, b| a.at <= b.at) {
            self.marks.sort_by(|a, b| a.at.total_cmp(&b.at));
        }
        if !self.arrows.is_sorted_by(|a, b| a.at <= b.at) {
            self.arrows.sort_by(|a, b| a.at.total_cmp(&b.at));
        }
        self.order = self.drawing_order();
    }

    fn drawing_order(&self) -> Vec<LaneId> {
        let processes = self.lanes.iter().filter(|lane| lane.kind == Kind::Process).count();
        let mut rows: Vec<LaneId> = (0..self.lanes.len())
            .filter(|id| {
                let lane = &self.lanes[*id];
                // One process needs no line above its threads.
                let is_needed = lane.kind != Kind::Process || processes > 1;
                is_needed && !lane.name.is_empty()
            })
            .collect();
        rows.sort_by_key(|id| (self.lanes[*id].pid, self.lanes[*id].kind, *id));
        rows
    }

    fn time(&mut self, at_us: f64) -> f64 {
        let begin = *self.begin.get_or_insert(at_us);
        let at = (at_us - begin).max(0.0);
        self.end = self.end.max(at);
        at
    }

    fn mark(&mut self, at: f64, lane: LaneId, what: What, line: Option<SourceLine>) {
        if line.is_some() {
            self.lanes[lane].line.clone_from(&line);
        }
        let line = line.or_else(|| self.lanes[lane].line.clone());
        self.marks.push(Mark { at, lane, what, line });
    }

    /// Says whether there is room for one more event; without its end no lane could be drawn.
    fn has_room(&mut self, is_end: bool) -> bool {
        let has_room = self.marks.len() < LIMIT || (is_end && self.marks.len() < LIMIT * 2);
        if !has_room {
            self.dropped = self.dropped.saturating_add(1);
        }
        has_room
    }

    fn lane(&mut self, pid: u32, kind: Kind, number: u32, name: &str) -> LaneId {
        let key = Key { pid, kind, number };
        if let Some(id) = self.current.get(&key) {
            return *id;
        }
        self.fresh_lane(key, name)
    }

    fn fresh_lane(&mut self, key: Key, name: &str) -> LaneId {
        let id = self.lanes.len();
        self.current.insert(key, id);
        self.lanes.push(Lane {
            pid: key.pid,
            kind: key.kind,
            number: key.number,
            name: name.to_owned(),
            segments: Vec::new(),
            line: None,
            has_ended: false,
        });
        id
    }

    fn thread_lane(&mut self, pid: u32, number: u32) -> LaneId {
        let name = if number == 0 { "MainThread" } else { "" };
        self.lane(pid, Kind::Thread, number, name)
    }

    /// Ends the lane's present segment and begins another one.
    fn turn(&mut self, lane: LaneId, at: f64, state: Option<State>) {
        let segments = &mut self.lanes[lane].segments;
        let mut at = at;
        if let Some(last) = segments.last_mut()
            && last.to.is_none()
        {
            // The next one cannot begin before this one did.
            at = at.max(last.from);
            last.to = Some(at);
        }
        if let Some(state) = state {
            segments.push(Segment { from: at, to: None, state, is_cut: false });
        }
    }

    fn thread_event(&mut self, pid: u32, event: TraceEvent) {
        let is_end = matches!(event.step, ThreadStep::Ended | ThreadStep::Started { .. });
        if !self.has_room(is_end) {
            return;
        }
        let at = self.time(event.at_us);
        if let ThreadStep::Task { task, step } = event.step {
            self.task_event(pid, at, task, step, event.line);
            return;
        }
        if let ThreadStep::Started { name, by } = event.step {
            let by = self.thread_lane(pid, by);
            let lane =
                self.fresh_lane(Key { pid, kind: Kind::Thread, number: event.thread }, &name);
            self.turn(lane, at, Some(State::Ready));
            self.arrows.push(Arrow { from: by, to: lane, at, kind: ArrowKind::Start });
            self.mark(at, lane, What::Started(Some(by)), event.line);
            return;
        }
        let lane = self.thread_lane(pid, event.thread);
        match event.step {
            ThreadStep::Running => {
                self.running.insert(pid, lane);
                self.turn(lane, at, Some(State::Running));
                self.mark(at, lane, What::Running, event.line);
            }
            ThreadStep::Ready { by } => {
                let by = by.map(|by| self.thread_lane(pid, by)).filter(|by| *by != lane);
                if let Some(by) = by {
                    self.arrows.push(Arrow { from: by, to: lane, at, kind: ArrowKind::Wake });
                }
                self.turn(lane, at, Some(State::Ready));
                self.mark(at, lane, What::Ready(by), event.line);
            }
            ThreadStep::Blocked { on } => {
                self.turn(lane, at, Some(State::Blocked { on: on.clone() }));
                self.mark(at, lane, What::Blocked(on), event.line);
            }
            ThreadStep::Ended => {
                self.turn(lane, at, None);
                self.lanes[lane].has_ended = true;
                self.mark(at, lane, What::Ended(None), event.line);
            }
            ThreadStep::Started { .. } | ThreadStep::Task { .. } => {}
        }
    }

    fn task_event(
        &mut self,
        pid: u32,
        at: f64,
        task: u32,
        step: TaskStep,
        line: Option<SourceLine>,
    ) {
        let key = Key { pid, kind: Kind::Task, number: task };
        let lane = match &step {
            TaskStep::Created { name, .. } => self.fresh_lane(key, name),
            _ => self.lane(pid, Kind::Task, task, "Task"),
        };
        match step {
            TaskStep::Created { by, .. } => {
                let by = match by {
                    Some(by) => Some(self.lane(pid, Kind::Task, by, "Task")),
                    None => self.running.get(&pid).copied(),
                };
                if let Some(from) = by {
                    self.arrows.push(Arrow { from, to: lane, at, kind: ArrowKind::Start });
                }
                self.turn(lane, at, Some(State::Ready));
                self.mark(at, lane, What::Started(by), line);
            }
            TaskStep::Running => {
                self.turn(lane, at, Some(State::Running));
                self.mark(at, lane, What::Running, line);
            }
            TaskStep::Waiting { on } => {
                let state = match on.as_str() {
                    "turn" => State::Ready,
                    _ => State::Blocked { on: on.clone() },
                };
                self.turn(lane, at, Some(state));
                self.mark(at, lane, What::Blocked(on), line);
            }
            TaskStep::Done { how } => {
                self.turn(lane, at, None);
                self.lanes[lane].has_ended = true;
                self.wake_task_waiters(lane, at);
                self.mark(at, lane, What::Ended(Some(how)), line);
            }
        }
    }

    /// Whoever waits for a task that is done can go on.
    fn wake_task_waiters(&mut self, done: LaneId, at: f64) {
        let (pid, name) = (self.lanes[done].pid, self.lanes[done].name.clone());
        let waiting: Vec<LaneId> = (0..self.lanes.len())
            .filter(|id| {
                let lane = &self.lanes[*id];
                let state = lane.segments.last().filter(|it| it.to.is_none()).map(|it| &it.state);
                lane.pid == pid
                    && lane.kind == Kind::Task
                    && matches!(state, Some(State::Blocked { on }) if *on == name)
            })
            .collect();
        for to in waiting {
            self.arrows.push(Arrow { from: done, to, at, kind: ArrowKind::Wake });
        }
    }

    fn process_event(&mut self, pid: u32, at_us: f64, by: Option<u32>, step: ProcessStep) {
        if matches!(step, ProcessStep::Ended { .. }) || self.has_room(false) {
            // What nobody in the run did has no clock of the run's: the start of its first process,
            // which is its beginning, and what the page does.
            let at = match by {
                Some(_) => self.time(at_us),
                None => self.end,
            };
            self.process_step(pid, at, by, step);
        }
    }

    fn process_step(&mut self, pid: u32, at: f64, by: Option<u32>, step: ProcessStep) {
        let other = by.filter(|by| *by != pid).and_then(|by| self.active_lane(by));
        match step {
            ProcessStep::Started { ppid, argv } => {
                let name = format!("{} ({pid})", program_name(&argv));
                let lane = self.fresh_lane(Key { pid, kind: Kind::Process, number: 0 }, &name);
                let parent = self.active_lane(ppid);
                if let Some(from) = parent {
                    self.arrows.push(Arrow { from, to: lane, at, kind: ArrowKind::Start });
                }
                self.mark(at, lane, What::Started(parent), None);
            }
            ProcessStep::Blocked { on } => {
                // A process with a record of its threads tells this itself.
                if let Some(lane) = self.silent_lane(pid) {
                    self.turn(lane, at, Some(State::Blocked { on: on.clone() }));
                    self.mark(at, lane, What::Blocked(on), None);
                }
            }
            ProcessStep::Woken => {
                let lane = self.silent_lane(pid).or_else(|| self.waiting_lane(pid));
                let Some(lane) = lane else { return };
                if let Some(from) = other {
                    self.arrows.push(Arrow { from, to: lane, at, kind: ArrowKind::Message });
                    self.mark(at, lane, What::Ready(other), None);
                }
                if self.lanes[lane].kind == Kind::Process {
                    self.turn(lane, at, Some(State::Running));
                }
            }
            ProcessStep::Signaled { signal } => {
                let Some(lane) = self.main_lane(pid) else { return };
                if let Some(from) = other {
                    self.arrows.push(Arrow { from, to: lane, at, kind: ArrowKind::Signal });
                }
                self.mark(at, lane, What::Signaled(signal), None);
            }
            ProcessStep::Ended { how } => {
                let Some(process) = self.process_lane(pid) else { return };
                for lane in 0..self.lanes.len() {
                    if self.lanes[lane].pid == pid && !self.lanes[lane].has_ended {
                        let end = self.lanes[lane].segments.last().map_or(at, |it| it.from.max(at));
                        self.forget_last_instant(lane, end);
                        self.turn(lane, end, None);
                        self.lanes[lane].has_ended = true;
                        if let Some(last) = self.lanes[lane].segments.last_mut() {
                            last.is_cut = last.to == Some(end);
                        }
                    }
                }
                self.mark(at, process, What::Ended(Some(how)), None);
            }
        }
    }

    /// An interpreter that is taken down wakes its threads in its last instant; none of them goes on.
    fn forget_last_instant(&mut self, lane: LaneId, end: f64) {
        let segments = &mut self.lanes[lane].segments;
        let is_woken = |it: &Segment| it.state == State::Ready && end - it.from < INSTANT;
        if segments.len() > 1 && segments.last().is_some_and(is_woken) {
            segments.pop();
            if let Some(last) = segments.last_mut() {
                last.to = None;
            }
        }
    }

    fn process_lane(&self, pid: u32) -> Option<LaneId> {
        self.current.get(&Key { pid, kind: Kind::Process, number: 0 }).copied()
    }

    fn main_lane(&self, pid: u32) -> Option<LaneId> {
        let main = self.current.get(&Key { pid, kind: Kind::Thread, number: 0 }).copied();
        main.or_else(|| self.process_lane(pid))
    }

    /// Who acts for a process: the thread that ran last.
    fn active_lane(&self, pid: u32) -> Option<LaneId> {
        self.running.get(&pid).copied().or_else(|| self.main_lane(pid))
    }

    /// The lane of a process that tells nothing of its threads.
    fn silent_lane(&self, pid: u32) -> Option<LaneId> {
        let has_threads = self.current.contains_key(&Key { pid, kind: Kind::Thread, number: 0 });
        self.process_lane(pid).filter(|_| !has_threads)
    }

    /// The thread of a process that waits for something from outside of it.
    fn waiting_lane(&self, pid: u32) -> Option<LaneId> {
        let waits = |lane: &Lane| {
            let state = lane.segments.last().filter(|it| it.to.is_none()).map(|it| &it.state);
            matches!(state, Some(State::Blocked { .. }))
        };
        let threads = |id: &LaneId| {
            let lane = &self.lanes[*id];
            lane.pid == pid && lane.kind == Kind::Thread && waits(lane)
        };
        (0..self.lanes.len()).find(threads).or_else(|| self.main_lane(pid))
    }
}

/// The word by which people know a program.
fn program_name(argv: &[String]) -> &str {
    let script = argv.iter().find(|word| !word.starts_with('-'));
    match argv {
        [flag, module, ..] if flag == "-m" => module,
        [flag, ..] if flag == "-c" => "python -c",
        _ => script.map_or("python", |path| path.rsplit('/').next().unwrap_or(path)),
    }
}

#[cfg(test)]
mod tests;
