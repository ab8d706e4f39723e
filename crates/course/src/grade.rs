//! Turns what a checked run reported into a verdict for the learner.
//!
//! The `lab` package writes JSON lines on descriptor 3: first the plan with every check's
//! sentence, then the start and the result of each check, at last that it is done. A [`Grader`]
//! takes the bytes as they come; [`Grader::checks`] is what the page shows meanwhile and
//! [`Grader::finish`] gives the [`Verdict`]. Only lines with the attempt's token count, and a
//! check that did not report has not passed: ending early, printing and exiting prove nothing.

use serde::{Deserialize, Serialize};

use crate::model::{Exercise, Inline};

/// Why a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reason {
    /// It exited.
    Exit,
    /// A signal ended it; SIGKILL is how a budget of bytecodes ends.
    Signal,
    /// The wall clock did.
    Timeout,
    /// The learner pressed Stop.
    Aborted,
    /// The interpreter broke down.
    Crash,
}

/// How a checked run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Why.
    pub reason: Reason,
    /// Exit status; -N for signal N.
    pub exit_code: i32,
    /// What the interpreter said about a crash.
    pub message: Option<String>,
}

/// What is known of a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CheckState {
    /// Its turn has not come.
    #[default]
    Waiting,
    /// It is running.
    Running,
    /// It passed.
    Passed,
    /// It failed.
    Failed,
    /// The run ended before it did.
    NotReached,
}

/// One hidden check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckResult {
    /// What it checks.
    pub sentence: String,
    /// What is known of it.
    pub state: CheckState,
    /// Why it failed, in sentences.
    pub message: String,
    /// The call it made.
    pub call: Option<String>,
    /// What should have come.
    pub expected: Option<String>,
    /// What came.
    pub actual: Option<String>,
    /// What the learner's code printed meanwhile.
    pub output: String,
    /// The learner's lines on the way to an exception.
    pub traceback: Option<String>,
    /// The name of the reply for this mistake.
    pub reply: Option<String>,
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether every check passed.
    pub passed: bool,
    /// Every check, in order.
    pub checks: Vec<CheckResult>,
    /// The name of the reply to show: that of the first failed check.
    pub reply: Option<String>,
    /// Its text.
    pub reply_message: Option<Vec<Inline>>,
    /// What went wrong with the run as a whole, as a sentence.
    pub problem: Option<String>,
    /// Whether the course is to blame and not the learner.
    pub is_broken: bool,
    /// Whether another run could give another verdict, since the wall clock ended this one.
    pub is_reproducible: bool,
}

impl Verdict {
    /// Counts the checks that passed.
    pub fn n_passed(&self) -> usize {
        self.checks.iter().filter(|check| check.state == CheckState::Passed).count()
    }

    /// Returns the indices of the checks that failed.
    pub fn failed(&self) -> Vec<usize> {
        let indices = 0..self.checks.len();
        indices.filter(|it| self.checks[*it].state == CheckState::Failed).collect()
    }

    /// Tells the verdict in lines of text.
    pub fn summary(&self) -> String {
        let mut lines = Vec::new();
        for check in &self.checks {
            lines.push(format!("    {:?}: {}", check.state, check.sentence));
            let details = [
                Some(&check.message).filter(|it| !it.is_empty()),
                check.traceback.as_ref(),
                Some(&check.output).filter(|it| !it.is_empty()),
            ];
            for text in details.into_iter().flatten() {
                lines.extend(text.lines().map(|line| format!("        {line}")));
            }
        }
        lines.extend(self.problem.iter().map(|problem| format!("    {problem}")));
        lines.join("\n")
    }
}

/// A line of the report.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Record {
    Plan { token: String, checks: Vec<String> },
    Start { token: String, check: usize },
    Result(Box<ResultRecord>),
    Broken { token: String, message: String },
    Done { token: String },
}

#[derive(Deserialize)]
struct ResultRecord {
    token: String,
    check: usize,
    passed: bool,
    #[serde(default)]
    message: String,
    call: Option<String>,
    expected: Option<String>,
    actual: Option<String>,
    #[serde(default)]
    output: String,
    traceback: Option<String>,
    reply: Option<String>,
}

