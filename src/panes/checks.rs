//! Owns the hidden checks of an exercise: starting them, and showing what came of each.

use std::sync::Arc;

use leptos::prelude::*;
use vivarium_course::{
    grade::{CheckResult, CheckState, Ended, Grader, Reason, Verdict},
    model::{Exercise, SourceFile},
    run::{Attempt, CHECK_SEED},
};
use vivarium_webhost::{Mode, Reason as HostReason, RunEvent, RunResult, RunSpec, Seed, Stdin};

use crate::{
    browser,
    diff::{Line, Marked, compare},
    parts::{
        icon::{Glyph, Icon},
        notice::{Notice, Tone},
        prose,
    },
    python::{Runner, file_map},
    session::Session,
    strings,
};

/// The checks of one exercise, and where they are run.
#[derive(Clone, Copy)]
pub struct Checking {
    session: Session,
    /// Where they are run.
    pub runner: Runner,
    /// What is known of each by now.
    pub checks: RwSignal<Vec<CheckResult>>,
    /// What came of all, once they are over.
    pub verdict: RwSignal<Option<Verdict>>,
}

impl Checking {
    /// Makes the place where checks are run.
    pub fn new(session: Session) -> Self {
        Self {
            session,
            runner: Runner::new(session),
            checks: RwSignal::new(Vec::new()),
            verdict: RwSignal::new(None),
        }
    }

    /// Checks the learner's files.
    pub fn start(self, exercise: Arc<Exercise>, learner: &[SourceFile]) {
        self.checks.set(Vec::new());
        self.verdict.set(None);
        let attempt = Attempt::new(&exercise, learner, browser::token());
        let files = file_map(&attempt.files);
        let spec = RunSpec {
            argv: attempt.argv,
            stdin: Stdin::Prepared(Vec::new()),
            env: attempt.env,
            mode: Mode::Lockstep { seed: Seed(CHECK_SEED), budget: Some(attempt.bytecodes) },
            timeout_ms: Some(attempt.watchdog_ms),
            report: true,
            hosts: attempt.hosts,
            ..Default::default()
        };
        let session = self.session;
        let workspace = move || session.host()?.workspace(files);
        let mut grader = Some(Grader::new(attempt.token));
        self.runner.start(spec, workspace, move |event| match event {
            RunEvent::Report(bytes) => {
                if let Some(grader) = &mut grader {
                    grader.push(&bytes);
                    self.checks.set(grader.checks().to_vec());
                }
            }
            RunEvent::Ended(result) => {
                if let Some(grader) = grader.take() {
                    let verdict = grader.finish(&exercise, &ended(&result));
                    session.change_progress(|it| it.attempt(&exercise.id, verdict.passed));
                    crate::frame::tell_checks(&exercise.id, &verdict);
                    if let Some(lms) = session.lms {
                        lms.note_checks(&exercise.id, &verdict);
                    }
                    self.checks.set(verdict.checks.clone());
                    self.verdict.set(Some(verdict));
                }
            }
            RunEvent::Stdout(_)
            | RunEvent::Stderr(_)
            | RunEvent::WantsInput
            | RunEvent::Files
            | RunEvent::Trace(_) => {}
        });
    }
}

fn ended(result: &RunResult) -> Ended {
    Ended {
        reason: match result.reason {
            HostReason::Exit => Reason::Exit,
            HostReason::Signal => Reason::Signal,
            HostReason::Timeout => Reason::Timeout,
            HostReason::Aborted => Reason::Aborted,
            HostReason::Crash => Reason::Crash,
        },
        exit_code: result.exit_code,
        message: result.message.clone(),
    }
}

/// What came of the checks.
#[component]
pub fn ChecksView(
    /// The checks.
    checking: Checking,
) -> impl IntoView {
    let list = move || {
        let draw = |check: CheckResult| view! { <CheckView check=check/> };
        checking.checks.get().into_iter().map(draw).collect_view()
    };
    let head = move || {
        if let Some(verdict) = checking.verdict.get() {
            verdict_view(&verdict).into_any()
        } else if super::run_block::is_active(checking.runner) {
            view! { <p class="checks-busy">{strings::CHECKING}</p> }.into_any()
        } else if checking.checks.with(Vec::is_empty) {
            view! {
                <div class="empty">
                    <Glyph icon=Icon::Check/>
                    <p>{strings::CHECKS_EMPTY}</p>
                </div>
            }
            .into_any()
        } else {
            ().into_any()
        }
    };
    view! {
        <div class="checks">
            <div role="status" class="checks-head">{head}</div>
            <ol class="check-list">{list}</ol>
        </div>
    }
}

