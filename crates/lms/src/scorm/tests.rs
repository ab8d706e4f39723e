//! Sessions against an LMS in memory that can refuse, vanish and come back.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{Api, Connected, Link, Mode, Opening, Scorm, Trouble, Version};
use crate::{
    report::Mastery,
    time::Moment,
    work::{CheckOutcome, Outline, OutlineLesson, Work},
};

#[derive(Default)]
struct Inside {
    values: BTreeMap<String, String>,
    calls: Vec<String>,
    refuses: BTreeMap<String, u32>,
    is_gone: bool,
    is_open: bool,
    stored: BTreeMap<String, String>,
}

#[derive(Clone, Default)]
struct Lms(Rc<RefCell<Inside>>);

impl Lms {
    fn with(values: &[(&str, &str)]) -> Self {
        let lms = Self::default();
        for (name, value) in values {
            lms.0.borrow_mut().values.insert((*name).to_owned(), (*value).to_owned());
        }
        lms
    }

    fn value(&self, name: &str) -> String {
        self.0.borrow().values.get(name).cloned().unwrap_or_default()
    }

    fn stored(&self, name: &str) -> String {
        self.0.borrow().stored.get(name).cloned().unwrap_or_default()
    }

    fn refuse(&self, call: &str, code: u32) {
        self.0.borrow_mut().refuses.insert(call.to_owned(), code);
    }

    fn vanish(&self, is_gone: bool) {
        self.0.borrow_mut().is_gone = is_gone;
    }

    fn calls(&self) -> Vec<String> {
        std::mem::take(&mut self.0.borrow_mut().calls)
    }

    fn call(&self, call: &str) -> Result<(), Trouble> {
        let mut inside = self.0.borrow_mut();
        if inside.is_gone {
            return Err(Trouble::Gone);
        }
        inside.calls.push(call.to_owned());
        match inside.refuses.get(call) {
            Some(code) => Err(Trouble::Refused(*code)),
            None => Ok(()),
        }
    }
}

impl Api for Lms {
    fn initialize(&mut self) -> Result<(), Trouble> {
        self.call("initialize")?;
        self.0.borrow_mut().is_open = true;
        Ok(())
    }
    fn get(&mut self, element: &str) -> Result<String, Trouble> {
        self.call(&format!("get {element}"))?;
        if !self.0.borrow().is_open {
            return Err(Trouble::Refused(301));
        }
        self.0.borrow().values.get(element).cloned().ok_or(Trouble::Refused(403))
    }
    fn set(&mut self, element: &str, value: &str) -> Result<(), Trouble> {
        self.call(&format!("set {element}"))?;
        self.0.borrow_mut().values.insert(element.to_owned(), value.to_owned());
        Ok(())
    }
    fn commit(&mut self) -> Result<(), Trouble> {
        self.call("commit")?;
        let mut inside = self.0.borrow_mut();
        inside.stored = inside.values.clone();
        Ok(())
    }
    fn finish(&mut self) -> Result<(), Trouble> {
        self.call("finish")?;
        let mut inside = self.0.borrow_mut();
        inside.is_open = false;
        inside.stored = inside.values.clone();
        Ok(())
    }
}

fn outline() -> Outline {
    let lesson = |id: &str, exercises: &[&str]| OutlineLesson {
        id: id.to_owned(),
        exercises: exercises.iter().map(|it| (*it).to_owned()).collect(),
    };
    Outline { lessons: vec![lesson("one", &["a", "b"]), lesson("two", &["c", "d"])] }
}

fn set(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(|it| (*it).to_owned()).collect()
}

fn work(read: &[&str], passed: &[&str], tried: &[&str]) -> Work {
    Work {
        read: set(read),
        passed: set(passed),
        tried: set(tried),
        place: Some("/lesson/one".into()),
    }
}

fn open(lms: &Lms, version: Version) -> (Scorm<Lms>, Opening) {
    let connected = Connected::begin(lms.clone(), version)
        .unwrap_or_else(|(_, trouble)| panic!("the LMS answers: {trouble:?}"));
    connected.open(outline(), Mastery::percent(75), 1_000)
}

#[test]
fn a_first_session_in_scorm_12() {
    let lms =
        Lms::with(&[("cmi.core.student_id", "s-1"), ("cmi.core.lesson_status", "not attempted")]);
    let (mut session, opening) = open(&lms, Version::V12);
    assert_eq!(opening, Opening::default());
    assert_eq!(session.sync(2_000), Link::Settled);
    assert_eq!(lms.stored("cmi.core.lesson_status"), "incomplete");
    assert_eq!(lms.stored("cmi.core.exit"), "suspend");
    assert_eq!(lms.stored("cmi.core.score.raw"), "0");

    session.note_work(work(&["one"], &["a"], &["a"]));
    assert!(!session.is_settled());
    session.sync(62_000);
    assert_eq!(lms.stored("cmi.core.score.raw"), "25");
    assert_eq!(lms.stored("cmi.core.lesson_location"), "/lesson/one");
    assert_eq!(lms.stored("cmi.core.session_time"), "0000:01:01.00");

    session.note_work(work(&["one", "two"], &["a", "b", "c"], &["d"]));
    assert_eq!(session.finish(false, 63_000), Link::Ended);
    assert_eq!(lms.stored("cmi.core.lesson_status"), "passed");
    assert_eq!(lms.stored("cmi.core.score.raw"), "75");
    assert_eq!(session.finish(false, 64_000), Link::Ended);
    assert_eq!(lms.calls().iter().filter(|it| *it == "finish").count(), 1);
}

