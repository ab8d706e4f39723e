//! The page's side of a package: opens the conversation with the LMS, keeps it going, says how it stands.
//!
//! What is said, and in which words, is the business of `vivarium-lms`; here are the timers and
//! the events of the page. The learner's work is stored in the browser first, as everywhere, so
//! an LMS that fails at any moment can only be late.

pub mod record;

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local, web_sys};
use vivarium_course::{grade::Verdict, model::Course};
pub use vivarium_lms::package::META as MARK;
use vivarium_lms::{
    cmi5::{self, Cmi5, Launch},
    fingerprint,
    package::{META, Package, Standard},
    report::Mastery,
    scorm::{Connected, Link, Mode, Scorm, Version},
    work::{CheckOutcome, Outline, Work},
};

use crate::{
    browser::{
        self, http,
        scorm_api::{self, ScormApi},
    },
    route::Route,
    session::Session,
};

/// How things stand with the LMS, for the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LmsState {
    /// The LMS has been called and has not answered yet.
    Opening,
    /// The LMS has everything.
    Settled,
    /// Something is still to be sent, because the LMS did not answer or did not take it.
    Owing,
    /// No LMS was found: the package was opened by itself.
    Missing,
    /// The learner looks around, or again: nothing is recorded.
    Unrecorded,
    /// The LMS does not let the page in: the address of the launch was used before, or is too old.
    Refused,
    /// The session is over; further work stays in the browser.
    Ended,
}

/// The conversation with an LMS. It exists in packages only.
#[derive(Clone, Copy)]
pub struct Lms {
    /// How it stands.
    pub state: RwSignal<LmsState>,
    /// Whether the record in the LMS could not be read.
    pub is_damaged: RwSignal<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    package: Package,
    session: Option<Session>,
    talk: Talk,
    outline: Outline,
    retry_s: u64,
    is_retrying: bool,
    is_syncing: bool,
    is_leaving: bool,
}

enum Talk {
    /// Nobody to talk to yet.
    Silent,
    /// The LMS answers, and the course is on its way.
    Connected(Connected<ScormApi>),
    /// The LMS gave its address, and the course is on its way.
    Launched(Launch),
    /// A session.
    Scorm(Box<Scorm<ScormApi>>),
    /// A session.
    Cmi5(Box<Cmi5>),
}

/// Changes are gathered for so long before they are sent.
const GATHER: Duration = Duration::from_millis(700);
const FIRST_RETRY_S: u64 = 4;
const LAST_RETRY_S: u64 = 60;
/// So long an LMS may take for an answer.
const PATIENCE_MS: u32 = 10_000;

impl Lms {
    /// Calls the LMS if this page is that of a package, and says whose storage is to be used.
    pub fn call() -> Option<(Self, Owner)> {
        let package: Package = serde_json::from_str(&browser::meta(META)?).ok()?;
        let (talk, owner) = call(package.standard);
        let state = match talk {
            Talk::Silent => LmsState::Missing,
            _ => LmsState::Opening,
        };
        let inner = Inner {
            package,
            session: None,
            talk,
            outline: Outline::default(),
            retry_s: FIRST_RETRY_S,
            is_retrying: false,
            is_syncing: false,
            is_leaving: false,
        };
        let lms = Self {
            state: RwSignal::new(state),
            is_damaged: RwSignal::new(false),
            inner: StoredValue::new_local(inner),
        };
        Some((lms, owner))
    }

    /// The course is here: reads what the LMS kept, and follows the learner from now on.
    pub fn begin(self, session: Session, course: &Course) {
        self.inner.update_value(|inner| {
            inner.outline = record::outline(course);
            inner.session = Some(session);
        });
        self.open(session, course);
        Effect::new(move |_| {
            let work = session.progress.with(record::work);
            self.note(work);
        });
        self.follow_browser();
        self.sync();
    }

