//! The conversation with an LMS that speaks cmi5, as a state machine.
//!
//! [`Cmi5::next`] gives the request to make, if it is time for one; [`Cmi5::answer`] takes what
//! came of it. One request is under way at a time, so that statements arrive in order.

mod launch;
mod statement;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

pub use launch::{Launch, LaunchError};
use launch::{LaunchData, Record};
use serde_json::Value;
use statement::{Kind, Writer};

use crate::{
    report::{Mastery, Report, Success},
    suspend::{self, SuspendError},
    time::{Moment, Stopwatch},
    work::{CheckOutcome, Outline, Work},
};

/// Gives random digits for ids.
pub type Ids = Box<dyn FnMut() -> String>;

/// What the learner opened the package for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// To learn.
    #[default]
    Normal,
    /// To look around, or again; no result is recorded.
    Unrecorded,
}

/// A request to the LMS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Its headers.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent, as JSON.
    pub body: Option<String>,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The LMS answered with this status and text.
    Status(u16, String),
    /// No answer came, or not in time.
    Nothing,
}

/// How the conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// What the LMS holds is being asked for.
    Opening,
    /// The LMS has everything, or is about to.
    Settled,
    /// The LMS did not answer; it is asked again.
    Owing,
    /// The LMS lets nobody in with this address: it was used before, or is too old.
    Refused,
    /// The session is over.
    Ended,
}

/// What the LMS said at the start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// What is done already.
    pub work: Work,
    /// Why what is done already could not be read.
    pub damage: Option<SuspendError>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Token,
    LaunchData,
    Preferences,
    Record,
    Running,
    Refused,
    Ended,
}

#[derive(Clone, Debug)]
enum Parcel {
    Statements(Vec<Value>),
    Record(String),
}

const FIRST_PAUSE_MS: u64 = 2_000;
const LAST_PAUSE_MS: u64 = 60_000;
/// As many parcels as wait for an LMS that does not answer; what a learner did is in the record anyway.
const MAX_WAITING: usize = 200;

/// A session with an LMS.
pub struct Cmi5 {
    launch: Launch,
    outline: Outline,
    mastery: Mastery,
    phase: Phase,
    mode: Mode,
    token: String,
    ids: Option<Ids>,
    writer: Option<Writer>,
    return_url: Option<String>,
    record: Record,
    opening: Option<Opening>,
    work: Work,
    watch: Stopwatch,
    waiting: VecDeque<Parcel>,
    under_way: Option<Parcel>,
    is_asking: bool,
    is_leaving: bool,
    pause_ms: u64,
    not_before_ms: u64,
    is_owing: bool,
}

impl Cmi5 {
    /// Begins a session; `mastery` holds where the LMS says none, `ids` gives 32 random hexadecimal digits at each call.
    pub fn new(launch: Launch, outline: Outline, mastery: Mastery, ids: Ids) -> Self {
        Self {
            launch,
            outline,
            mastery,
            phase: Phase::Token,
            mode: Mode::Normal,
            token: String::new(),
            ids: Some(ids),
            writer: None,
            return_url: None,
            record: Record::default(),
            opening: None,
            work: Work::default(),
            watch: Stopwatch::default(),
            waiting: VecDeque::new(),
            under_way: None,
            is_asking: false,
            is_leaving: false,
            pause_ms: FIRST_PAUSE_MS,
            not_before_ms: 0,
            is_owing: false,
        }
    }

    /// Returns how the conversation stands.
    pub fn link(&self) -> Link {
        match self.phase {
            Phase::Refused => Link::Refused,
            Phase::Ended => Link::Ended,
            _ if self.is_owing => Link::Owing,
            Phase::Running => Link::Settled,
            Phase::Token | Phase::LaunchData | Phase::Preferences | Phase::Record => Link::Opening,
        }
    }

    /// Returns what the learner opened the package for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns where the LMS wants the learner to go at the end.
    pub fn return_url(&self) -> Option<&str> {
        self.return_url.as_deref()
    }

    /// Returns what the LMS said at the start, once.
    pub fn take_opening(&mut self) -> Option<Opening> {
        self.opening.take()
    }

    /// Returns the moment before which there is nothing to ask, if a failure made it wait.
    pub fn wakes_at_ms(&self) -> Option<u64> {
        (self.is_owing && !self.is_asking).then_some(self.not_before_ms)
    }

    /// Forgets the pause after a failure: the network is back, or the learner presses on.
    pub fn hurry(&mut self) {
        self.not_before_ms = 0;
    }