#[test]
fn a_first_session_in_scorm_2004() {
    let lms = Lms::with(&[("cmi.learner_id", "s-1"), ("cmi.completion_status", "unknown")]);
    let (mut session, _) = open(&lms, Version::V2004);
    session.note_work(work(&["one"], &["a", "b", "c"], &[]));
    session.sync(3_500);
    assert_eq!(lms.stored("cmi.completion_status"), "incomplete");
    assert_eq!(lms.stored("cmi.success_status"), "passed");
    assert_eq!(lms.stored("cmi.score.scaled"), "0.75");
    assert_eq!(lms.stored("cmi.progress_measure"), "0.6666");
    assert_eq!(lms.stored("cmi.session_time"), "PT2.50S");
    session.finish(true, 4_000);
    assert_eq!(lms.stored("adl.nav.request"), "suspendAll");
    assert_eq!(lms.stored("cmi.exit"), "suspend");
}

#[test]
fn too_little_is_failed_only_at_the_end_and_never_for_good() {
    let poor = || work(&["one", "two"], &["a"], &["b", "c", "d"]);
    for (version, status) in
        [(Version::V12, "cmi.core.lesson_status"), (Version::V2004, "cmi.success_status")]
    {
        let lms = Lms::default();
        let (mut session, _) = open(&lms, version);
        session.note_work(poor());
        session.sync(2_000);
        assert_ne!(lms.stored(status), "failed");
        session.finish(false, 3_000);
        assert_eq!(lms.stored(status), "failed");

        let (mut again, opening) = open(&lms, version);
        assert_eq!(opening.work.passed, set(&["a"]));
        let mut more = opening.work;
        more.passed = set(&["a", "b", "c"]);
        again.note_work(more);
        again.sync(2_000);
        assert_eq!(lms.stored(status), "passed");
    }
}

#[test]
fn another_machine_goes_on_where_this_one_stopped() {
    for version in [Version::V12, Version::V2004] {
        let lms = Lms::default();
        let (mut session, _) = open(&lms, version);
        let mut done = work(&["one"], &["a", "c"], &["a", "b", "c"]);
        done.place = Some("/lesson/two?block=2".into());
        session.note_work(done.clone());
        session.finish(false, 2_000);
        assert_eq!(open(&lms, version).1.work, done);
    }
}

#[test]
fn what_was_reached_is_not_taken_back() {
    let lms = Lms::with(&[("cmi.core.lesson_status", "passed"), ("cmi.core.score.raw", "90")]);
    let (mut session, _) = open(&lms, Version::V12);
    session.note_work(work(&["one"], &["a"], &[]));
    session.finish(false, 2_000);
    assert_eq!(lms.stored("cmi.core.lesson_status"), "passed");
    assert_eq!(lms.stored("cmi.core.score.raw"), "90");
}

#[test]
fn looking_around_and_looking_again_record_nothing() {
    for (word, mode) in [("browse", Mode::Browse), ("review", Mode::Review)] {
        let lms = Lms::with(&[("cmi.core.lesson_mode", word)]);
        let (mut session, _) = open(&lms, Version::V12);
        assert_eq!(session.mode(), mode);
        session.note_work(work(&["one"], &["a"], &[]));
        session.note_checks([outcome(1, true)], Moment::default());
        session.sync(2_000);
        session.finish(false, 3_000);
        assert!(!lms.calls().iter().any(|it| it.starts_with("set") || it == "commit"));
    }
    for word in ["", "normal", "Normal", "training"] {
        assert_eq!(open(&Lms::with(&[("cmi.mode", word)]), Version::V2004).0.mode(), Mode::Normal);
    }
}

#[test]
fn the_mastery_score_of_the_lms_counts() {
    let lms = Lms::with(&[("cmi.student_data.mastery_score", "50")]);
    assert_eq!(open(&lms, Version::V12).0.mastery(), Mastery::percent(50));
    let lms = Lms::with(&[("cmi.scaled_passing_score", "0.5")]);
    assert_eq!(open(&lms, Version::V2004).0.mastery(), Mastery::percent(50));
    assert_eq!(open(&Lms::default(), Version::V2004).0.mastery(), Mastery::percent(75));
}

fn outcome(number: usize, passed: bool) -> CheckOutcome {
    CheckOutcome { exercise: "a".into(), number, sentence: "It adds.".into(), passed }
}