    fn open(self, session: Session, course: &Course) {
        let now_ms = browser::now_ms();
        let opening = self.inner.try_update_value(|inner| {
            let mastery = Mastery::percent(inner.package.mastery);
            let outline = inner.outline.clone();
            match std::mem::replace(&mut inner.talk, Talk::Silent) {
                Talk::Connected(connected) => {
                    let (scorm, opening) = connected.open(outline, mastery, now_ms);
                    inner.talk = Talk::Scorm(Box::new(scorm));
                    Some(opening)
                }
                Talk::Launched(launch) => {
                    let talk = Cmi5::new(launch, outline, mastery, Box::new(browser::token));
                    inner.talk = Talk::Cmi5(Box::new(talk));
                    None
                }
                talk => {
                    inner.talk = talk;
                    None
                }
            }
        });
        if let Some(opening) = opening.flatten() {
            self.is_damaged.set(opening.damage.is_some());
            resume(session, course, &opening.work);
        }
    }

    fn note(self, work: Work) {
        let is_news = self.inner.try_update_value(|inner| match &mut inner.talk {
            Talk::Scorm(scorm) => {
                scorm.note_work(work);
                !scorm.is_settled()
            }
            Talk::Cmi5(talk) => {
                talk.note_work(work, browser::moment());
                true
            }
            Talk::Silent | Talk::Connected(_) | Talk::Launched(_) => false,
        });
        if is_news == Some(true) {
            self.sync_soon();
        }
    }

    /// What the learner has done by now, with what has not reached the signal's followers yet.
    fn note_now(self) {
        if let Some(session) = self.inner.with_value(|inner| inner.session) {
            self.note(session.progress.with_untracked(record::work));
        }
    }

    /// Notes what came of an attempt.
    pub fn note_checks(self, exercise: &str, verdict: &Verdict) {
        let outcomes: Vec<CheckOutcome> = record::outcomes(exercise, verdict);
        self.inner.update_value(|inner| {
            if !inner.outline.has_exercise(exercise) {
                return;
            }
            match &mut inner.talk {
                Talk::Scorm(scorm) => scorm.note_checks(outcomes, browser::moment()),
                Talk::Cmi5(talk) => talk.note_checks(&outcomes, browser::moment()),
                Talk::Silent | Talk::Connected(_) | Talk::Launched(_) => {}
            }
        });
        self.sync_soon();
    }

    fn sync_soon(self) {
        let is_first =
            self.inner.try_update_value(|inner| !std::mem::replace(&mut inner.is_syncing, true));
        if is_first == Some(true) {
            set_timeout(
                move || {
                    self.inner.update_value(|inner| inner.is_syncing = false);
                    self.sync();
                },
                GATHER,
            );
        }
    }

    /// Sends what is owed.
    fn sync(self) {
        self.with_scorm(|scorm| scorm.sync(browser::now_ms()));
        self.ask();
        self.show();
    }

    /// Makes the next request of a cmi5 session, and the ones after it.
    fn ask(self) {
        let request = self.with_cmi5(|talk| talk.next(browser::now_ms())).flatten();
        if let Some(request) = request {
            spawn_local(async move {
                let answer = http::send(&request, PATIENCE_MS).await;
                let opening = self.with_cmi5(|talk| {
                    talk.answer(answer, browser::moment());
                    talk.take_opening()
                });
                if let Some(opening) = opening.flatten() {
                    self.adopt(&opening);
                }
                self.show();
                self.ask();
            });
        }
    }

    /// Takes in what an LMS held that was asked for it.
    fn adopt(self, opening: &cmi5::Opening) {
        let session = self.inner.with_value(|inner| inner.session);
        if let Some(session) = session
            && let Some(course) = session.ready_course_untracked()
        {
            self.is_damaged.set(opening.damage.is_some());
            resume(session, &course, &opening.work);
            self.note_now();
        }
    }

    fn with_cmi5<T>(self, call: impl FnOnce(&mut Cmi5) -> T) -> Option<T> {
        self.inner
            .try_update_value(|inner| match &mut inner.talk {
                Talk::Cmi5(talk) => Some(call(talk)),
                Talk::Silent | Talk::Connected(_) | Talk::Launched(_) | Talk::Scorm(_) => None,
            })
            .flatten()
    }

