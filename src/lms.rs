//! The page's side of a package: opens the conversation with the LMS, keeps it going, says how it stands.
//!
//! What is said, and in which words, is the business of `vivarium-lms`; here are the timers and
//! the events of the page. The learner's work is stored in the browser first, as everywhere, so
//! an LMS that fails at any moment can only be late.

pub mod record;

use std::time::Duration;

use leptos::{prelude::*, web_sys};
use vivarium_course::{grade::Verdict, model::Course};
use vivarium_lms::{
    fingerprint,
    package::{META, Package, Standard},
    report::Mastery,
    scorm::{Connected, Link, Mode, Scorm, Version},
    work::{CheckOutcome, Outline, Work},
};

use crate::{
    browser::{
        self,
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
}

enum Talk {
    /// Nobody to talk to yet.
    Silent,
    /// The LMS answers, and the course is on its way.
    Connected(Connected<ScormApi>),
    /// A session.
    Scorm(Box<Scorm<ScormApi>>),
}

/// Changes are gathered for so long before they are sent.
const GATHER: Duration = Duration::from_millis(700);
const FIRST_RETRY_S: u64 = 4;
const LAST_RETRY_S: u64 = 60;

impl Lms {
    /// Calls the LMS if this page is that of a package, and says whose storage is to be used.
    pub fn call() -> Option<(Self, Owner)> {
        let package: Package = serde_json::from_str(&browser::meta(META)?).ok()?;
        let (talk, owner) = match connect(package.standard) {
            Some(connected) => {
                let owner = Owner::named(connected.learner());
                (Talk::Connected(connected), owner)
            }
            None => (Talk::Silent, Owner::Unknown),
        };
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
            let talk = std::mem::replace(&mut inner.talk, Talk::Silent);
            let Talk::Connected(connected) = talk else {
                inner.talk = talk;
                return None;
            };
            let mastery = Mastery::percent(inner.package.mastery);
            let (scorm, opening) = connected.open(inner.outline.clone(), mastery, now_ms);
            inner.talk = Talk::Scorm(Box::new(scorm));
            Some(opening)
        });
        let Some(opening) = opening.flatten() else { return };
        self.is_damaged.set(opening.damage.is_some());
        resume(session, course, &opening.work);
    }

    fn note(self, work: Work) {
        let is_news = self.inner.try_update_value(|inner| match &mut inner.talk {
            Talk::Scorm(scorm) => {
                scorm.note_work(work);
                !scorm.is_settled()
            }
            Talk::Silent | Talk::Connected(_) => false,
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
            if let Talk::Scorm(scorm) = &mut inner.talk
                && inner.outline.has_exercise(exercise)
            {
                scorm.note_checks(outcomes, browser::moment());
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
        self.show();
    }

    fn with_scorm<T>(self, call: impl FnOnce(&mut Scorm<ScormApi>) -> T) -> Option<T> {
        self.inner
            .try_update_value(|inner| match &mut inner.talk {
                Talk::Scorm(scorm) => Some(call(scorm)),
                Talk::Silent | Talk::Connected(_) => None,
            })
            .flatten()
    }

    /// Says how things stand, and tries again later where that can help.
    fn show(self) {
        let state = self.with_scorm(|scorm| match (scorm.link(), scorm.mode()) {
            (Link::Ended, _) => LmsState::Ended,
            (_, Mode::Browse | Mode::Review) => LmsState::Unrecorded,
            (Link::Owing(_), Mode::Normal) => LmsState::Owing,
            (Link::Settled, Mode::Normal) => LmsState::Settled,
        });
        let state = state.unwrap_or(LmsState::Missing);
        if self.state.get_untracked() != state {
            self.state.set(state);
        }
        match state {
            LmsState::Owing | LmsState::Missing => self.retry_later(),
            LmsState::Opening | LmsState::Settled | LmsState::Unrecorded | LmsState::Ended => {
                self.inner.update_value(|inner| inner.retry_s = FIRST_RETRY_S);
            }
        }
    }

    fn retry_later(self) {
        let pause = self.inner.try_update_value(|inner| {
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
            if !is_visible {
                self.sync();
            }
        });
        window_event_listener_untyped("pagehide", move |_| {
            self.note_now();
            self.with_scorm(|scorm| scorm.finish(false, browser::now_ms()));
        });
        window_event_listener_untyped("pageshow", move |event| {
            use wasm_bindgen::JsCast as _;
            // The browser brings back a page whose session has ended: it begins anew.
            let event = event.dyn_ref::<web_sys::PageTransitionEvent>();
            if event.is_some_and(web_sys::PageTransitionEvent::persisted) {
                browser::reload();
            }
        });
        window_event_listener_untyped("online", move |_| self.retry());
    }

    /// The learner wants to leave: ends the session and closes the window if that is allowed.
    pub fn leave(self) {
        self.note_now();
        self.with_scorm(|scorm| scorm.finish(true, browser::now_ms()));
        self.show();
        if self.state.get_untracked() == LmsState::Ended && scorm_api::was_opened() {
            browser::close_window();
        }
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
