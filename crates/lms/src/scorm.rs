//! The conversation with an LMS that speaks SCORM, of either version, as a state machine.
//!
//! All calls go through [`Api`]. What the LMS has taken is remembered, so that only changes are
//! sent; what it did not take stays owed and is sent again at the next [`Scorm::sync`]. An LMS
//! that is gone can be found again and given to [`Scorm::reconnect`].

mod elements;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

pub use elements::Version;
use elements::{Element, Status};

use crate::{
    report::{Mastery, Report},
    suspend::{self, SuspendError},
    time::{Moment, Stopwatch},
    work::{CheckOutcome, Outline, Work},
};

/// Why a call brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The LMS is not there: the call could not even be made.
    Gone,
    /// It said no, with its error code.
    Refused(u32),
}

impl Trouble {
    /// Says whether the LMS just does not want this value, as against not listening at all.
    fn is_about_value(self) -> bool {
        // 201 and the 4xx of both versions, without "not initialized" (301) and "general" ones.
        matches!(self, Self::Refused(201 | 203 | 351 | 401..=408))
    }
}

/// The calls of both versions, with their names left out.
pub trait Api {
    /// Opens the session.
    fn initialize(&mut self) -> Result<(), Trouble>;
    /// Reads an element.
    fn get(&mut self, element: &str) -> Result<String, Trouble>;
    /// Writes an element.
    fn set(&mut self, element: &str, value: &str) -> Result<(), Trouble>;
    /// Asks for what was written to be stored.
    fn commit(&mut self) -> Result<(), Trouble>;
    /// Closes the session.
    fn finish(&mut self) -> Result<(), Trouble>;
}

/// What the learner opened the package for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// To learn. An LMS that says nothing means this.
    #[default]
    Normal,
    /// To look around; nothing is recorded.
    Browse,
    /// To look again at what is over; nothing is recorded.
    Review,
}

/// How the conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The LMS has everything.
    Settled,
    /// The LMS did not take everything; it is to be sent again.
    Owing(Trouble),
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

/// As many check results as wait for an LMS that does not answer.
const MAX_WAITING_CHECKS: usize = 250;

/// A session with an LMS.
pub struct Scorm<A> {
    api: A,
    version: Version,
    outline: Outline,
    mastery: Mastery,
    mode: Mode,
    link: Link,
    work: Work,
    watch: Stopwatch,
    /// What the LMS held at the start, below which nothing falls.
    earlier: Earlier,
    sent: BTreeMap<Element, String>,
    needs_commit: bool,
    checks: Checks,
}

#[derive(Clone, Copy, Debug, Default)]
struct Earlier {
    status: Option<Status>,
    score: f64,
}

/// Results of checks, each at the place in the LMS's list that it got first.
#[derive(Default)]
struct Checks {
    waiting: VecDeque<(CheckOutcome, Moment)>,
    places: BTreeMap<String, usize>,
    n_stored: Option<usize>,
    are_unwanted: bool,
}

/// An LMS that answers, before it is known what there is to learn.
pub struct Connected<A> {
    api: A,
    version: Version,
    learner: String,
}

impl<A: Api> Connected<A> {
    /// Opens the session, or gives the calls back.
    pub fn begin(mut api: A, version: Version) -> Result<Self, (A, Trouble)> {
        if let Err(trouble) = begin(&mut api, version) {
            return Err((api, trouble));
        }
        let name = Element::Learner.name(version);
        let learner = name.and_then(|name| api.get(name).ok()).unwrap_or_default();
        Ok(Self { api, version, learner: learner.trim().to_owned() })
    }

    /// Returns the learner's id; empty where the LMS gives none.
    pub fn learner(&self) -> &str {
        &self.learner
    }

    /// Reads what the LMS holds of the work in a package.
    pub fn open(self, outline: Outline, mastery: Mastery, now_ms: u64) -> (Scorm<A>, Opening) {
        let mut session = Scorm {
            api: self.api,
            version: self.version,
            outline,
            mastery,
            mode: Mode::Normal,
            link: Link::Settled,
            work: Work::default(),
            watch: Stopwatch::default(),
            earlier: Earlier::default(),
            sent: BTreeMap::new(),
            needs_commit: true,
            checks: Checks::default(),
        };
        session.watch.start(now_ms);
        let opening = session.read_opening();
        (session, opening)
    }
}

