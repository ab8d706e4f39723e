//! Owns the record of a traced process: what its threads and tasks did, in order, and where the
//! learner's own code stood. Knows neither how it is sent nor how it is drawn.
//!
//! In a process that is not traced nothing here costs more than one look at a flag, at a system
//! call or when a thread is started. No bytecode of ours runs in a traced one either, so that the
//! same seed gives the same schedule with and without a record.

mod place;
mod reason;
pub(crate) mod tasks;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use green::{ThreadId, Watched};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::vm::thread::try_with_current_vm;
use rustpython_vm::{PyResult, VirtualMachine};
use vivarium_protocol::{SourceLine, SwitchPoint, ThreadStep, TraceEvent};

use crate::modules::trace::Kind;

pub(crate) use reason::Waits;

/// How many events a second of the process's clock are kept.
const EVENTS_PER_SECOND: u32 = 10_000;
/// With this many events a batch is due.
const BATCH: usize = 512;
/// After this long a batch is due, in microseconds of the process's clock.
const BATCH_US: f64 = 50_000.0;

/// A system call that is answered sooner has not really waited, in microseconds.
const SHORT_CALL_US: f64 = 1_500.0;

static IS_ON: AtomicBool = AtomicBool::new(false);
static IS_SILENT: AtomicBool = AtomicBool::new(false);
static RECORD: PyMutex<Record> = PyMutex::new(Record::new());

/// What is to be told next.
#[derive(Debug, Default, PartialEq)]
pub struct Batch {
    /// In order.
    pub events: Vec<TraceEvent>,
    /// How many were left out before these.
    pub dropped: u32,
    /// In lockstep: the hand-overs since the last batch.
    pub points: Vec<SwitchPoint>,
}

#[derive(Debug)]
struct Record {
    events: Vec<TraceEvent>,
    dropped: u32,
    /// The second that is counted, and its events so far.
    second: (f64, u32),
    told_at_us: f64,
    points_told: usize,
    /// The name that the thread which is started next has.
    next_name: Option<String>,
    threads: BTreeMap<ThreadId, Thread>,
}

/// What is known of a living thread.
#[derive(Debug, Default)]
struct Thread {
    /// What it waits for, and when that ends by itself.
    waits: Option<(String, Option<u64>, Option<SourceLine>)>,
}

impl Record {
    const fn new() -> Self {
        Self {
            events: Vec::new(),
            dropped: 0,
            second: (0.0, 0),
            told_at_us: 0.0,
            points_told: 0,
            next_name: None,
            threads: BTreeMap::new(),
        }
    }

    fn add(&mut self, thread: ThreadId, step: ThreadStep, line: Option<SourceLine>) {
        self.add_at(now_us(), thread, step, line);
    }

    fn add_at(&mut self, at_us: f64, thread: u32, step: ThreadStep, line: Option<SourceLine>) {
        if at_us - self.second.0 >= 1e6 {
            self.second = (at_us, 0);
        }
        self.second.1 += 1;
        // Without its beginning or its end nothing of a thread could be drawn.
        let is_needed = matches!(step, ThreadStep::Started { .. } | ThreadStep::Ended);
        if self.second.1 <= EVENTS_PER_SECOND || is_needed {
            self.events.push(TraceEvent { at_us, thread, step, line });
        } else {
            self.dropped += 1;
        }
    }

    /// Takes back that a thread has waited for the answer to a system call, if it came at once and
    /// nobody else did anything meanwhile.
    fn forget_short_call(&mut self, id: ThreadId) -> bool {
        let last: Vec<&TraceEvent> = self.events.iter().rev().take(2).collect();
        let count = match last.as_slice() {
            [blocked, ..] if is_short_call(blocked, id) => 1,
            [ready, blocked]
                if ready.step == (ThreadStep::Ready { by: None })
                    && ready.thread == id
                    && is_short_call(blocked, id) =>
            {
                2
            }
            _ => return false,
        };
        self.events.truncate(self.events.len() - count);
        if let Some(thread) = self.threads.get_mut(&id) {
            thread.waits = None;
        }
        true
    }

    fn take(&mut self) -> Option<Batch> {
        let points = points_from(self.points_told);
        if self.events.is_empty() && self.dropped == 0 && points.is_empty() {
            return None;
        }
        self.points_told += points.len();
        self.told_at_us = now_us();
        let events = std::mem::take(&mut self.events);
        Some(Batch { events, dropped: std::mem::take(&mut self.dropped), points })
    }
}

