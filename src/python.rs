//! Owns the seam to Python: from the click on Run to the end of the program, as signals.
//!
//! [`Runner`] is one place on the page where programs run, one at a time. It drives
//! [`RunState`]; what is done with output is its caller's business.

use std::{collections::BTreeMap, time::Duration};

use leptos::{prelude::*, task::spawn_local};
use vivarium_course::model::SourceFile;
use vivarium_webhost::{Reason, RunEvent, RunResult, RunSpec};

use crate::{
    host::{Run, Workspace},
    run_state::{Ending, RunState},
    session::Session,
};

/// A place where programs run, one at a time.
#[derive(Clone, Copy)]
pub struct Runner {
    session: Session,
    /// What the run is doing.
    pub state: RwSignal<RunState>,
    /// How the last run ended.
    pub result: RwSignal<Option<RunResult>>,
    run: StoredValue<Option<Run>, LocalStorage>,
    /// Tells a late event of an earlier run from one of the present run.
    serial: StoredValue<u32>,
    was_stopped: StoredValue<bool>,
}

impl Runner {
    /// Makes a place; a run that is under way ends with the component that owns it.
    pub fn new(session: Session) -> Self {
        let runner = Self {
            session,
            state: RwSignal::new(RunState::Idle),
            result: RwSignal::new(None),
            run: StoredValue::new_local(None),
            serial: StoredValue::new(0),
            was_stopped: StoredValue::new(false),
        };
        on_cleanup(move || {
            if let Some(run) = runner.run.try_update_value(Option::take).flatten() {
                run.abort();
            }
        });
        runner
    }

    /// Starts a program as soon as Python is here. A run under way is given up.
    ///
    /// `workspace` is asked for at that moment, and `sink` is told what happens, in order.
    pub fn start(
        self,
        spec: RunSpec,
        workspace: impl FnOnce() -> Option<Workspace> + 'static,
        mut sink: impl FnMut(RunEvent) + 'static,
    ) {
        self.give_up();
        let serial = self.serial.get_value();
        self.was_stopped.set_value(false);
        self.result.set(None);
        self.state.set(RunState::Loading { loaded: 0, total: 0 });
        let Some(python) = self.session.host() else { return };
        spawn_local(async move {
            let ready = python.ready().await;
            if self.serial.try_get_value() != Some(serial) {
                return;
            }
            if let Err(error) = ready {
                self.state.set(RunState::Crashed { message: error.to_string() });
                return;
            }
            let Some(workspace) = workspace() else { return };
            self.state.set(RunState::Starting);
            let run = workspace.run(spec, move |event| {
                if self.serial.try_get_value() != Some(serial) {
                    return;
                }
                // What the program printed must be in place before its end is told.
                let is_end = matches!(event, RunEvent::Ended(_));
                if is_end {
                    sink(event.clone());
                }
                self.follow(&event);
                if !is_end {
                    sink(event);
                }
            });
            self.run.set_value(Some(run));
        });
    }

    fn follow(self, event: &RunEvent) {
        match event {
            RunEvent::Stdout(_) | RunEvent::Stderr(_) | RunEvent::Report(_) => {
                if matches!(self.state.get_untracked(), RunState::Starting) {
                    self.change(RunState::on_activity);
                }
            }
            RunEvent::WantsInput => self.change(RunState::on_wants_input),
            RunEvent::Files | RunEvent::Trace(_) => {}
            RunEvent::Ended(result) => {
                let was_stopped = self.was_stopped.get_value();
                self.state.set(match result.reason {
                    Reason::Crash => {
                        RunState::Crashed { message: result.message.clone().unwrap_or_default() }
                    }
                    Reason::Timeout => RunState::Ended(Ending::TimedOut),
                    Reason::Aborted => RunState::Ended(Ending::Stopped),
                    Reason::Exit | Reason::Signal => {
                        RunState::Ended(Ending::of_code(result.exit_code, was_stopped))
                    }
                });
                self.result.set(Some(result.clone()));
                self.run.set_value(None);
            }
        }
    }

    fn change(self, change: impl FnOnce(RunState) -> RunState) {
        let state = self.state.get_untracked();
        let next = change(state.clone());
        if next != state {
            self.state.set(next);
        }
    }

    /// Stop: interrupts the program; before it runs, gives the start up.
    pub fn stop(self) {
        self.was_stopped.set_value(true);
        match self.run.get_value() {
            Some(run) => {
                self.change(RunState::on_stop);
                run.interrupt();
            }
            None => {
                self.give_up();
                self.state.set(RunState::Idle);
            }
        }
    }

    /// What waits for a line is Python's prompt: the program itself is over.
    pub fn note_prompt(self) {
        self.was_stopped.set_value(false);
        self.change(RunState::on_prompt);
    }

    /// Ctrl-C at the console: the program may catch it and go on.
    pub fn interrupt(self) {
        if let Some(run) = self.run.get_value() {
            run.interrupt();
        }
    }

    /// Ends a run under way without waiting for it; none of its events arrive any more.
    pub fn give_up(self) {
        self.serial.update_value(|serial| *serial += 1);
        if let Some(run) = self.run.try_update_value(Option::take).flatten() {
            run.abort();
        }
    }

    /// Gives the program a line.
    pub fn send_line(self, line: &str) {
        if let Some(run) = self.run.get_value() {
            self.change(RunState::on_activity);
            run.send_input(&format!("{line}\n"));
        }
    }

    /// Ctrl-D.
    pub fn end_input(self) {
        if let Some(run) = self.run.get_value() {
            self.change(RunState::on_activity);
            run.close_input();
        }
    }

    /// Tells the program the console's size.
    pub fn resize(self, columns: u32, rows: u32) {
        if let Some(run) = self.run.get_value() {
            run.resize(columns, rows);
        }
    }
}

/// Returns the files in the form a workspace takes.
pub fn file_map<'a>(files: impl IntoIterator<Item = &'a SourceFile>) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().map(|file| (file.path.clone(), file.text.clone().into_bytes())).collect()
}

/// Calls `flush` once soon, however often it is asked in between: for output that pours.
#[derive(Clone, Copy)]
pub struct Throttle {
    is_waiting: StoredValue<bool>,
    pause: Duration,
}

impl Throttle {
    /// Makes a throttle with this pause.
    pub fn new(pause: Duration) -> Self {
        Self { is_waiting: StoredValue::new(false), pause }
    }

    /// Asks for a flush.
    pub fn ask(self, flush: impl FnOnce() + 'static) {
        if self.is_waiting.try_get_value() != Some(false) {
            return;
        }
        self.is_waiting.set_value(true);
        set_timeout(
            move || {
                // The component may be gone by now.
                if self.is_waiting.try_set_value(false).is_none() {
                    flush();
                }
            },
            self.pause,
        );
    }
}