#[test]
fn each_check_has_one_place_in_the_list() {
    let lms = Lms::with(&[("cmi.interactions._count", "4")]);
    let (mut session, _) = open(&lms, Version::V12);
    session.note_checks([outcome(1, true), outcome(2, false)], Moment::default());
    session.sync(2_000);
    session.note_checks([outcome(1, true), outcome(2, true)], Moment::default());
    session.sync(3_000);
    assert_eq!(lms.stored("cmi.interactions.4.id"), "a.1");
    assert_eq!(lms.stored("cmi.interactions.5.id"), "a.2");
    assert_eq!(lms.stored("cmi.interactions.5.result"), "correct");
    assert_eq!(lms.stored("cmi.interactions.6.id"), "");
}

#[test]
fn values_an_lms_does_not_want_are_left_out() {
    let lms = Lms::default();
    lms.refuse("set cmi.core.score.min", 401);
    lms.refuse("set cmi.interactions.0.type", 401);
    let (mut session, _) = open(&lms, Version::V12);
    session.note_work(work(&["one"], &["a"], &[]));
    session.note_checks([outcome(1, true)], Moment::default());
    assert_eq!(session.sync(2_000), Link::Settled);
    assert!(session.is_settled());
    assert_eq!(lms.stored("cmi.core.score.raw"), "25");
    lms.calls();
    session.sync(3_000);
    assert!(!lms.calls().contains(&"set cmi.core.score.min".to_owned()), "asked once is enough");
}

#[test]
fn a_value_that_is_refused_once_does_not_bar_the_next() {
    let lms = Lms::default();
    let (mut session, _) = open(&lms, Version::V2004);
    lms.refuse("set cmi.location", 406);
    session.note_work(work(&["one"], &[], &[]));
    assert_eq!(session.sync(2_000), Link::Settled);
    lms.0.borrow_mut().refuses.clear();
    session.note_work(Work { place: Some("/lesson/two".into()), ..Work::default() });
    session.sync(3_000);
    assert_eq!(lms.stored("cmi.location"), "/lesson/two");
}

#[test]
fn an_lms_that_refuses_gets_everything_later() {
    for call in ["commit", "set cmi.suspend_data", "set cmi.core.lesson_status"] {
        for code in [101, 301, 391, 405] {
            let lms = Lms::default();
            let (mut session, _) = open(&lms, Version::V12);
            lms.refuse(call, code);
            session.note_work(work(&["one"], &["a"], &[]));
            session.note_checks([outcome(1, true)], Moment::default());
            assert_eq!(session.sync(2_000), Link::Owing(Trouble::Refused(code)), "{call}");
            lms.0.borrow_mut().refuses.clear();
            assert_eq!(session.sync(3_000), Link::Settled);
            assert_eq!(lms.stored("cmi.core.score.raw"), "25");
            assert_eq!(lms.stored("cmi.interactions.0.id"), "a.1");
        }
    }
}

#[test]
fn an_lms_that_vanishes_is_told_everything_when_it_is_back() {
    let lms = Lms::default();
    let (mut session, _) = open(&lms, Version::V2004);
    session.sync(2_000);
    lms.vanish(true);
    session.note_work(work(&["one"], &["a"], &[]));
    session.note_checks([outcome(1, false)], Moment::default());
    assert_eq!(session.sync(3_000), Link::Owing(Trouble::Gone));
    assert_eq!(session.reconnect(lms.clone(), 4_000), Link::Owing(Trouble::Gone));
    // Another one in its place, which knows nothing.
    let other = Lms::default();
    assert_eq!(session.reconnect(other.clone(), 5_000), Link::Settled);
    assert_eq!(other.stored("cmi.score.raw"), "25");
    assert_eq!(other.stored("cmi.exit"), "suspend");
    assert_eq!(other.stored("cmi.interactions.0.result"), "incorrect");
}

#[test]
fn an_lms_that_is_not_there_opens_nothing() {
    let lms = Lms::default();
    lms.refuse("initialize", 101);
    let refused = Connected::begin(lms.clone(), Version::V12);
    assert!(refused.is_err_and(|(_, trouble)| trouble == Trouble::Refused(101)));
    // "Already initialized": the session is open, so it goes on.
    lms.0.borrow_mut().is_open = true;
    lms.0.borrow_mut().values.insert("cmi.core.lesson_status".into(), "incomplete".into());
    lms.0.borrow_mut().values.insert("cmi.core.student_id".into(), " s-1 ".into());
    assert!(Connected::begin(lms, Version::V12).is_ok_and(|it| it.learner() == "s-1"));
}

#[test]
fn a_damaged_record_is_said_and_replaced() {
    let lms = Lms::with(&[("cmi.suspend_data", "1AAAAAzzz.")]);
    let (mut session, opening) = open(&lms, Version::V12);
    assert!(opening.damage.is_some() && opening.work == Work::default());
    session.sync(2_000);
    assert_ne!(lms.stored("cmi.suspend_data"), "1AAAAAzzz.");
    assert!(!lms.value("cmi.suspend_data").is_empty());
}
