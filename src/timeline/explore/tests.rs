//! Tests of the search: it stops at the first failure, and cuts a schedule down to what is needed.

use vivarium_webhost::{Reason, SwitchPoint};

use super::{Explore, Failure, Outcome, Trial, failure};

fn point(after: u32) -> SwitchPoint {
    SwitchPoint { thread: 1, after, to: 2 }
}

fn outcome(stdout: &str, stderr: &str, exit_code: i32) -> Outcome {
    let (stdout, stderr) = (stdout.to_owned(), stderr.to_owned());
    Outcome { reason: Reason::Exit, exit_code, stdout, stderr, points: Vec::new() }
}

const ASSERTION: &str =
    "Traceback (most recent call last):\n  File \"main.py\", line 3\nAssertionError: 1 != 2\n";

/// A program that fails from seed 7 on if it is interrupted at two certain places.
fn run(trial: &Trial) -> Outcome {
    let points = match &trial.schedule {
        Some(points) => points.clone(),
        None if trial.seed >= 7 => (0..40).map(point).collect(),
        None => vec![point(100)],
    };
    let fails = [point(13), point(31)].iter().all(|needed| points.contains(needed));
    let mut outcome = if fails { outcome("", ASSERTION, 1) } else { outcome("2\n", "", 0) };
    outcome.points = points;
    outcome
}

#[test]
fn a_failing_schedule_is_cut_down_to_what_is_needed() {
    let mut explore = Explore::new(50);
    let mut trials = 0;
    while let Some(trial) = explore.next() {
        explore.tell(run(&trial));
        trials += 1;
    }
    let found = explore.found().cloned().into_iter().next();
    let Some(found) = found else { panic!("it fails with seed 7") };
    assert_eq!((found.seed, found.drawn), (7, 40));
    assert_eq!(found.schedule, Some(vec![point(13), point(31)]));
    assert_eq!(found.failure, Failure::Raised("AssertionError: 1 != 2".into()));
    assert!(trials < 60, "{trials}");
}

#[test]
fn a_program_that_never_fails_is_told_by_what_it_printed() {
    let mut explore = Explore::new(5);
    while let Some(trial) = explore.next() {
        let text = if trial.seed == 4 { "1\n" } else { "2\n" };
        assert!(!explore.tell(outcome(text, "", 0)));
    }
    assert_eq!(explore.found(), None);
    let variants: Vec<_> =
        explore.variants().into_iter().map(|(text, it)| (text, it.seed, it.count)).collect();
    assert_eq!(variants, [("2\n", 1, 4), ("1\n", 4, 1)]);
    assert_eq!(explore.progress(), (5, 5));
}

#[test]
fn what_depends_on_more_than_hand_overs_keeps_its_seed() {
    let mut explore = Explore::new(50);
    let mut failing = outcome("", ASSERTION, 1);
    failing.points = vec![point(1)];
    assert!(explore.tell(failing));
    assert!(!explore.tell(outcome("", "", 0)), "the same hand-overs alone do not do it");
    assert_eq!(explore.next(), None);
    assert_eq!(explore.found().map(|found| found.schedule.clone()), Some(None));
}

#[test]
fn a_deadlock_an_exception_in_a_thread_and_a_status_are_failures() {
    let deadlock = outcome("", "Deadlock: every thread of this program waits", -9);
    assert_eq!(failure(&deadlock), Some(Failure::Deadlock));
    let text = format!("Exception in thread Thread-1 (add):\n{ASSERTION}");
    let raised = Failure::Raised("AssertionError: 1 != 2".into());
    assert_eq!(failure(&outcome("", &text, 0)), Some(raised));
    assert_eq!(failure(&outcome("", "", 3)), Some(Failure::Status(3)));
    assert_eq!(failure(&outcome("", "", -9)), None, "out of bytecodes proves nothing");
    assert_eq!(failure(&outcome("", "careful\n", 0)), None);
}