    /// Returns the request to make now; [`Self::answer`] has to follow.
    pub fn next(&mut self, now_ms: u64) -> Option<Request> {
        if self.is_asking || now_ms < self.not_before_ms {
            return None;
        }
        let request = match self.phase {
            Phase::Token => Request {
                method: "POST",
                url: self.launch.fetch.clone(),
                headers: Vec::new(),
                body: None,
            },
            Phase::LaunchData => self.get(&self.launch.state_url("LMS.LaunchData")),
            Phase::Preferences => self.get(&self.launch.preferences_url()),
            Phase::Record => self.get(&self.launch.state_url(launch::RECORD_ID)),
            Phase::Running => {
                let parcel = self.under_way.take().or_else(|| self.waiting.pop_front())?;
                let request = self.post(&parcel);
                self.under_way = Some(parcel);
                request
            }
            Phase::Refused | Phase::Ended => return None,
        };
        self.is_asking = true;
        Some(request)
    }

    fn headers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Authorization", format!("Basic {}", self.token)),
            ("X-Experience-API-Version", "1.0.3".to_owned()),
        ]
    }

    fn get(&self, url: &str) -> Request {
        Request { method: "GET", url: url.to_owned(), headers: self.headers(), body: None }
    }

    fn post(&self, parcel: &Parcel) -> Request {
        let (url, body) = match parcel {
            Parcel::Statements(statements) => {
                (self.launch.statements_url(), Value::from(statements.clone()).to_string())
            }
            Parcel::Record(record) => (self.launch.state_url(launch::RECORD_ID), record.clone()),
        };
        let mut headers = self.headers();
        headers.push(("Content-Type", "application/json".to_owned()));
        Request { method: "POST", url, headers, body: Some(body) }
    }

    /// Takes what came of the request under way.
    pub fn answer(&mut self, answer: Answer, now: Moment) {
        self.is_asking = false;
        let (status, text) = match answer {
            Answer::Status(408 | 425 | 429 | 500.., _) | Answer::Nothing
                if self.phase != Phase::Preferences =>
            {
                self.wait(now.utc_ms);
                return;
            }
            Answer::Status(status, text) => (status, text),
            Answer::Nothing => (0, String::new()),
        };
        self.is_owing = false;
        self.pause_ms = FIRST_PAUSE_MS;
        let is_good = (200..300).contains(&status);
        match self.phase {
            Phase::Token => match launch::token(&text).filter(|_| is_good) {
                Some(token) => {
                    self.token = token;
                    self.phase = Phase::LaunchData;
                }
                None => self.phase = Phase::Refused,
            },
            Phase::LaunchData => match LaunchData::parse(&text).filter(|_| is_good) {
                Some(data) => self.take_launch_data(data),
                None => self.phase = Phase::Refused,
            },
            // Language and sound change nothing here: the document is read because the rules say so.
            Phase::Preferences => self.phase = Phase::Record,
            Phase::Record => self.take_record(if is_good { &text } else { "" }, now),
            Phase::Running => self.take_receipt(status, is_good),
            Phase::Refused | Phase::Ended => {}
        }
    }

    fn wait(&mut self, now_ms: u64) {
        self.is_owing = true;
        self.not_before_ms = now_ms + self.pause_ms;
        self.pause_ms = (self.pause_ms * 2).min(LAST_PAUSE_MS);
    }

    fn take_launch_data(&mut self, data: LaunchData) {
        self.mode = data.mode;
        self.mastery = data.mastery.unwrap_or(self.mastery);
        self.return_url = data.return_url;
        let ids = self.ids.take();
        self.writer = ids.map(|ids| Writer::new(&self.launch, data.context, data.mastery, ids));
        self.phase = Phase::Preferences;
    }

    fn take_record(&mut self, text: &str, now: Moment) {
        self.record = Record::parse(text);
        let (work, damage) = match suspend::decode(&self.outline, &self.record.work) {
            Ok(work) => (work, None),
            Err(error) => (Work::default(), Some(error)),
        };
        self.work = work.clone();
        self.opening = Some(Opening { work, damage });
        self.phase = Phase::Running;
        self.watch.start(now.utc_ms);
        self.say(Kind::Initialized, now);
        // The LMS may ask for less than it did, or an earlier session ended before this was heard.
        if self.mode == Mode::Normal {
            self.say_results(now);
        }
    }

    fn take_receipt(&mut self, status: u16, is_good: bool) {
        let parcel = self.under_way.take();
        let is_first = |it: &Value| it["verb"]["id"] == Kind::Initialized.verb();
        match parcel {
            Some(Parcel::Statements(statements)) => {
                // Known already (409) is as good as taken. Others refused are dropped: asking again brings the
                // same, and the record holds the work. Without the first one, or rights, there is no session.
                let is_vital = statements.iter().any(is_first);
                if status == 401 || is_vital && !is_good && status != 409 {
                    self.phase = Phase::Refused;
                } else if statements.iter().any(statement::is_terminated) {
                    self.phase = Phase::Ended;
                }
            }
            Some(Parcel::Record(_)) if status == 401 => self.phase = Phase::Refused,
            Some(Parcel::Record(_)) | None => {}
        }
    }

    /// Notes what is done and says what follows from it.
    pub fn note_work(&mut self, work: Work, now: Moment) {
        if self.phase != Phase::Running || self.is_leaving || work == self.work {
            return;
        }
        self.work = work;
        if self.mode == Mode::Normal {
            self.say_results(now);
            self.save();
        }
    }

    /// Notes what came of checks.
    pub fn note_checks(&mut self, outcomes: &[CheckOutcome], now: Moment) {
        let is_heard =
            self.phase == Phase::Running && self.mode == Mode::Normal && !self.is_leaving;
        if let Some(writer) = self.writer.as_mut().filter(|_| is_heard && !outcomes.is_empty()) {
            let statements = outcomes.iter().map(|it| writer.check(it, now)).collect();
            self.send(Parcel::Statements(statements));
        }
    }

    /// The page is no longer looked at, or again.
    pub fn look(&mut self, is_visible: bool, now_ms: u64) {
        if self.phase == Phase::Running {
            if is_visible { self.watch.start(now_ms) } else { self.watch.stop(now_ms) }
        }
    }

    fn report(&self) -> Report {
        Report::new(&self.outline, &self.work, self.mastery)
    }

    /// Says "completed" and "passed" as soon as they hold, each once in all sessions.
    fn say_results(&mut self, now: Moment) {
        let report = self.report();
        let before = self.record.clone();
        if report.success == Success::Passed && !self.record.passed {
            self.record.passed = true;
            self.say(Kind::Passed(report.score), now);
        }
        if report.completed && !self.record.completed {
            self.record.completed = true;
            self.say(Kind::Completed, now);
        }
        if self.record != before {
            self.save();
        }
    }

    fn statement(&mut self, kind: Kind, now: Moment) -> Option<Value> {
        let elapsed_ms = self.watch.elapsed(now.utc_ms);
        self.writer.as_mut().map(|it| it.write(kind, elapsed_ms, now))
    }

    fn say(&mut self, kind: Kind, now: Moment) {
        if let Some(statement) = self.statement(kind, now) {
            self.send(Parcel::Statements(vec![statement]));
        }
    }

    fn send(&mut self, parcel: Parcel) {
        if self.waiting.len() >= MAX_WAITING {
            // The oldest results of checks go first; what the rules ask for stays.
            let spare = self.waiting.iter().position(|it| match it {
                Parcel::Statements(list) => !list.iter().any(statement::is_defined),
                Parcel::Record(_) => true,
            });
            spare.map(|index| self.waiting.remove(index));
        }
        self.waiting.push_back(parcel);
    }

    /// Asks for the record to be stored; one that waits already is replaced.
    fn save(&mut self) {
        self.record.work = suspend::encode(&self.outline, &self.work);
        self.waiting.retain(|it| !matches!(it, Parcel::Record(_)));
        self.waiting.push_back(Parcel::Record(self.record.to_json()));
    }

    /// The last statements of the session; none if it has not begun or is over.
    fn farewell(&mut self, now: Moment) -> Vec<Value> {
        if self.phase != Phase::Running || self.is_leaving {
            return Vec::new();
        }
        self.is_leaving = true;
        let report = self.report();
        let mut kinds = Vec::new();
        // Too little is known for good only now; a later session may still end with "passed".
        if self.mode == Mode::Normal && report.success == Success::Failed && !self.record.passed {
            kinds.push(Kind::Failed(report.score));
        }
        kinds.push(Kind::Terminated);
        kinds.into_iter().filter_map(|kind| self.statement(kind, now)).collect()
    }

    /// The learner wants to leave: what is left is sent in order.
    pub fn leave(&mut self, now: Moment) {
        let farewell = self.farewell(now);
        if !farewell.is_empty() {
            self.waiting.push_back(Parcel::Statements(farewell));
        }
    }

    /// The page goes away: everything that is left, as requests to be made all at once and not waited for.
    pub fn last_words(&mut self, now: Moment) -> Vec<Request> {
        let farewell = self.farewell(now);
        if self.phase != Phase::Running {
            return Vec::new();
        }
        // What is under way arrives by itself; what failed and waits to be asked again does not.
        let again = if self.is_asking { None } else { self.under_way.take() };
        let mut statements = Vec::new();
        let mut record = None;
        for parcel in again.into_iter().chain(std::mem::take(&mut self.waiting)) {
            match parcel {
                Parcel::Statements(list) => statements.extend(list),
                Parcel::Record(text) => record = Some(text),
            }
        }
        statements.extend(farewell);
        self.phase = Phase::Ended;
        let record = record.map(|it| self.post(&Parcel::Record(it)));
        let words = (!statements.is_empty()).then(|| self.post(&Parcel::Statements(statements)));
        record.into_iter().chain(words).collect()
    }
}