fn verdict_view(verdict: &Verdict) -> impl IntoView + use<> {
    let n_checks = verdict.checks.len();
    let tone = if verdict.passed { Tone::Good } else { Tone::Bad };
    let title = if verdict.passed {
        strings::ALL_PASSED.to_owned()
    } else {
        strings::n_passed(verdict.n_passed(), n_checks)
    };
    let reply = verdict.reply_message.as_ref().map(|reply| prose::inline(reply, None));
    let problem = verdict.problem.clone();
    let caveat = (!verdict.is_reproducible).then_some(strings::NOT_REPRODUCIBLE);
    let blame = verdict.is_broken.then_some(strings::COURSE_BROKEN);
    view! {
        <Notice tone=tone>
            <p><strong>{title}</strong></p>
            {reply.map(|reply| view! { <p class="check-reply">{reply}</p> })}
            {problem.map(|problem| view! { <p>{problem}</p> })}
            {caveat.map(|caveat| view! { <p>{caveat}</p> })}
            {blame.map(|blame| view! { <p>{blame}</p> })}
        </Notice>
    }
}

/// One check: its sentence, and if it failed, why.
#[component]
fn CheckView(
    /// What is known of it.
    check: CheckResult,
) -> impl IntoView {
    let (class, icon, word) = match check.state {
        CheckState::Passed => ("check is-passed", Icon::Check, strings::CHECK_PASSED),
        CheckState::Failed => ("check is-failed", Icon::Cross, strings::CHECK_FAILED),
        CheckState::Running => ("check is-running", Icon::Clock, strings::CHECK_RUNNING),
        CheckState::Waiting => ("check", Icon::Clock, strings::CHECK_WAITING),
        CheckState::NotReached => ("check", Icon::More, strings::CHECK_NOT_REACHED),
    };
    let failed = check.state == CheckState::Failed;
    let sentence = check.sentence.clone();
    view! {
        <li class=class>
            <p class="check-line">
                <Glyph icon=icon/>
                <span class="unseen">{word}": "</span>
                <span>{super::advice::spans(&sentence)}</span>
            </p>
            {failed.then(|| details(&check))}
        </li>
    }
}

fn details(check: &CheckResult) -> impl IntoView + use<> {
    let message = (!check.message.is_empty()).then(|| check.message.clone());
    let call = check.call.clone();
    let both = check.expected.clone().zip(check.actual.clone());
    let output = (!check.output.is_empty()).then(|| check.output.clone());
    let traceback = check.traceback.clone();
    view! {
        <div class="check-details">
            {message.map(|it| view! { <p>{super::advice::spans(&it)}</p> })}
            {call.map(|it| view! {
                <p class="check-label">{strings::CALLED}</p>
                <pre class="check-text" tabindex="0">{it}</pre>
            })}
            {both.map(|(expected, actual)| diff_view(&expected, &actual))}
            {output.map(|it| view! {
                <p class="check-label">{strings::PRINTED}</p>
                <pre class="check-text" tabindex="0">{it}</pre>
            })}
            {traceback.map(|it| view! {
                <p class="check-label">{strings::RAISED}</p>
                <pre class="check-text check-traceback" tabindex="0">{it}</pre>
            })}
        </div>
    }
}

/// Expected against actual, line by line.
fn diff_view(expected: &str, actual: &str) -> impl IntoView + use<> {
    let marked = |class: &'static str, sign: &'static str, word: &'static str, line: Marked| {
        view! {
            <div class=class>
                <span class="diff-sign" aria-hidden="true">{sign}</span>
                <span class="unseen">{word}": "</span>
                <span>{line.before}<mark>{line.changed}</mark>{line.after}</span>
            </div>
        }
        .into_any()
    };
    let lines = compare(expected, actual)
        .into_iter()
        .map(|line| match line {
            Line::Same(text) => view! {
                <div class="diff-same">
                    <span class="diff-sign" aria-hidden="true">" "</span>
                    <span>{text}</span>
                </div>
            }
            .into_any(),
            Line::Missing(line) => marked("diff-missing", "−", strings::EXPECTED, line),
            Line::Extra(line) => marked("diff-extra", "+", strings::ACTUAL, line),
        })
        .collect_view();
    view! {
        <div class="diff" tabindex="0" role="group" aria-label=strings::DIFF>
            <p class="diff-legend" aria-hidden="true">
                <span class="diff-key-missing">{strings::EXPECTED}</span>
                <span class="diff-key-extra">{strings::ACTUAL}</span>
            </p>
            {lines}
        </div>
    }
}
