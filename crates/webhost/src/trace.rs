//! Owns what a traced run tells of itself: what its threads did, and what the kernel saw of its
//! processes. Plain data; how it is drawn is the page's business.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use vivarium_kernel::{Entry, RunId, Step, Trace};
use vivarium_protocol::{Pid, RequestId, SwitchPoint, Timespec, TraceEvent};

/// A piece of a run's trace, in the order in which the page heard it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Traced {
    /// What the threads of one process did.
    Threads {
        /// The process.
        pid: u32,
        /// In order.
        events: Vec<TraceEvent>,
        /// How many were left out before these.
        dropped: u32,
        /// In lockstep: the hand-overs of its schedule.
        points: Vec<SwitchPoint>,
    },
    /// What happened to a process.
    Process {
        /// The process.
        pid: u32,
        /// When, in microseconds since 1970-01-01 UTC (virtual in lockstep).
        at_us: f64,
        /// The process whose doing it was, if it was one's.
        by: Option<u32>,
        /// What.
        step: ProcessStep,
    },
}

/// What happens to a process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum ProcessStep {
    /// It was started.
    Started {
        /// Its parent; 0 if it has none.
        ppid: u32,
        /// What stands after `python`.
        argv: Vec<String>,
    },
    /// A system call waits.
    Blocked {
        /// For what, in words.
        on: String,
    },
    /// That call was answered.
    Woken,
    /// It was sent a signal.
    Signaled {
        /// `SIGINT` and so on.
        signal: String,
    },
    /// It is over.
    Ended {
        /// Its exit status, or the signal's name.
        how: String,
    },
}

/// Picks what belongs to traced runs out of the kernel's trace.
#[derive(Debug, Default)]
pub(crate) struct Picker {
    /// How many of the kernel's entries were looked at.
    seen: u64,
    runs: BTreeMap<Pid, RunId>,
    blocked: BTreeSet<(Pid, RequestId)>,
}

impl Picker {
    /// A process of a traced run begins.
    pub(crate) fn add(&mut self, pid: Pid, run: RunId) {
        self.runs.insert(pid, run);
    }

    /// Returns the run of a process, if it is traced.
    pub(crate) fn run_of(&self, pid: Pid) -> Option<RunId> {
        self.runs.get(&pid).copied()
    }

    /// Forgets a run that is over.
    pub(crate) fn forget(&mut self, run: RunId) {
        self.runs.retain(|_, of| *of != run);
        let runs = &self.runs;
        self.blocked.retain(|(pid, _)| runs.contains_key(pid));
    }

    /// Returns what is new.
    pub(crate) fn pick(&mut self, trace: &Trace) -> Vec<(RunId, Traced)> {
        let seen = std::mem::replace(&mut self.seen, trace.recorded());
        if self.runs.is_empty() {
            return Vec::new();
        }
        trace.since(seen).filter_map(|entry| self.piece(entry)).collect()
    }

    fn piece(&mut self, entry: &Entry) -> Option<(RunId, Traced)> {
        let pid = entry.pid;
        let step = match &entry.step {
            Step::Spawn { ppid, argv, .. } => {
                // One that the kernel runs itself never gets a worker.
                if let Some(run) = self.run_of(*ppid) {
                    self.runs.insert(pid, run);
                }
                ProcessStep::Started { ppid: ppid.0, argv: argv.clone() }
            }
            Step::Block { id, reason } => {
                self.blocked.insert((pid, *id));
                ProcessStep::Blocked { on: reason.clone() }
            }
            Step::Return { id, .. } if self.blocked.remove(&(pid, *id)) => ProcessStep::Woken,
            Step::Call { .. } | Step::Return { .. } => return None,
            Step::Signal(signal) => ProcessStep::Signaled {
                signal: signal.name().map_or_else(|| format!("signal {}", signal.0), str::to_owned),
            },
            Step::Exit(how) => ProcessStep::Ended { how: how.clone() },
        };
        let run = self.run_of(pid)?;
        let by = entry.by.map(|by| by.0);
        Some((run, Traced::Process { pid: pid.0, at_us: microseconds(entry.time), by, step }))
    }
}

#[expect(clippy::cast_precision_loss, reason = "exact to the microsecond until the year 2255")]
fn microseconds(time: Timespec) -> f64 {
    time.sec as f64 * 1e6 + f64::from(time.nsec) / 1e3
}
