//! Tests of the timeline: lanes, their segments, arrows, what is merged from several processes.
#![expect(clippy::cast_precision_loss, reason = "tests count to a few thousand")]

use vivarium_webhost::{ProcessStep, SourceLine, TaskStep, ThreadStep, TraceEvent, Traced};

use super::{ArrowKind, Kind, LIMIT, State, Timeline, What};

#[expect(clippy::unnecessary_wraps, reason = "events have an optional line")]
fn line(number: u32) -> Option<SourceLine> {
    Some(SourceLine { file: "/home/learner/main.py".into(), line: number })
}

fn threads(pid: u32, events: Vec<(f64, u32, ThreadStep)>) -> Traced {
    let events = events
        .into_iter()
        .map(|(at_us, thread, step)| TraceEvent { at_us, thread, step, line: line(thread + 1) })
        .collect();
    Traced::Threads { pid, events, dropped: 0, points: Vec::new() }
}

fn process(pid: u32, at_us: f64, by: Option<u32>, step: ProcessStep) -> Traced {
    Traced::Process { pid, at_us, by, step }
}

fn started(name: &str, by: u32) -> ThreadStep {
    ThreadStep::Started { name: name.into(), by }
}

fn blocked(on: &str) -> ThreadStep {
    ThreadStep::Blocked { on: on.into() }
}

#[test]
fn a_lock_goes_from_thread_to_thread() {
    let mut timeline = Timeline::default();
    timeline.add([threads(
        1,
        vec![
            (100.0, 0, ThreadStep::Running),
            (110.0, 1, started("worker", 0)),
            (120.0, 0, ThreadStep::Ready { by: None }),
            (120.0, 1, ThreadStep::Running),
            (130.0, 1, blocked("lock")),
            (130.0, 0, ThreadStep::Running),
            (140.0, 1, ThreadStep::Ready { by: Some(0) }),
            (150.0, 0, blocked("join")),
            (150.0, 1, ThreadStep::Running),
            (160.0, 1, ThreadStep::Ended),
        ],
    )]);
    let worker = &timeline.lanes()[1];
    assert_eq!(
        (worker.name.as_str(), worker.kind, worker.has_ended),
        ("worker", Kind::Thread, true)
    );
    let states: Vec<_> = worker.segments.iter().map(|it| (it.from, it.to, &it.state)).collect();
    let on_lock = State::Blocked { on: "lock".into() };
    assert_eq!(
        states,
        [
            (10.0, Some(20.0), &State::Ready),
            (20.0, Some(30.0), &State::Running),
            (30.0, Some(40.0), &on_lock),
            (40.0, Some(50.0), &State::Ready),
            (50.0, Some(60.0), &State::Running),
        ]
    );
    let arrows: Vec<_> = timeline.arrows().iter().map(|it| (it.from, it.to, it.kind)).collect();
    assert_eq!(arrows, [(0, 1, ArrowKind::Start), (0, 1, ArrowKind::Wake)]);
    assert_eq!(timeline.marks()[4].what, What::Blocked("lock".into()));
    assert_eq!(timeline.marks()[4].line, line(2));
    assert_eq!(timeline.lanes()[0].segments.last().and_then(|it| it.to), None, "it still joins");
}

#[test]
fn a_number_that_is_used_again_is_another_lane() {
    let mut timeline = Timeline::default();
    let steps = [started("first", 0), ThreadStep::Ended, started("second", 0), ThreadStep::Running];
    let events = steps.into_iter().enumerate().map(|(at, step)| (at as f64, 1, step)).collect();
    timeline.add([threads(1, events)]);
    let names: Vec<&str> = timeline.lanes().iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["MainThread", "first", "second"]);
    assert_eq!(timeline.lanes()[1].segments.len(), 1);
}

