//! English: the timeline, stepping through it, and the search for a schedule that fails.

use vivarium_webhost::SourceLine;

use crate::timeline::{
    explore::{Failure, Found},
    model::{Kind, What},
    shape,
};

pub const TIMELINE: &str = "Timeline";
pub const TIMELINE_EMPTY: &str = "Run a program with threads, tasks or processes. Who runs, who waits, and who lets whom go on is drawn here.";
pub const TIMELINE_HELP: &str = "Arrow keys move the view, plus and minus magnify, 0 shows everything. \
     N and P point at the next and the previous event, Enter goes to its line.";
pub const TIMELINE_TOOLS: &str = "Timeline tools";
pub const PREVIOUS_EVENT: &str = "Previous event";
pub const NEXT_EVENT: &str = "Next event";
pub const ZOOM_IN: &str = "Magnify";
pub const ZOOM_OUT: &str = "Make smaller";
pub const SHOW_ALL: &str = "Show everything";
pub const AXIS_CLOCK: &str = "Time";
pub const AXIS_EVENTS: &str = "Steps";
pub const AXIS_NAME: &str = "What the axis counts";
pub const AS_TABLE: &str = "Table";
pub const LEGEND_RUNS: &str = "runs";
pub const LEGEND_READY: &str = "could run";
pub const LEGEND_WAITS: &str = "waits";
pub const LEGEND_STUCK: &str = "never woken";
pub const COLUMN_EVENT: &str = "Event";
pub const COLUMN_TIME: &str = "Time";
pub const COLUMN_WHO: &str = "Who";
pub const COLUMN_WHAT: &str = "What";
pub const COLUMN_LINE: &str = "Line";
pub const EARLIER_EVENTS: &str = "Earlier";
pub const LATER_EVENTS: &str = "Later";
pub const POINT_AT_ONE: &str = "Click an event, or press N to begin with the first.";
pub const EXPLORE: &str = "Explore schedules";
pub const EXPLORE_LONG: &str =
    "Runs the program under 50 schedules and stops at the first that makes it fail.";
pub const EXPLORE_STOP: &str = "Stop exploring";
pub const EXPLORE_CUTTING: &str = "Found one. Leaving out every switch that it does not need…";
pub const REPLAY: &str = "Replay";
pub const REPLAY_LONG: &str =
    "Runs the program again with the same seed: the same schedule, switch by switch.";
pub const RUN_THIS: &str = "Run this schedule";
pub const EXPLORE_NO_BLOCKING: &str =
    "This browser cannot pause a program, so there are no schedules to explore.";

/// How far the search is.
pub fn exploring(done: u32, all: u32) -> String {
    format!("Schedule {} of {all}…", done + 1)
}

/// What the search came to when nothing failed.
pub fn explored(all: u32, variants: usize, endless: u32) -> String {
    let printed = match variants {
        0 | 1 => ".".to_owned(),
        several => format!(", but it printed {several} different things."),
    };
    let endless = match endless {
        0 => String::new(),
        1 => " One did not end in time.".to_owned(),
        several => format!(" {several} did not end in time."),
    };
    format!("No schedule of {all} makes it fail{printed}{endless}")
}

/// One of several outputs.
pub fn variant(count: u32, seed: u32) -> String {
    let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
    format!("{times}, first with seed {seed}")
}

/// The schedule that was found.
pub fn found(found: &Found) -> String {
    let how = match &found.failure {
        Failure::Deadlock => "it deadlocks".to_owned(),
        Failure::Raised(line) => format!("it ends with {line}"),
        Failure::Status(status) => format!("it ends with status {status}"),
    };
    let switches = |count: usize| match count {
        0 => "no switch but where a thread waits".to_owned(),
        1 => "a single switch".to_owned(),
        several => format!("{several} switches"),
    };
    match &found.schedule {
        Some(points) if points.len() < found.drawn => {
            let needed = match points.len() {
                0 => "none is needed".to_owned(),
                1 => "one is enough".to_owned(),
                several => format!("{several} are enough"),
            };
            format!("With seed {} {how}. Of its {} switches {needed}:", found.seed, found.drawn)
        }
        _ => format!("With seed {} {how}, after {}:", found.seed, switches(found.drawn)),
    }
}

/// What kind of lane it is, for a screen reader.
pub fn lane_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Process => "process",
        Kind::Thread => "thread",
        Kind::Task => "task",
    }
}

/// What somebody waits for.
pub fn waits_for(on: &str) -> String {
    match on {
        "lock" => "waits for a lock".to_owned(),
        "condition" => "waits for a condition".to_owned(),
        "event" => "waits for an event".to_owned(),
        "semaphore" => "waits for a semaphore".to_owned(),
        "barrier" => "waits at a barrier".to_owned(),
        "queue" => "waits for a queue".to_owned(),
        "join" => "waits for another to end".to_owned(),
        "future" => "waits for a result".to_owned(),
        "start" => "waits for a thread to start".to_owned(),
        "work" => "waits for work".to_owned(),
        "sleep" => "sleeps".to_owned(),
        "read" | "input" => "waits for input".to_owned(),
        "turn" => "lets others run".to_owned(),
        "process" => "waits for a process".to_owned(),
        other => format!("waits: {other}"),
    }
}

/// One event in words; `other` is who else took part.
pub fn event(what: &What, other: Option<&str>) -> String {
    match (what, other) {
        (What::Started(_), Some(by)) => format!("is started by {by}"),
        (What::Started(_), None) => "starts".to_owned(),
        (What::Running, _) => "runs".to_owned(),
        (What::Ready(_), Some(by)) => format!("can go on: {by} woke it"),
        (What::Ready(_), None) => "could run, but another one does".to_owned(),
        (What::Blocked(on), _) => waits_for(on),
        (What::Signaled(signal), _) => format!("gets {signal}"),
        (What::Ended(Some(how)), _) => format!("ends: {how}"),
        (What::Ended(None), _) => "ends".to_owned(),
    }
}

/// `Event 3 of 20`
pub fn event_number(number: usize, all: usize) -> String {
    format!("{number} of {all}")
}

/// When something happened.
pub fn moment(us: f64) -> String {
    shape::time(
        us,
        if us >= 1e6 {
            1000.0
        } else if us >= 1e3 {
            10.0
        } else {
            1.0
        },
    )
}

/// `main.py:14`
pub fn place(line: &SourceLine) -> String {
    let file = line.file.strip_prefix("/home/learner/").unwrap_or(&line.file);
    format!("{file}:{}", line.line)
}

/// Events that were left out.
pub fn events_dropped(count: u32) -> String {
    format!("{count} more events are not shown.")
}

/// What the picture holds, for a screen reader.
pub fn timeline_label(lanes: usize, events: usize) -> String {
    format!("Timeline: {lanes} lanes, {events} events")
}

/// The seed of a run.
pub fn of_seed(seed: u32) -> String {
    format!("seed {seed}")
}
