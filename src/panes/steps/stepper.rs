//! Owns one recording as signals: the run that makes it, and which step is shown.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use vivarium_course::{
    model::SourceFile,
    run::{CHECK_SEED, Stepping},
};
use vivarium_webhost::{Mode, RunEvent, RunSpec, Seed, Stdin};

use crate::{
    python::{Runner, file_map},
    session::Session,
    steps::trace::Trace,
};

/// What a recording is made of.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The files.
    pub files: Vec<SourceFile>,
    /// The file and its arguments.
    pub argv: Vec<String>,
    /// What it reads.
    pub stdin: String,
    /// Host names that it can resolve.
    pub hosts: Vec<String>,
    /// How it is recorded.
    pub stepping: Stepping,
    /// The line whose first execution is shown first.
    pub at: Option<usize>,
}

/// A place where programs are recorded and stepped through.
#[derive(Clone, Copy)]
pub struct Stepper {
    session: Session,
    /// The run that makes the recording.
    pub runner: Runner,
    /// The recording that is shown.
    pub trace: RwSignal<Option<Arc<Trace>>>,
    /// The program it was made of.
    pub program: RwSignal<Arc<Program>>,
    /// The step that is shown.
    pub at: RwSignal<usize>,
    /// Whether drawn references are counted.
    pub counts: RwSignal<bool>,
    /// Whether values are drawn as objects.
    pub values: RwSignal<bool>,
    report: StoredValue<Vec<u8>>,
}

impl Stepper {
    /// Makes a place.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            runner: Runner::new(session),
            trace: RwSignal::new(None),
            program: RwSignal::new(Arc::new(Program::default())),
            at: RwSignal::new(0),
            counts: RwSignal::new(false),
            values: RwSignal::new(false),
            report: StoredValue::new(Vec::new()),
        }
    }

    /// Runs a program and shows its steps when it is over.
    pub fn record(self, program: Program) {
        self.report.set_value(Vec::new());
        self.values.set(program.stepping.with_values);
        let files: BTreeMap<String, Vec<u8>> = file_map(&program.files);
        let spec = RunSpec {
            argv: program.stepping.argv(&program.argv),
            stdin: Stdin::Prepared(program.stdin.clone().into_bytes()),
            env: program.stepping.env(),
            // The same picture each time; a program that sleeps costs no time.
            mode: Mode::Lockstep { seed: Seed(CHECK_SEED), budget: None },
            timeout_ms: Some(20_000),
            report: true,
            hosts: program.hosts.clone(),
            ..Default::default()
        };
        let at = program.at;
        self.program.set(Arc::new(program));
        let workspace = move || self.session.host()?.workspace(files);
        self.runner.start(spec, workspace, move |event| match event {
            RunEvent::Report(bytes) => {
                self.report.update_value(|report| report.extend(bytes));
            }
            RunEvent::Ended(_) => self.show(at),
            RunEvent::Stdout(_)
            | RunEvent::Stderr(_)
            | RunEvent::WantsInput
            | RunEvent::Files
            | RunEvent::Trace(_) => {}
        });
    }

    /// Runs the same program again, with values drawn as objects or not.
    pub fn record_again(self, with_values: bool) {
        let mut program = self.program.get_untracked().as_ref().clone();
        program.stepping.with_values = with_values;
        self.record(program);
    }

    fn show(self, line: Option<usize>) {
        let report = self.report.try_update_value(std::mem::take).unwrap_or_default();
        let trace = Trace::parse(&String::from_utf8_lossy(&report));
        let first = line.and_then(|line| trace.steps.iter().position(|it| it.line == line));
        self.at.set(first.unwrap_or(0));
        self.trace.set(Some(Arc::new(trace)));
    }

    /// Returns the number of steps.
    pub fn count(self) -> usize {
        self.trace.with(|it| it.as_ref().map_or(0, |it| it.steps.len()))
    }

    /// Goes to a step; beyond the ends, to the end.
    pub fn go(self, to: usize) {
        let last = self.count().saturating_sub(1);
        self.at.set(to.min(last));
    }

    /// Goes so many steps.
    pub fn step(self, by: isize) {
        self.go(self.at.get_untracked().saturating_add_signed(by));
    }

    /// Goes to the next time that a line runs.
    pub fn go_to_line(self, path: Option<&str>, line: usize) {
        let from = self.at.get_untracked();
        let found = self.trace.with_untracked(|it| it.as_ref()?.next_at(path, line, from));
        if let Some(step) = found {
            self.at.set(step);
        }
    }

    /// Returns the text of a file of the program; without a path, of the one that was started.
    pub fn source(self, path: Option<&str>) -> String {
        self.program.with(|program| {
            let path = path.or_else(|| program.argv.first().map(String::as_str));
            let file = program.files.iter().find(|it| Some(it.path.as_str()) == path);
            file.map(|it| it.text.clone()).unwrap_or_default()
        })
    }
}