impl<A: Api> Scorm<A> {
    fn read(&mut self, element: Element) -> String {
        let name = element.name(self.version);
        name.and_then(|name| self.api.get(name).ok()).unwrap_or_default().trim().to_owned()
    }

    fn read_opening(&mut self) -> Opening {
        // Left out, empty, or a word of the LMS's own: all mean that the learner is to learn.
        self.mode = match self.read(Element::Mode).to_ascii_lowercase().as_str() {
            "browse" => Mode::Browse,
            "review" => Mode::Review,
            _ => Mode::Normal,
        };
        let mastery = self.read(Element::Mastery);
        let mastery = match self.version {
            Version::V12 => Mastery::parse_percent(&mastery),
            Version::V2004 => Mastery::parse_scaled(&mastery),
        };
        self.mastery = mastery.unwrap_or(self.mastery);
        self.earlier = Earlier {
            status: Status::parse(&self.read(Element::Status), &self.read(Element::Success)),
            score: self.read(Element::ScoreRaw).parse().unwrap_or_default(),
        };
        let record = self.read(Element::Suspend);
        let (mut work, damage) = match suspend::decode(&self.outline, &record) {
            Ok(work) => (work, None),
            Err(error) => (Work::default(), Some(error)),
        };
        if work.place.is_none() {
            work.place = Some(self.read(Element::Location)).filter(|it| it.starts_with('/'));
        }
        self.work = work.clone();
        Opening { work, damage }
    }

    /// Returns what the learner opened the package for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns how the conversation stands.
    pub fn link(&self) -> Link {
        self.link
    }

    /// Returns the share of exercises to pass, as the LMS or the package says.
    pub fn mastery(&self) -> Mastery {
        self.mastery
    }

    /// Says whether there is nothing to send but time.
    pub fn is_settled(&self) -> bool {
        self.link == Link::Settled && !self.needs_commit && self.checks.waiting.is_empty()
    }

    /// Notes what is done, to be sent by the next [`Self::sync`].
    pub fn note_work(&mut self, work: Work) {
        if work != self.work {
            self.work = work;
            self.needs_commit = true;
        }
    }

    /// Notes what came of checks, to be sent by the next [`Self::sync`].
    pub fn note_checks(&mut self, outcomes: impl IntoIterator<Item = CheckOutcome>, now: Moment) {
        if self.mode == Mode::Normal && !self.checks.are_unwanted {
            self.checks.waiting.extend(outcomes.into_iter().map(|it| (it, now)));
            while self.checks.waiting.len() > MAX_WAITING_CHECKS {
                self.checks.waiting.pop_front();
            }
        }
    }

    /// The page is no longer looked at, or again.
    pub fn look(&mut self, is_visible: bool, now_ms: u64) {
        if is_visible {
            self.watch.start(now_ms);
        } else {
            self.watch.stop(now_ms);
        }
    }

    /// Sends what the LMS does not have yet, and asks it to store that.
    pub fn sync(&mut self, now_ms: u64) -> Link {
        if self.link != Link::Ended && self.mode == Mode::Normal {
            let result = self.send(false, now_ms).and_then(|()| self.api.commit());
            self.needs_commit &= result.is_err();
            self.settle(result);
        }
        self.link
    }

    /// Ends the session; `is_leaving` says that the learner asked for it.
    pub fn finish(&mut self, is_leaving: bool, now_ms: u64) -> Link {
        if self.link == Link::Ended {
            return self.link;
        }
        let result = match self.mode {
            Mode::Normal => self.send(true, now_ms).and_then(|()| self.api.commit()),
            Mode::Browse | Mode::Review => Ok(()),
        };
        if is_leaving && self.version == Version::V2004 {
            // Some players close the window only if they are asked to; those that do not know it may say no.
            let _ = self.api.set("adl.nav.request", "suspendAll");
        }
        let result = result.and(self.api.finish());
        match result {
            Ok(()) => self.link = Link::Ended,
            Err(trouble) => self.link = Link::Owing(trouble),
        }
        self.link
    }