/// Begins the record; before the program starts, and in a traced process alone.
pub(crate) fn begin(vm: &VirtualMachine) -> PyResult<()> {
    if IS_ON.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    {
        let mut record = RECORD.lock();
        record.threads.insert(0, Thread { waits: None });
        record.add(0, ThreadStep::Running, None);
    }
    green::set_watcher(watch);
    let threading = vm.import("threading", 0)?;
    crate::modules::trace::wrap(&threading, "_start_joinable_thread", Kind::StartThread, vm)
}

/// Says whether the process is traced.
pub(crate) fn is_on() -> bool {
    IS_ON.load(Ordering::Relaxed)
}

/// The thread that is started next has this name.
pub(crate) fn name_next(name: String) {
    RECORD.lock().next_name = Some(name);
}

/// Records something that happened to a task of the running thread.
pub(crate) fn record(step: ThreadStep, line: Option<SourceLine>) {
    RECORD.lock().add(green::current_id(), step, line);
}

/// Returns what there is to tell if it is time to; with `all`, in any case.
pub fn take(all: bool) -> Option<Batch> {
    if !is_on() {
        return None;
    }
    let mut record = RECORD.lock();
    let is_due = record.events.len() >= BATCH || now_us() - record.told_at_us >= BATCH_US;
    if all || is_due { record.take() } else { None }
}

fn watch(id: ThreadId, what: Watched) {
    match what {
        Watched::Started { by } => {
            let line = place::line();
            let mut record = RECORD.lock();
            let name = record.next_name.take().unwrap_or_default();
            record.threads.insert(id, Thread { waits: None });
            record.add(id, ThreadStep::Started { name, by }, line);
        }
        Watched::Running => {
            let mut record = RECORD.lock();
            if record.forget_short_call(id) {
                return;
            }
            let waits = record.threads.get_mut(&id).and_then(|thread| thread.waits.take());
            if let Some((_, Some(deadline), _)) = waits {
                wake_at(&mut record, id, deadline);
            }
            record.add(id, ThreadStep::Running, None);
        }
        Watched::Ready { .. } if IS_SILENT.load(Ordering::Relaxed) || is_finalizing() => {}
        Watched::Ready { by } => {
            let line = if by.is_none() { place::line() } else { None };
            let mut record = RECORD.lock();
            if let Some(thread) = record.threads.get_mut(&id) {
                thread.waits = None;
            }
            record.add(id, ThreadStep::Ready { by }, line);
        }
        Watched::Blocked { deadline } => {
            let (on, line) = place::wait(id);
            let mut record = RECORD.lock();
            if let Some(thread) = record.threads.get_mut(&id) {
                thread.waits = Some((on.clone(), deadline, line.clone()));
            }
            record.add(id, ThreadStep::Blocked { on }, line);
        }
        Watched::Ended => {
            let mut record = RECORD.lock();
            record.threads.remove(&id);
            record.add(id, ThreadStep::Ended, None);
        }
    }
}

/// Says whether the interpreter is being taken down: it wakes its threads for good, which is no doing of the program's.
fn is_finalizing() -> bool {
    let look = |vm: &VirtualMachine| vm.state.finalizing.load(Ordering::Acquire);
    try_with_current_vm(look).unwrap_or(false)
}

fn is_short_call(event: &TraceEvent, id: ThreadId) -> bool {
    let ThreadStep::Blocked { on } = &event.step else { return false };
    let is_call = matches!(on.as_str(), "read" | "write" | "system" | "import");
    event.thread == id && is_call && now_us() - event.at_us < SHORT_CALL_US
}

/// Wakes a thread without a word of it in the record: it waits for an answer that is no event.
pub fn silently(wake: impl FnOnce()) {
    IS_SILENT.store(true, Ordering::Relaxed);
    wake();
    IS_SILENT.store(false, Ordering::Relaxed);
}

/// A thread whose time was up before it ran again could run from then on.
fn wake_at(record: &mut Record, id: ThreadId, deadline: u64) {
    let now = green::now_ns();
    if now > deadline.saturating_add(1000) {
        #[expect(clippy::cast_precision_loss, reason = "an interval, exact for a hundred days")]
        let at_us = now_us() - (now - deadline) as f64 / 1e3;
        record.add_at(at_us, id, ThreadStep::Ready { by: None }, None);
    }
}

fn points_from(first: usize) -> Vec<SwitchPoint> {
    let of_wire = |point: green::SwitchPoint| SwitchPoint {
        thread: point.thread,
        after: u32::try_from(point.after).unwrap_or(u32::MAX),
        to: point.to,
    };
    green::switch_points(first).into_iter().map(of_wire).collect()
}

fn now_us() -> f64 {
    green::unix_now().as_secs_f64() * 1e6
}
