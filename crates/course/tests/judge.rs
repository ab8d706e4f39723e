//! What programs did against what the content says: every difference must be told.
#![cfg(feature = "tools")]

use std::path::Path;

use vivarium_course::diagnostic::Diagnostics;
use vivarium_course::grade::Reason;
use vivarium_course::plan::{self, Proof, Ran};
use vivarium_course::read::{self, Content};

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

fn fixture() -> Content {
    read::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/lessons/fixture"))
}

/// What a program of the fixture would do if all were well: it prints what is shown, and its
/// report passes or fails as its name says.
fn good(proof: &Proof) -> Ran {
    let (output, exit_code) = match proof.key.as_str() {
        "cheating run 1" => ("out\nerr\nout again\n", 0),
        key if key.starts_with("cheating predict") => ("ab\n", 0),
        _ => ("", 0),
    };
    let passes = ["solution", "right"].iter().any(|kind| proof.key.contains(kind));
    Ran {
        key: proof.key.clone(),
        engine: "cpython".to_owned(),
        output: output.to_owned(),
        report: if proof.report { report(&[passes, passes]) } else { String::new() },
        exit_code,
        reason: Reason::Exit,
    }
}

fn report(passed: &[bool]) -> String {
    let sentences: Vec<String> = (0..passed.len()).map(|it| format!("\"check {it}\"")).collect();
    let record = |rest: String| format!("{{\"token\":\"{TOKEN}\",{rest}}}\n");
    let mut lines = record(format!("\"kind\":\"plan\",\"checks\":[{}]", sentences.join(",")));
    for (check, passed) in passed.iter().enumerate() {
        let result = format!("\"kind\":\"result\",\"check\":{check},\"passed\":{passed}");
        lines.push_str(&record(result));
    }
    lines.push_str(&record("\"kind\":\"done\"".to_owned()));
    lines
}

/// Judges the programs whose key contains `filter` after `change` has changed what they did.
fn problems(filter: &str, change: impl Fn(&mut Ran)) -> Vec<String> {
    let content = fixture();
    let ran: Vec<Ran> = plan::plan(&content, filter)
        .iter()
        .map(|proof| {
            let mut ran = good(proof);
            change(&mut ran);
            ran
        })
        .collect();
    assert!(!ran.is_empty(), "no program is named {filter}");
    let mut found = Diagnostics::default();
    plan::judge(&content, filter, &ran, &mut found);
    found.into_sorted().iter().map(ToString::to_string).collect()
}

fn tells(filter: &str, part: &str, change: impl Fn(&mut Ran)) {
    let problems = problems(filter, change);
    assert!(problems.iter().any(|it| it.contains(part)), "{part:?} is not in {problems:#?}");
}

#[test]
fn programs_that_do_what_is_shown_have_no_problem() {
    assert_eq!(problems("cheating run 1", |_| ()), Vec::<String>::new());
    assert_eq!(problems("cheating predict", |_| ()), Vec::<String>::new());
    assert_eq!(problems("cheat ", |_| ()), Vec::<String>::new());
}

#[test]
fn another_output_is_told_beside_the_one_shown() {
    let change = |ran: &mut Ran| ran.output = "out\nout again\nerr\n".to_owned();
    tells("cheating run 1", "the output is another one", change);
    tells("cheating run 1", "    | out again\n    | err", change);
}

#[test]
fn an_unexpected_end_is_told() {
    tells("cheating run 1", "ends with status 1", |ran| ran.exit_code = 1);
    tells("cheating run 1", "ended by Timeout", |ran| ran.reason = Reason::Timeout);
    tells("cheating run 3", "the program ends without one", |ran| ran.exit_code = 0);
}

#[test]
fn a_prediction_needs_exactly_one_right_choice() {
    tells("cheating predict", "0 choices equal the output", |ran| ran.output = "b\n".to_owned());
}

#[test]
fn answers_must_pass_or_fail_as_they_are_named() {
    let passing = |ran: &mut Ran| ran.report = report(&[true, true]);
    let failing = |ran: &mut Ran| ran.report = report(&[true, false]);
    tells("cheat stub", "the stub passes every check", passing);
    tells("cheat wrong prints_ok", "this wrong answer passes every check", passing);
    tells("cheat solution", "the solution does not pass", failing);
    tells("cheat right sum", "this right answer does not pass", failing);
}

#[test]
fn a_wrong_answer_must_draw_its_reply() {
    tells("words wrong no_try", "it draws the reply none, not `no_try`", |_| ());
    let drawn = problems("words wrong no_try", |ran| {
        ran.report = ran.report.replace("false}", "false,\"reply\":\"no_try\"}");
    });
    assert_eq!(drawn, Vec::<String>::new());
}

#[test]
fn a_check_that_nothing_fails_is_told() {
    let change = |ran: &mut Ran| {
        let is_right = ran.key.contains("solution") || ran.key.contains("right");
        ran.report = report(&[true, is_right]);
    };
    tells("cheat ", "no stub and no wrong answer fails check 1", change);
}

#[test]
fn a_run_without_a_report_is_no_pass() {
    tells("cheat solution", "before every check had reported", |ran| ran.report.clear());
}

/// What the recorder says of a figure's program that runs lines 1 to 3.
const STEPS: &str = "{\"e\":\"line\",\"l\":1}\n{\"e\":\"line\",\"l\":3}\n{\"end\":\"done\"}\n";

#[test]
fn a_figure_is_followed_to_its_end() {
    let follow = |ran: &mut Ran| ran.report = STEPS.to_owned();
    assert_eq!(problems("cheating figure", follow), Vec::<String>::new());
    let with = |from: &'static str, to: &'static str| {
        move |ran: &mut Ran| ran.report = STEPS.replace(from, to)
    };
    tells("cheating figure", "more than 300 steps", with("done", "steps"));
    tells("cheating figure", "line 3, which `at` names, is never executed", with(":3", ":2"));
    let error = with("\"done\"", "\"error\",\"x\":\"ValueError: no\"");
    tells("cheating figure", "the program ends with ValueError: no", error);
    let problem = with("\"done\"", "\"done\",\"lookup\":{\"problem\":\"There is no c.\"}");
    tells("cheating figure", "There is no c.", problem);
    tells("cheating figure", "nothing was recorded", |ran| ran.report.clear());
    tells("cheating figure", "has no end", with("{\"end\":\"done\"}\n", ""));
}
