//! Tests of the drawing: what is drawn is what is visible, merged to the pixel.

use vivarium_webhost::{ThreadStep, TraceEvent, Traced};

use super::{Screen, arrows, row, ticks, time};
use crate::timeline::{
    model::Timeline,
    scale::{Axis, Scale, View},
};

/// Two threads that take turns, each 10 µs long.
fn turns(count: u32) -> Timeline {
    let mut events = vec![
        (0.0, 0, ThreadStep::Running),
        (0.0, 1, ThreadStep::Started { name: "other".into(), by: 0 }),
    ];
    for turn in 1..count {
        let (from, to) = ((turn + 1) % 2, turn % 2);
        events.push((f64::from(turn) * 10.0, from, ThreadStep::Blocked { on: "lock".into() }));
        events.push((f64::from(turn) * 10.0, to, ThreadStep::Ready { by: Some(from) }));
        events.push((f64::from(turn) * 10.0, to, ThreadStep::Running));
    }
    let events = events
        .into_iter()
        .map(|(at_us, thread, step)| TraceEvent { at_us, thread, step, line: None })
        .collect();
    let mut timeline = Timeline::default();
    timeline.add([Traced::Threads { pid: 1, events, dropped: 0, points: Vec::new() }]);
    timeline
}

fn draw(timeline: &Timeline, view: View) -> super::Row {
    let scale = Scale::new(timeline, Axis::Clock);
    row(&timeline.lanes()[0], 0, timeline, &scale, Screen { width: 800.0, view }, true)
}

#[test]
fn a_turn_is_a_block_and_a_wait_says_for_what() {
    let timeline = turns(5);
    let row = draw(&timeline, View::whole(timeline.end()));
    assert_eq!(row.running.matches('z').count(), 3);
    assert_eq!(row.words.len(), 2);
    assert_eq!(row.words[0].text, "lock");
}

#[test]
fn thousands_of_turns_cost_what_the_pixels_cost() {
    let timeline = turns(3000);
    let row = draw(&timeline, View::whole(timeline.end()));
    assert!(row.running.len() + row.blocked.len() + row.ready.len() < 40_000);
    let scale = Scale::new(&timeline, Axis::Clock);
    let screen = Screen { width: 800.0, view: View::whole(timeline.end()) };
    assert!(arrows(&timeline, &scale, screen).len() <= 300);
}

#[test]
fn what_is_outside_of_the_view_is_not_drawn() {
    let timeline = turns(3000);
    let view = View { from: 10_000.0, span: 40.0, is_whole: false };
    let row = draw(&timeline, view);
    assert!(row.running.matches('z').count() <= 3);
    assert!(!row.running.contains("NaN"));
}

#[test]
fn the_last_wait_of_a_finished_run_is_marked() {
    let mut timeline = turns(2);
    let events = vec![TraceEvent {
        at_us: 500.0,
        thread: 1,
        step: ThreadStep::Blocked { on: "lock".into() },
        line: None,
    }];
    timeline.add([Traced::Threads { pid: 1, events, dropped: 0, points: Vec::new() }]);
    assert!(!draw(&timeline, View::whole(500.0)).stuck.is_empty());
}

#[test]
fn times_have_a_unit_and_the_digits_that_matter() {
    assert_eq!(time(1500.0, 500.0), "1.5 ms");
    assert_eq!(time(0.0, 20.0), "0 µs");
    assert_eq!(time(2_000_000.0, 1_000_000.0), "2 s");
    let timeline = turns(100);
    let scale = Scale::new(&timeline, Axis::Clock);
    let screen = Screen { width: 800.0, view: View::whole(1000.0) };
    let words: Vec<String> = ticks(&scale, screen).into_iter().map(|it| it.text).collect();
    assert_eq!(&words[..3], ["0 µs", "200 µs", "400 µs"]);
}