    fn with_scorm<T>(self, call: impl FnOnce(&mut Scorm<ScormApi>) -> T) -> Option<T> {
        self.inner
            .try_update_value(|inner| match &mut inner.talk {
                Talk::Scorm(scorm) => Some(call(scorm)),
                Talk::Silent | Talk::Connected(_) | Talk::Launched(_) | Talk::Cmi5(_) => None,
            })
            .flatten()
    }

    /// Says how things stand, and tries again later where that can help.
    fn show(self) {
        let state = self.inner.with_value(|inner| state_of(&inner.talk));
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
        match state {
            LmsState::Owing | LmsState::Missing => self.retry_later(),
            LmsState::Ended => self.go_home(),
            LmsState::Opening | LmsState::Settled | LmsState::Unrecorded | LmsState::Refused => {
                self.inner.update_value(|inner| inner.retry_s = FIRST_RETRY_S);
            }
        }
    }

    fn retry_later(self) {
        let pause = self.inner.try_update_value(|inner| {
            if let Talk::Cmi5(talk) = &inner.talk {
                let wakes_at = talk.wakes_at_ms()?;
                inner.retry_s = wakes_at.saturating_sub(browser::now_ms()).div_ceil(1000).max(1);
            }
            let pause = inner.retry_s;
            inner.retry_s = (pause * 2).min(LAST_RETRY_S);
            (!std::mem::replace(&mut inner.is_retrying, true)).then_some(pause)
        });
        if let Some(pause) = pause.flatten() {
            let again = move || {
                self.inner.update_value(|inner| inner.is_retrying = false);
                self.retry();
            };
            set_timeout(again, Duration::from_secs(pause));
        }
    }

    /// Looks for the LMS again, and tells it everything.
    fn retry(self) {
        if !matches!(self.state.get_untracked(), LmsState::Owing | LmsState::Missing) {
            return;
        }
        let standard = self.inner.with_value(|inner| inner.package.standard);
        let Some(session) = self.inner.with_value(|inner| inner.session) else { return };
        self.ask();
        let is_begun = self.with_scorm(|scorm| {
            let api = version(standard).and_then(ScormApi::find);
            api.map(|api| scorm.reconnect(api, browser::now_ms()));
        });
        if is_begun.is_none()
            && let (Some(connected), Some(course)) =
                (connect(standard), session.ready_course_untracked())
        {
            // Only now it is known whose work this is.
            session.move_store(&Owner::named(connected.learner()));
            self.inner.update_value(|inner| inner.talk = Talk::Connected(connected));
            self.open(session, &course);
            self.note_now();
            self.with_scorm(|scorm| scorm.sync(browser::now_ms()));
        }
        self.show();
    }

    fn follow_browser(self) {
        window_event_listener_untyped("visibilitychange", move |_| {
            let (is_visible, now_ms) = (browser::is_visible(), browser::now_ms());
            self.with_scorm(|scorm| scorm.look(is_visible, now_ms));
            self.with_cmi5(|talk| talk.look(is_visible, now_ms));
            if !is_visible {
                self.sync();
            }
        });
        window_event_listener_untyped("pagehide", move |_| {
            self.note_now();
            self.with_scorm(|scorm| scorm.finish(false, browser::now_ms()));
            let words = self.with_cmi5(|talk| talk.last_words(browser::moment()));
            words.into_iter().flatten().for_each(|request| http::send_at_last(&request));
        });
        window_event_listener_untyped("pageshow", move |event| {
            use wasm_bindgen::JsCast as _;
            // The browser brings back a page whose session has ended: it begins anew.
            let event = event.dyn_ref::<web_sys::PageTransitionEvent>();
            if event.is_some_and(web_sys::PageTransitionEvent::persisted) {
                browser::reload();
            }
        });
        window_event_listener_untyped("online", move |_| {
            self.with_cmi5(Cmi5::hurry);
            self.retry();
        });
    }