/// Whether the report is complete.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Checking,
    Done,
    Broken(String),
}

/// Reads the report of an attempt as it comes.
#[derive(Debug)]
pub struct Grader {
    token: String,
    pending: Vec<u8>,
    checks: Vec<CheckResult>,
    stage: Stage,
}

/// Longest line of a report; what is longer was not written by `lab`.
const MAX_LINE_BYTES: usize = 1 << 20;

impl Grader {
    /// Starts with [`crate::run::Attempt::token`].
    pub fn new(token: String) -> Grader {
        Grader { token, pending: Vec::new(), checks: Vec::new(), stage: Stage::Checking }
    }

    /// Takes bytes of descriptor 3.
    pub fn push(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if *byte != b'\n' {
                if self.pending.len() < MAX_LINE_BYTES {
                    self.pending.push(*byte);
                }
                continue;
            }
            let line = std::mem::take(&mut self.pending);
            if let Ok(record) = serde_json::from_slice(&line) {
                self.take(record);
            }
        }
    }

    /// What is known of each check by now.
    pub fn checks(&self) -> &[CheckResult] {
        &self.checks
    }

    /// Says whether the report is complete: what still runs then is not waited for.
    pub fn is_done(&self) -> bool {
        self.stage != Stage::Checking
    }

    fn take(&mut self, record: Record) {
        if record.token() != self.token || self.stage != Stage::Checking {
            return;
        }
        match record {
            Record::Plan { checks, .. } if self.checks.is_empty() => {
                let new = |sentence| CheckResult { sentence, ..CheckResult::default() };
                self.checks = checks.into_iter().map(new).collect();
            }
            Record::Plan { .. } => {}
            Record::Start { check, .. } => self.change(check, |it| it.state = CheckState::Running),
            Record::Result(result) => self.change(result.check, |it| it.take(*result)),
            Record::Broken { message, .. } => self.stage = Stage::Broken(message),
            Record::Done { .. } => self.stage = Stage::Done,
        }
    }

    /// A check that has its result keeps it.
    fn change(&mut self, index: usize, change: impl FnOnce(&mut CheckResult)) {
        if let Some(check) = self.checks.get_mut(index)
            && matches!(check.state, CheckState::Waiting | CheckState::Running)
        {
            change(check);
        }
    }

    /// Gives the verdict once the run has ended.
    pub fn finish(mut self, exercise: &Exercise, ended: &Ended) -> Verdict {
        let running = self.checks.iter().position(|it| it.state == CheckState::Running);
        let is_broken = matches!(self.stage, Stage::Broken(_))
            || (self.stage == Stage::Done && self.checks.is_empty());
        let problem = match &self.stage {
            Stage::Broken(message) => Some(message.clone()),
            Stage::Done if self.checks.is_empty() => {
                Some("This exercise has no checks. That is a mistake of the course.".to_owned())
            }
            Stage::Done => None,
            Stage::Checking => {
                let sentence = running.map(|it| self.checks[it].sentence.clone());
                Some(early_end(ended, exercise, sentence.as_deref()))
            }
        };
        if let (Some(index), Some(problem)) = (running, &problem) {
            self.checks[index].state = CheckState::Failed;
            self.checks[index].message.clone_from(problem);
        }
        for check in &mut self.checks {
            if matches!(check.state, CheckState::Waiting | CheckState::Running) {
                check.state = CheckState::NotReached;
            }
        }
        let passed = self.stage == Stage::Done
            && !self.checks.is_empty()
            && self.checks.iter().all(|check| check.state == CheckState::Passed);
        let failed = self.checks.iter().find(|check| check.state == CheckState::Failed);
        let reply = failed.and_then(|check| check.reply.clone());
        let reply_message = reply.as_ref().and_then(|it| exercise.messages.get(it)).cloned();
        let is_reproducible = !(self.stage == Stage::Checking && ended.reason == Reason::Timeout);
        let checks = self.checks;
        Verdict { passed, checks, reply, reply_message, problem, is_broken, is_reproducible }
    }
}