    /// Goes on with an LMS that was found again, which may have forgotten everything.
    pub fn reconnect(&mut self, api: A, now_ms: u64) -> Link {
        self.api = api;
        match begin(&mut self.api, self.version) {
            Ok(()) => {
                self.sent.clear();
                self.checks.places.clear();
                self.checks.n_stored = None;
                self.sync(now_ms)
            }
            Err(trouble) => {
                self.link = Link::Owing(trouble);
                self.link
            }
        }
    }

    fn settle(&mut self, result: Result<(), Trouble>) {
        self.link = match result {
            Ok(()) => Link::Settled,
            Err(trouble) => Link::Owing(trouble),
        };
    }

    fn send(&mut self, is_end: bool, now_ms: u64) -> Result<(), Trouble> {
        for (element, value) in self.wanted(is_end, now_ms) {
            let is_known = self.sent.get(&element) == Some(&value);
            let Some(name) = element.name(self.version) else { continue };
            if is_known {
                continue;
            }
            match self.api.set(name, &value) {
                Err(trouble) if !trouble.is_about_value() || element.is_vital() => {
                    return Err(trouble);
                }
                // A value that an LMS does not want is not offered again; another one may be.
                Ok(()) | Err(_) => {
                    self.sent.insert(element, value);
                }
            }
        }
        self.send_checks()
    }

    /// What the LMS should hold, in the order in which it is written.
    fn wanted(&self, is_end: bool, now_ms: u64) -> Vec<(Element, String)> {
        let report = Report::new(&self.outline, &self.work, self.mastery);
        elements::wanted(&elements::Told {
            version: self.version,
            report: &report,
            earlier: self.earlier.status,
            earlier_score: self.earlier.score,
            is_end,
            place: self.work.place.as_deref(),
            suspend: suspend::encode(&self.outline, &self.work),
            elapsed_ms: self.watch.elapsed(now_ms),
        })
    }

    fn send_checks(&mut self) -> Result<(), Trouble> {
        while let Some((outcome, at)) = self.checks.waiting.front().cloned() {
            match self.send_check(&outcome, at) {
                Ok(()) => {}
                // An LMS that keeps no such list is no worse for the learner.
                Err(trouble) if trouble.is_about_value() => {
                    self.checks.are_unwanted = true;
                    self.checks.waiting.clear();
                    return Ok(());
                }
                Err(trouble) => return Err(trouble),
            }
            self.checks.waiting.pop_front();
        }
        Ok(())
    }

    fn send_check(&mut self, outcome: &CheckOutcome, at: Moment) -> Result<(), Trouble> {
        let n_stored = match self.checks.n_stored {
            Some(n_stored) => n_stored,
            None => match self.api.get("cmi.interactions._count") {
                Ok(count) => count.trim().parse().unwrap_or(0),
                Err(trouble) if trouble.is_about_value() => 0,
                Err(trouble) => return Err(trouble),
            },
        };
        let known = self.checks.places.get(&outcome.id()).copied();
        let place = known.unwrap_or(n_stored);
        for (field, value) in elements::interaction(self.version, outcome, at) {
            self.api.set(&format!("cmi.interactions.{place}.{field}"), &value)?;
        }
        self.checks.n_stored = Some(n_stored.max(place + 1));
        self.checks.places.insert(outcome.id(), place);
        Ok(())
    }
}

/// Opens the session, also where it is open already, as after a reload inside a frame.
fn begin(api: &mut impl Api, version: Version) -> Result<(), Trouble> {
    match api.initialize() {
        Ok(()) => Ok(()),
        Err(trouble) => match Element::Status.name(version).map(|name| api.get(name)) {
            Some(Ok(_)) => Ok(()),
            _ => Err(trouble),
        },
    }
}
