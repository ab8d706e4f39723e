//! Sessions against an LMS in memory that can be slow, refuse, and forget nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Answer, Cmi5, Launch, LaunchError, Link, Mode, Request};
use crate::{
    report::Mastery,
    time::Moment,
    work::{CheckOutcome, Outline, OutlineLesson, Work},
};

const QUERY: &str = "?endpoint=https%3A%2F%2Flms.example%2Fxapi%2F&fetch=https%3A%2F%2Flms.example%2Ffetch%3Fs%3D1\
    &actor=%7B%22objectType%22%3A%22Agent%22%2C%22account%22%3A%7B%22homePage%22%3A%22https%3A%2F%2Flms.example%22%2C%22name%22%3A%22s-1%22%7D%7D\
    &registration=11111111-2222-4333-8444-555555555555&activityId=https%3A%2F%2Flms.example%2Fau%2F1";

struct Lms {
    launch_data: Value,
    record: Option<String>,
    statements: Vec<Value>,
    asked: Vec<String>,
    down: BTreeSet<&'static str>,
    refused: BTreeMap<&'static str, u16>,
}

impl Default for Lms {
    fn default() -> Self {
        let launch_data = json!({
            "contextTemplate": {
                "contextActivities": {
                    "grouping": [{ "id": "urn:publisher" }],
                    "category": { "id": "urn:lms:category" },
                },
                "extensions": { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-42" },
            },
            "launchMode": "Normal",
            "masteryScore": 0.75,
            "moveOn": "CompletedOrPassed",
            "returnURL": "https://lms.example/back",
        });
        Self {
            launch_data,
            record: None,
            statements: Vec::new(),
            asked: Vec::new(),
            down: BTreeSet::new(),
            refused: BTreeMap::new(),
        }
    }
}

impl Lms {
    fn answer(&mut self, request: &Request) -> Answer {
        let path = [
            ("fetch", "/fetch?"),
            ("launch", "stateId=LMS.LaunchData"),
            ("preferences", "/agents/profile"),
            ("record", "stateId=vivarium"),
            ("statements", "/statements"),
        ];
        let name =
            path.iter().find(|(_, part)| request.url.contains(part)).expect("a known address").0;
        self.asked.push(name.to_owned());
        if self.down.contains(name) {
            return Answer::Nothing;
        }
        if let Some(status) = self.refused.get(name) {
            return Answer::Status(*status, "no".into());
        }
        let ok = |text: String| Answer::Status(200, text);
        if name == "fetch" {
            assert_eq!((request.method, &request.body), ("POST", &None));
            return ok(r#"{"auth-token": "dG9rZW4="}"#.into());
        }
        assert_eq!(request.headers[0], ("Authorization", "Basic dG9rZW4=".to_owned()));
        match (name, &request.body) {
            ("launch", _) => ok(self.launch_data.to_string()),
            ("record", None) => match &self.record {
                Some(record) => ok(record.clone()),
                None => Answer::Status(404, String::new()),
            },
            ("record", Some(body)) => {
                self.record = Some(body.clone());
                Answer::Status(204, String::new())
            }
            ("statements", Some(body)) => {
                let Ok(Value::Array(list)) = serde_json::from_str(body) else {
                    panic!("no list: {body}")
                };
                self.statements.extend(list);
                ok("[]".into())
            }
            _ => Answer::Status(404, String::new()),
        }
    }

    fn verbs(&self) -> Vec<String> {
        let verb = |it: &Value| it["verb"]["display"]["en"].as_str().unwrap_or_default().to_owned();
        self.statements.iter().map(verb).collect()
    }
}

fn session() -> Cmi5 {
    let lesson = |id: &str, exercises: &[&str]| OutlineLesson {
        id: id.to_owned(),
        exercises: exercises.iter().map(|it| (*it).to_owned()).collect(),
    };
    let outline = Outline { lessons: vec![lesson("one", &["a", "b"]), lesson("two", &["c", "d"])] };
    let mut number = 0_u32;
    let ids = Box::new(move || {
        number += 1;
        format!("{number:032x}")
    });
    let launch = Launch::parse(QUERY).expect("a launch");
    Cmi5::new(launch, outline, Mastery::percent(50), ids)
}

fn at(utc_ms: u64) -> Moment {
    Moment { utc_ms, ahead_minutes: 0 }
}

/// Makes all requests that there are to make.
fn talk(session: &mut Cmi5, lms: &mut Lms, now_ms: u64) {
    while let Some(request) = session.next(now_ms) {
        assert_eq!(session.next(now_ms), None, "one request at a time");
        let answer = lms.answer(&request);
        session.answer(answer, at(now_ms));
    }
}

fn work(read: &[&str], passed: &[&str], tried: &[&str]) -> Work {
    let set = |ids: &[&str]| ids.iter().map(|it| (*it).to_owned()).collect();
    let tried = tried.iter().chain(passed).copied().collect::<Vec<_>>();
    Work {
        read: set(read),
        passed: set(passed),
        tried: set(&tried),
        place: Some("/lesson/one".into()),
    }
}

#[test]
fn a_session_begins_in_order_and_ends_with_terminated() {
    let (mut session, mut lms) = (session(), Lms::default());
    talk(&mut session, &mut lms, 1_000);
    assert_eq!(lms.asked, ["fetch", "launch", "preferences", "record", "statements"]);
    assert_eq!(session.link(), Link::Settled);
    assert_eq!(session.take_opening().map(|it| it.work), Some(Work::default()));
    session.note_work(work(&["one"], &["a", "b", "c"], &[]), at(61_000));
    session.note_work(work(&["one", "two"], &["a", "b", "c"], &["d"]), at(62_000));
    talk(&mut session, &mut lms, 62_000);
    session.leave(at(63_500));
    session.leave(at(63_600));
    talk(&mut session, &mut lms, 64_000);
    assert_eq!(lms.verbs(), ["initialized", "passed", "completed", "terminated"]);
    assert_eq!(session.link(), Link::Ended);
    assert_eq!(session.return_url(), Some("https://lms.example/back"));
    assert_eq!(lms.asked.iter().filter(|it| *it == "fetch").count(), 1);

    let passed = &lms.statements[1];
    assert_eq!(passed["result"]["score"], json!({ "scaled": 0.75, "raw": 3, "min": 0, "max": 4 }));
    assert_eq!(passed["result"]["duration"], "PT1M0S");
    assert_eq!(passed["actor"]["account"]["name"], "s-1");
    assert_eq!(passed["object"]["id"], "https://lms.example/au/1");
    let context = &passed["context"];
    assert_eq!(context["registration"], "11111111-2222-4333-8444-555555555555");
    assert_eq!(
        context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"],
        "s-42"
    );
    assert_eq!(
        context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"],
        0.75
    );
    let ids = |it: &Value| -> Vec<String> {
        let list = it["context"]["contextActivities"]["category"].as_array().expect("a list");
        list.iter()
            .map(|it| {
                it["id"]
                    .as_str()
                    .expect("an id")
                    .rsplit(['/', ':'])
                    .next()
                    .expect("a part")
                    .to_owned()
            })
            .collect()
    };
    assert_eq!(ids(passed), ["category", "cmi5", "moveon"]);
    assert_eq!(ids(&lms.statements[0]), ["category", "cmi5"]);
    assert_eq!(ids(&lms.statements[3]), ["category", "cmi5"]);
    assert_eq!(lms.statements[2]["result"], json!({ "completion": true, "duration": "PT1M1S" }));
}

#[test]
fn another_session_goes_on_and_says_nothing_twice() {
    let mut lms = Lms::default();
    let mut first = session();
    talk(&mut first, &mut lms, 1_000);
    first.note_work(work(&["one"], &["a", "b", "c"], &[]), at(2_000));
    talk(&mut first, &mut lms, 2_000);
    first.leave(at(3_000));
    talk(&mut first, &mut lms, 3_000);
    lms.statements.clear();
    let mut second = session();
    talk(&mut second, &mut lms, 4_000);
    let opening = second.take_opening().expect("an opening");
    assert_eq!(opening.work, work(&["one"], &["a", "b", "c"], &[]));
    second.note_work(work(&["one", "two"], &["a", "b", "c", "d"], &[]), at(5_000));
    second.leave(at(6_000));
    talk(&mut second, &mut lms, 6_000);
    assert_eq!(lms.verbs(), ["initialized", "completed", "terminated"]);
}

#[test]
fn too_little_is_failed_at_the_end_and_can_still_be_passed() {
    let mut lms = Lms::default();
    let mut first = session();
    talk(&mut first, &mut lms, 1_000);
    first.note_work(work(&["one", "two"], &["a"], &["b", "c", "d"]), at(2_000));
    first.leave(at(3_000));
    talk(&mut first, &mut lms, 3_000);
    assert_eq!(lms.verbs(), ["initialized", "completed", "failed", "terminated"]);
    assert_eq!(lms.statements[2]["result"]["success"], false);
    lms.statements.clear();
    let mut second = session();
    talk(&mut second, &mut lms, 4_000);
    second.note_work(work(&["one", "two"], &["a", "b", "c"], &["d"]), at(5_000));
    second.leave(at(6_000));
    talk(&mut second, &mut lms, 6_000);
    assert_eq!(lms.verbs(), ["initialized", "passed", "terminated"]);
}

#[test]
fn a_lower_mastery_score_makes_enough_of_what_is_there() {
    let mut lms = Lms::default();
    let mut first = session();
    talk(&mut first, &mut lms, 1_000);
    first.note_work(work(&["one", "two"], &["a", "b"], &["c", "d"]), at(2_000));
    first.leave(at(3_000));
    talk(&mut first, &mut lms, 3_000);
    lms.statements.clear();
    lms.launch_data["masteryScore"] = json!(0.5);
    for verbs in [&["initialized", "passed", "terminated"][..], &["initialized", "terminated"]] {
        let mut next = session();
        talk(&mut next, &mut lms, 4_000);
        next.leave(at(5_000));
        talk(&mut next, &mut lms, 5_000);
        assert_eq!(lms.verbs(), verbs);
        lms.statements.clear();
    }
}

#[test]
fn looking_around_says_only_that_it_began_and_ended() {
    for word in ["Browse", "Review"] {
        let (mut session, mut lms) = (session(), Lms::default());
        lms.launch_data["launchMode"] = json!(word);
        talk(&mut session, &mut lms, 1_000);
        assert_eq!(session.mode(), Mode::Unrecorded);
        session.note_work(work(&["one", "two"], &["a", "b", "c", "d"], &[]), at(2_000));
        session.note_checks(&[check(1, true)], at(2_000));
        session.leave(at(3_000));
        talk(&mut session, &mut lms, 3_000);
        assert_eq!(lms.verbs(), ["initialized", "terminated"]);
        assert_eq!(lms.record, None);
    }
}

fn check(number: usize, passed: bool) -> CheckOutcome {
    CheckOutcome { exercise: "a".into(), number, sentence: "It adds.".into(), passed }
}

#[test]
fn checks_are_allowed_statements_without_the_category() {
    let (mut session, mut lms) = (session(), Lms::default());
    talk(&mut session, &mut lms, 1_000);
    session.note_checks(&[check(1, true), check(2, false)], at(2_000));
    talk(&mut session, &mut lms, 2_000);
    assert_eq!(lms.verbs(), ["initialized", "answered", "answered"]);
    let second = &lms.statements[2];
    assert_eq!(second["result"]["success"], false);
    assert_eq!(second["object"]["id"], "https://lms.example/au/1/a/2");
    assert!(
        !super::statement::is_defined(second) && super::statement::is_defined(&lms.statements[0])
    );
    assert_eq!(
        second["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"],
        "s-42"
    );
}

#[test]
fn an_lms_that_does_not_answer_is_asked_again_with_the_same_words() {
    for name in ["fetch", "launch", "record", "statements"] {
        let (mut session, mut lms) = (session(), Lms::default());
        lms.down.insert(name);
        talk(&mut session, &mut lms, 1_000);
        assert_eq!(session.link(), Link::Owing, "{name}");
        let wakes = session.wakes_at_ms().expect("a pause");
        assert!(wakes > 1_000);
        assert_eq!(session.next(wakes - 1), None);
        talk(&mut session, &mut lms, wakes);
        assert!(session.wakes_at_ms().expect("a longer pause") > wakes + 2_000);
        lms.down.clear();
        session.hurry();
        talk(&mut session, &mut lms, wakes);
        assert_eq!((session.link(), lms.verbs().len()), (Link::Settled, 1), "{name}");
    }
    // A server in trouble is no different; preferences are not worth waiting for.
    for (name, status) in [("statements", 503), ("record", 429), ("preferences", 500)] {
        let (mut session, mut lms) = (session(), Lms::default());
        lms.refused.insert(name, status);
        talk(&mut session, &mut lms, 1_000);
        lms.refused.clear();
        session.hurry();
        talk(&mut session, &mut lms, 1_000);
        assert_eq!(session.link(), Link::Settled, "{name}");
    }
}

#[test]
fn what_happens_while_the_lms_is_away_arrives_in_order() {
    let (mut session, mut lms) = (session(), Lms::default());
    talk(&mut session, &mut lms, 1_000);
    lms.down.extend(["statements", "record"]);
    session.note_checks(&[check(1, false)], at(2_000));
    session.note_work(work(&["one"], &["a", "b", "c"], &[]), at(3_000));
    talk(&mut session, &mut lms, 3_000);
    session.note_work(work(&["one", "two"], &["a", "b", "c", "d"], &[]), at(2_500));
    lms.down.clear();
    session.hurry();
    session.leave(at(9_000));
    talk(&mut session, &mut lms, 9_000);
    assert_eq!(lms.verbs(), ["initialized", "answered", "passed", "completed", "terminated"]);
    let times: Vec<&str> =
        lms.statements.iter().filter_map(|it| it["timestamp"].as_str()).collect();
    assert!(times.is_sorted(), "{times:?}");
    let ids: BTreeSet<&str> = lms.statements.iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(ids.len(), 5);
}

#[test]
fn a_used_address_opens_nothing() {
    for (status, text) in
        [(200, r#"{"error-code": "1", "error-text": "used"}"#), (403, ""), (200, "<html>")]
    {
        let mut session = session();
        session.next(0).expect("the token is asked for");
        session.answer(Answer::Status(status, text.into()), at(0));
        assert_eq!((session.link(), session.next(100)), (Link::Refused, None));
    }
    let (mut session, mut lms) = (session(), Lms::default());
    lms.refused.insert("launch", 404);
    talk(&mut session, &mut lms, 0);
    assert_eq!(session.link(), Link::Refused);
}

#[test]
fn one_statement_that_is_refused_stops_no_other() {
    let (mut session, mut lms) = (session(), Lms::default());
    talk(&mut session, &mut lms, 1_000);
    lms.refused.insert("statements", 400);
    session.note_checks(&[check(1, true)], at(2_000));
    talk(&mut session, &mut lms, 2_000);
    lms.refused.clear();
    session.leave(at(3_000));
    talk(&mut session, &mut lms, 3_000);
    assert_eq!(lms.verbs(), ["initialized", "terminated"]);
}

#[test]
fn a_page_that_goes_away_says_everything_at_once() {
    let (mut session, mut lms) = (session(), Lms::default());
    talk(&mut session, &mut lms, 1_000);
    session.note_work(work(&["one"], &["a", "b", "c"], &[]), at(2_000));
    let requests = session.last_words(at(3_000));
    for request in &requests {
        lms.answer(request);
    }
    assert_eq!(lms.verbs(), ["initialized", "passed", "terminated"]);
    assert!(lms.record.is_some());
    assert_eq!((session.link(), session.last_words(at(4_000)).len()), (Link::Ended, 0));

    // One that never began has nothing to say.
    assert!(self::session().last_words(at(0)).is_empty());
}

#[test]
fn addresses_that_lack_a_part_are_no_launch() {
    let launch = Launch::parse(QUERY).expect("a launch");
    assert!(launch.learner().contains("s-1"));
    assert_eq!(Launch::parse(""), Err(LaunchError::Missing("actor")));
    for name in ["endpoint", "fetch", "actor", "registration", "activityId"] {
        let without: Vec<&str> =
            QUERY[1..].split('&').map(str::trim).filter(|it| !it.starts_with(name)).collect();
        assert_eq!(Launch::parse(&without.join("&")), Err(LaunchError::Missing(name)));
    }
    let script = QUERY.replace("https%3A%2F%2Flms.example%2Ffetch", "javascript%3Aalert");
    assert_eq!(Launch::parse(&script), Err(LaunchError::Damaged("fetch")));
    assert_eq!(
        Launch::parse(&QUERY.replace("%7B%22obj", "obj")),
        Err(LaunchError::Damaged("actor"))
    );
}