impl CheckResult {
    fn take(&mut self, record: ResultRecord) {
        self.state = if record.passed { CheckState::Passed } else { CheckState::Failed };
        self.message = record.message;
        self.call = record.call;
        self.expected = record.expected;
        self.actual = record.actual;
        self.output = record.output;
        self.traceback = record.traceback;
        self.reply = record.reply;
    }
}

impl Record {
    fn token(&self) -> &str {
        match self {
            Record::Plan { token, .. }
            | Record::Start { token, .. }
            | Record::Broken { token, .. }
            | Record::Done { token } => token,
            Record::Result(result) => &result.token,
        }
    }
}

/// Why a run that did not report everything ended, as the learner is told.
fn early_end(ended: &Ended, exercise: &Exercise, check: Option<&str>) -> String {
    let place = match check {
        Some(sentence) => format!(" in the check \u{201c}{sentence}\u{201d}"),
        None => String::new(),
    };
    match ended.reason {
        Reason::Aborted => "You stopped the checks.".to_owned(),
        Reason::Exit => format!(
            "The run ended with exit status {}{place}, before every check had reported. \
             That is no pass: let your code return where it ends the program.",
            ended.exit_code
        ),
        Reason::Timeout => {
            let seconds = exercise.limits.watchdog_ms / 1000;
            format!(
                "After {seconds} seconds your program was still running{place}, and was stopped. \
                 Is there a loop that never ends?"
            )
        }
        Reason::Signal if ended.exit_code == -9 => {
            let millions = exercise.limits.bytecodes / 1_000_000;
            format!(
                "Your program took more than {millions} million steps{place}, and was stopped. \
                 Is there a loop that never ends?"
            )
        }
        Reason::Signal => format!(
            "Signal {} ended the run{place}, before every check had reported.",
            -ended.exit_code
        ),
        Reason::Crash => {
            let why = ended.message.as_ref().map(|it| format!(": {it}")).unwrap_or_default();
            format!("Python broke down{place}, before every check had reported{why}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ExerciseKind, Limits};

    const PLAN: &str = r#"{"token":"t","kind":"plan","checks":["first","second"]}"#;
    const FIRST: &str = r#"{"token":"t","kind":"result","check":0,"passed":true}"#;
    const SECOND: &str = r#"{"token":"t","kind":"result","check":1,"passed":true}"#;
    const START_SECOND: &str = r#"{"token":"t","kind":"start","check":1}"#;
    const DONE: &str = r#"{"token":"t","kind":"done"}"#;

    fn exercise() -> Exercise {
        let message = vec![Inline::Text("Use `return`.".to_owned())];
        Exercise {
            id: "double".to_owned(),
            slug: "double".to_owned(),
            title: "Double".to_owned(),
            kind: ExerciseKind::Exercise,
            task: Vec::new(),
            entry: "main.py".to_owned(),
            stub: Vec::new(),
            files: Vec::new(),
            solution: Vec::new(),
            test: String::new(),
            hints: Vec::new(),
            messages: [("returns_none".to_owned(), message)].into(),
            limits: Limits::default(),
            hosts: Vec::new(),
        }
    }

    fn verdict(lines: &[&str], reason: Reason, exit_code: i32) -> Verdict {
        let mut grader = Grader::new("t".to_owned());
        grader.push(format!("\n{}\n", lines.join("\n")).as_bytes());
        grader.finish(&exercise(), &Ended { reason, exit_code, message: None })
    }

    fn states(verdict: &Verdict) -> Vec<CheckState> {
        verdict.checks.iter().map(|check| check.state).collect()
    }

    #[test]
    fn a_complete_report_of_passes_passes() {
        let verdict = verdict(&[PLAN, FIRST, SECOND, DONE], Reason::Exit, 0);
        assert!(verdict.passed && verdict.problem.is_none() && verdict.is_reproducible);
    }

    #[test]
    fn a_run_that_ends_early_fails_with_a_sentence() {
        let verdict = verdict(&[PLAN, FIRST, START_SECOND], Reason::Exit, 0);
        assert!(!verdict.passed);
        assert_eq!(states(&verdict), [CheckState::Passed, CheckState::Failed]);
        assert_eq!(
            verdict.problem.unwrap(),
            "The run ended with exit status 0 in the check \u{201c}second\u{201d}, before every \
             check had reported. That is no pass: let your code return where it ends the program."
        );
    }

    #[test]
    fn checks_that_passed_do_not_count_without_the_end() {
        assert!(!verdict(&[PLAN, FIRST, SECOND], Reason::Exit, 0).passed);
        assert!(!verdict(&[DONE], Reason::Exit, 0).passed);
        assert!(!verdict(&[PLAN, DONE], Reason::Exit, 0).passed);
        assert!(!verdict(&[], Reason::Exit, 0).passed);
    }

    #[test]
    fn lines_without_the_token_are_not_read() {
        let forged = FIRST.replace("\"t\"", "\"guess\"");
        let verdict = verdict(&[PLAN, &forged, "garbage", "{}", SECOND, DONE], Reason::Exit, 0);
        assert_eq!(states(&verdict), [CheckState::NotReached, CheckState::Passed]);
        assert!(!verdict.passed);
    }

    #[test]
    fn a_result_is_not_changed_by_a_later_one() {
        let failed = FIRST.replace("true", "false");
        assert!(!verdict(&[PLAN, &failed, FIRST, SECOND, DONE], Reason::Exit, 0).passed);
    }

    #[test]
    fn a_report_in_pieces_is_read_like_one_in_one() {
        let mut grader = Grader::new("t".to_owned());
        for byte in format!("{PLAN}\n{FIRST}\n").bytes() {
            grader.push(&[byte]);
        }
        assert_eq!(grader.checks()[0].state, CheckState::Passed);
        assert_eq!(grader.checks()[1].state, CheckState::Waiting);
    }

    #[test]
    fn the_reply_of_the_first_failed_check_is_shown_and_no_other() {
        let failed = |check: u32, reply: &str| {
            format!(
                r#"{{"token":"t","kind":"result","check":{check},"passed":false,"message":"No."{reply}}}"#
            )
        };
        let reply = r#","reply":"returns_none""#;
        let told = |first: &str, second: &str| {
            verdict(&[PLAN, &failed(0, first), &failed(1, second), DONE], Reason::Exit, 0)
        };
        let shown = told(reply, "");
        assert_eq!(shown.reply.as_deref(), Some("returns_none"));
        assert_eq!(shown.reply_message, Some(vec![Inline::Text("Use `return`.".to_owned())]));
        // What a later check makes of it may be the mere consequence of what failed before.
        assert_eq!(told("", reply).reply, None);
        assert_eq!(told("", reply).checks[0].message, "No.");
    }

    #[test]
    fn every_way_to_end_early_has_its_sentence() {
        let problem = |reason, code| verdict(&[PLAN, START_SECOND], reason, code).problem.unwrap();
        assert!(problem(Reason::Signal, -9).contains("more than 200 million steps"));
        assert!(problem(Reason::Signal, -15).contains("Signal 15 ended the run"));
        assert!(problem(Reason::Timeout, -9).contains("After 30 seconds"));
        assert!(problem(Reason::Crash, 1).contains("Python broke down"));
        assert_eq!(problem(Reason::Aborted, -2), "You stopped the checks.");
        assert!(!verdict(&[PLAN], Reason::Timeout, -9).is_reproducible);
    }

    #[test]
    fn a_broken_test_blames_the_course() {
        let broken = r#"{"token":"t","kind":"broken","message":"The checks cannot be read."}"#;
        let verdict = verdict(&[broken], Reason::Exit, 0);
        assert!(verdict.is_broken && !verdict.passed);
        assert_eq!(verdict.problem.as_deref(), Some("The checks cannot be read."));
    }
}