#[test]
fn what_one_process_does_lets_another_go_on() {
    let mut timeline = Timeline::default();
    let argv = |name: &str| vec![name.to_owned(), "x".to_owned()];
    timeline.add([
        process(1, 0.0, None, ProcessStep::Started { ppid: 0, argv: argv("main.py") }),
        threads(1, vec![(0.0, 0, ThreadStep::Running)]),
        process(2, 10.0, Some(1), ProcessStep::Started { ppid: 1, argv: argv("child.py") }),
        process(2, 30.0, Some(2), ProcessStep::Blocked { on: "data in pipe 1".into() }),
        process(2, 50.0, Some(1), ProcessStep::Woken),
        // Told later than it was.
        threads(2, vec![(20.0, 0, ThreadStep::Running), (30.0, 0, blocked("read"))]),
        process(2, 60.0, Some(1), ProcessStep::Signaled { signal: "SIGTERM".into() }),
        process(2, 70.0, Some(2), ProcessStep::Ended { how: "SIGTERM".into() }),
    ]);
    let rows: Vec<&str> =
        timeline.rows().iter().map(|id| timeline.lanes()[*id].name.as_str()).collect();
    assert_eq!(rows, ["main.py (1)", "MainThread", "child.py (2)", "MainThread"]);
    let kinds: Vec<ArrowKind> = timeline.arrows().iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [ArrowKind::Start, ArrowKind::Message, ArrowKind::Signal]);
    assert!(timeline.marks().is_sorted_by(|a, b| a.at <= b.at));
    let child = timeline.lanes().iter().rfind(|lane| lane.pid == 2 && lane.kind == Kind::Thread);
    assert!(child.is_some_and(|lane| lane.has_ended));
}

#[test]
fn tasks_are_lanes_below_their_threads() {
    let mut timeline = Timeline::default();
    let task = |task, step| ThreadStep::Task { task, step };
    let created = |name: &str, by| TaskStep::Created { name: name.into(), by };
    timeline.add([threads(
        1,
        vec![
            (0.0, 0, ThreadStep::Running),
            (1.0, 0, task(1, created("Task-1", None))),
            (2.0, 0, task(1, TaskStep::Running)),
            (3.0, 0, task(2, created("fetch", Some(1)))),
            (4.0, 0, task(1, TaskStep::Waiting { on: "fetch".into() })),
            (5.0, 0, task(2, TaskStep::Running)),
            (6.0, 0, task(2, TaskStep::Done { how: "result".into() })),
        ],
    )]);
    assert!(timeline.is_worth_showing());
    let arrows: Vec<_> = timeline.arrows().iter().map(|it| (it.from, it.to, it.kind)).collect();
    let wake = (2, 1, ArrowKind::Wake);
    assert_eq!(arrows, [(0, 1, ArrowKind::Start), (1, 2, ArrowKind::Start), wake]);
}

#[test]
fn a_flood_is_counted_and_every_lane_ends() {
    let mut timeline = Timeline::default();
    let mut events = vec![(0.0, 1, started("flood", 0))];
    events.extend((0..LIMIT * 3).map(|at| (at as f64, 1, ThreadStep::Running)));
    events.push((40_000.0, 1, ThreadStep::Ended));
    timeline.add([threads(1, events)]);
    assert_eq!(timeline.marks().len(), LIMIT + 1);
    assert_eq!(timeline.dropped() as usize, LIMIT * 2 + 1);
    assert!(timeline.lanes()[1].has_ended);
}

#[test]
fn a_wait_that_the_end_of_the_process_cuts_was_never_met() {
    let mut timeline = Timeline::default();
    timeline.add([
        process(1, 0.0, None, ProcessStep::Started { ppid: 0, argv: Vec::new() }),
        threads(
            1,
            vec![
                (0.0, 0, ThreadStep::Running),
                (1.0, 1, started("Ada", 0)),
                (2.0, 1, blocked("lock")),
                (3.0, 2, started("Bob", 0)),
                (4.0, 2, blocked("lock")),
                // The interpreter, taken down, wakes one of them in its last instant.
                (50.0, 2, ThreadStep::Ready { by: Some(0) }),
            ],
        ),
        process(1, 50.0, None, ProcessStep::Ended { how: "SIGKILL".into() }),
    ]);
    for name in ["Ada", "Bob"] {
        let lane = timeline.lanes().iter().find(|lane| lane.name == name).unwrap();
        let last = lane.segments.last().unwrap();
        assert_eq!(last.state, State::Blocked { on: "lock".into() }, "{name}");
        assert!(last.is_cut && last.to == Some(50.0), "{name}: {last:?}");
    }
}
