//! Owns the names, values and order of what is written in either version of SCORM.

use crate::{
    report::{Report, Success},
    time::{Moment, iso_duration, scorm12_duration},
    work::CheckOutcome,
};

/// A version of SCORM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// SCORM 1.2.
    V12,
    /// SCORM 2004, of any edition.
    V2004,
}

/// What is read and written, whatever it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Element {
    Learner,
    Mode,
    Mastery,
    Status,
    Success,
    ScoreRaw,
    ScoreMin,
    ScoreMax,
    ScoreScaled,
    Progress,
    Location,
    Suspend,
    Exit,
    SessionTime,
}

impl Element {
    pub(super) fn name(self, version: Version) -> Option<&'static str> {
        let (v12, v2004) = match self {
            Self::Learner => ("cmi.core.student_id", "cmi.learner_id"),
            Self::Mode => ("cmi.core.lesson_mode", "cmi.mode"),
            Self::Mastery => ("cmi.student_data.mastery_score", "cmi.scaled_passing_score"),
            Self::Status => ("cmi.core.lesson_status", "cmi.completion_status"),
            Self::Success => ("", "cmi.success_status"),
            Self::ScoreRaw => ("cmi.core.score.raw", "cmi.score.raw"),
            Self::ScoreMin => ("cmi.core.score.min", "cmi.score.min"),
            Self::ScoreMax => ("cmi.core.score.max", "cmi.score.max"),
            Self::ScoreScaled => ("", "cmi.score.scaled"),
            Self::Progress => ("", "cmi.progress_measure"),
            Self::Location => ("cmi.core.lesson_location", "cmi.location"),
            Self::Suspend => ("cmi.suspend_data", "cmi.suspend_data"),
            Self::Exit => ("cmi.core.exit", "cmi.exit"),
            Self::SessionTime => ("cmi.core.session_time", "cmi.session_time"),
        };
        let name = match version {
            Version::V12 => v12,
            Version::V2004 => v2004,
        };
        (!name.is_empty()).then_some(name)
    }

    /// Without these the learner would lose something, so they are never given up.
    pub(super) fn is_vital(self) -> bool {
        matches!(self, Self::Status | Self::Suspend)
    }
}

/// How far an LMS has a learner, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Incomplete,
    Failed,
    Completed,
    Passed,
}

impl Status {
    /// Reads what an LMS holds: one word in SCORM 1.2, two in SCORM 2004.
    pub(super) fn parse(completion: &str, success: &str) -> Option<Self> {
        match (completion, success) {
            ("passed", _) | (_, "passed") => Some(Self::Passed),
            ("completed", "failed") | ("failed", _) => Some(Self::Failed),
            ("completed", _) => Some(Self::Completed),
            ("incomplete", _) => Some(Self::Incomplete),
            _ => None,
        }
    }

    /// The one word of SCORM 1.2. That all was tried and too little passed is known for good only at the end.
    fn of(report: &Report, is_end: bool) -> Self {
        match (report.completed, report.success) {
            (true, Success::Passed) => Self::Passed,
            (true, Success::Unknown) => Self::Completed,
            (true, Success::Failed) if is_end => Self::Failed,
            _ => Self::Incomplete,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Failed => "failed",
            Self::Completed => "completed",
            Self::Passed => "passed",
        }
    }
}

/// Everything that what is written depends on.
pub(super) struct Told<'a> {
    pub(super) version: Version,
    pub(super) report: &'a Report,
    pub(super) earlier: Option<Status>,
    pub(super) earlier_score: f64,
    pub(super) is_end: bool,
    pub(super) place: Option<&'a str>,
    pub(super) suspend: String,
    pub(super) elapsed_ms: u64,
}

/// What the LMS should hold, in the order in which it is written: first what resuming needs.
pub(super) fn wanted(told: &Told) -> Vec<(Element, String)> {
    let mut list =
        vec![(Element::Exit, "suspend".to_owned()), (Element::Suspend, told.suspend.clone())];
    if let Some(place) = told.place {
        list.push((Element::Location, place.to_owned()));
    }
    if let Some(score) = told.report.score {
        // Lessons that were added make the share smaller; what was reached is not taken back.
        let percent = score.percent().max(told.earlier_score.clamp(0.0, 100.0));
        list.push((Element::ScoreMin, "0".to_owned()));
        list.push((Element::ScoreMax, "100".to_owned()));
        list.push((Element::ScoreRaw, number(percent)));
        list.push((Element::ScoreScaled, number(percent / 100.0)));
    }
    match told.version {
        Version::V12 => {
            let status = Status::of(told.report, told.is_end)
                .max(told.earlier.unwrap_or(Status::Incomplete));
            list.push((Element::Status, status.word().to_owned()));
        }
        Version::V2004 => {
            let was_complete = told.earlier.is_some_and(|it| it >= Status::Failed);
            let is_complete = told.report.completed || was_complete;
            list.push((
                Element::Status,
                if is_complete { "completed" } else { "incomplete" }.to_owned(),
            ));
            let success = match told.report.success {
                _ if told.earlier == Some(Status::Passed) => "passed",
                Success::Passed => "passed",
                Success::Failed if told.is_end => "failed",
                _ if told.earlier == Some(Status::Failed) => "failed",
                Success::Failed | Success::Unknown => "unknown",
            };
            list.push((Element::Success, success.to_owned()));
            list.push((Element::Progress, number(told.report.progress.scaled())));
        }
    }
    list.push((
        Element::SessionTime,
        match told.version {
            Version::V12 => scorm12_duration(told.elapsed_ms),
            Version::V2004 => iso_duration(told.elapsed_ms),
        },
    ));
    list
}

/// The fields of one check's result, in the order that SCORM 2004 asks for.
pub(super) fn interaction(
    version: Version,
    outcome: &CheckOutcome,
    at: Moment,
) -> Vec<(&'static str, String)> {
    let id = ("id", outcome.id());
    match version {
        Version::V12 => vec![
            id,
            ("type", "performance".to_owned()),
            ("time", at.time_of_day()),
            ("result", if outcome.passed { "correct" } else { "wrong" }.to_owned()),
        ],
        Version::V2004 => vec![
            id,
            ("type", "other".to_owned()),
            ("timestamp", at.iso()),
            ("result", if outcome.passed { "correct" } else { "incorrect" }.to_owned()),
            ("description", outcome.sentence.chars().take(250).collect()),
        ],
    }
}

/// A number as every LMS reads it: no exponent, at most four places.
fn number(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