    /// The learner wants to leave: ends the session.
    pub fn leave(self) {
        self.note_now();
        self.inner.update_value(|inner| inner.is_leaving = true);
        self.with_scorm(|scorm| scorm.finish(true, browser::now_ms()));
        self.with_cmi5(|talk| {
            talk.leave(browser::moment());
            talk.hurry();
        });
        self.ask();
        self.show();
    }

    /// The session is over: back to the LMS, as far as it says where that is, or the browser allows it.
    fn go_home(self) {
        let is_leaving = self.inner.try_update_value(|inner| std::mem::take(&mut inner.is_leaving));
        if is_leaving != Some(true) {
            return;
        }
        let address = self.with_cmi5(|talk| talk.return_url().map(str::to_owned));
        if let Some(address) = address.flatten() {
            browser::leave_for(&address);
        } else if scorm_api::was_opened() {
            browser::close_window();
        }
    }
}

fn state_of(talk: &Talk) -> LmsState {
    match talk {
        Talk::Silent => LmsState::Missing,
        Talk::Connected(_) | Talk::Launched(_) => LmsState::Opening,
        Talk::Scorm(scorm) => match (scorm.link(), scorm.mode()) {
            (Link::Ended, _) => LmsState::Ended,
            (_, Mode::Browse | Mode::Review) => LmsState::Unrecorded,
            (Link::Owing(_), Mode::Normal) => LmsState::Owing,
            (Link::Settled, Mode::Normal) => LmsState::Settled,
        },
        Talk::Cmi5(talk) => match (talk.link(), talk.mode()) {
            (cmi5::Link::Opening, _) => LmsState::Opening,
            (cmi5::Link::Owing, _) => LmsState::Owing,
            (cmi5::Link::Refused, _) => LmsState::Refused,
            (cmi5::Link::Ended, _) => LmsState::Ended,
            (cmi5::Link::Settled, cmi5::Mode::Unrecorded) => LmsState::Unrecorded,
            (cmi5::Link::Settled, cmi5::Mode::Normal) => LmsState::Settled,
        },
    }
}

/// Takes in what the LMS kept, and goes to where the learner was.
fn resume(session: Session, course: &Course, work: &Work) {
    session.change_progress(|it| record::adopt(it, work, course, browser::now_ms()));
    if session.route.get_untracked() == Route::Home
        && let Some(route) = record::first_page(work, course)
    {
        browser::go(&route);
    }
}

fn version(standard: Standard) -> Option<Version> {
    match standard {
        Standard::Scorm12 => Some(Version::V12),
        Standard::Scorm2004 => Some(Version::V2004),
        Standard::Cmi5 => None,
    }
}

/// Reaches for the LMS, and says who the learner is.
fn call(standard: Standard) -> (Talk, Owner) {
    if standard == Standard::Cmi5 {
        return match Launch::parse(&browser::query()) {
            Ok(launch) => {
                let owner = Owner::named(&launch.learner());
                (Talk::Launched(launch), owner)
            }
            Err(_) => (Talk::Silent, Owner::Unknown),
        };
    }
    match connect(standard) {
        Some(connected) => {
            let owner = Owner::named(connected.learner());
            (Talk::Connected(connected), owner)
        }
        None => (Talk::Silent, Owner::Unknown),
    }
}

fn connect(standard: Standard) -> Option<Connected<ScormApi>> {
    let version = version(standard)?;
    Connected::begin(ScormApi::find(version)?, version).ok()
}

/// Whose work the browser keeps: an LMS serves all learners from one origin, maybe on one machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The learner with this name, made from the LMS's.
    Learner(String),
    /// The LMS answers and names nobody, so that nothing may be left for whoever comes next.
    Nameless,
    /// The LMS has not answered.
    Unknown,
}

impl Owner {
    fn named(id: &str) -> Self {
        if id.is_empty() { Self::Nameless } else { Self::Learner(fingerprint(id)) }
    }

    /// The part of the storage.
    pub fn part(&self) -> String {
        match self {
            Self::Learner(name) => format!("vivarium-lms/{name}/"),
            Self::Nameless => "vivarium-lms/nameless/".to_owned(),
            Self::Unknown => "vivarium-lms/unknown/".to_owned(),
        }
    }
}
