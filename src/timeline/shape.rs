//! Owns how a timeline is drawn, as SVG paths: one for each lane and state, whatever the number of
//! events, made of what is visible and merged to the pixel. So the document stays small, colors
//! and patterns are the style sheet's, and ten thousand events cost what the pixels cost.

use std::fmt::Write as _;

use super::{
    model::{ArrowKind, Lane, LaneId, State, Timeline},
    scale::{Axis, Scale, View},
};

/// Height of a lane in pixels.
pub const ROW: f64 = 30.0;
/// Height of the axis above the lanes.
pub const AXIS: f64 = 22.0;
/// At most so many arrows and words are drawn: more could not be told apart.
const MOST: usize = 300;
/// A word needs so many pixels for each of its letters.
const LETTER: f64 = 6.3;

/// What is drawn of one lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The lane.
    pub lane: LaneId,
    /// Where it runs: tall blocks.
    pub running: String,
    /// Where it could run: lower, dashed.
    pub ready: String,
    /// Where it waits: a thin line between two stops.
    pub blocked: String,
    /// Where it waits and nothing came any more.
    pub stuck: String,
    /// What it waits for, with place and room.
    pub words: Vec<Word>,
}

/// A word on the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Its left edge.
    pub x: f64,
    /// The word.
    pub text: String,
}

/// An arrow from lane to lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The path.
    pub path: String,
    /// Why it is there.
    pub kind: ArrowKind,
}

/// The screen that a view is drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// Its width in pixels.
    pub width: f64,
    /// What is seen of the timeline.
    pub view: View,
}

impl Screen {
    /// Returns the pixel of a place.
    pub fn x(&self, place: f64) -> f64 {
        (place - self.view.from) / self.view.span * self.width
    }

    /// Returns the place of a pixel.
    pub fn place(&self, x: f64) -> f64 {
        self.view.from + x / self.width * self.view.span
    }
}

/// Returns the top of the row at this index.
#[expect(clippy::cast_precision_loss, reason = "there are few rows")]
pub fn top(row: usize) -> f64 {
    AXIS + row as f64 * ROW
}

/// A stretch of equal state in pixels.
struct Stretch<'a> {
    from: f64,
    to: f64,
    state: &'a State,
    is_open: bool,
}

/// Draws one lane.
pub fn row(
    lane: &Lane,
    id: LaneId,
    timeline: &Timeline,
    scale: &Scale,
    screen: Screen,
    has_ended: bool,
) -> Row {
    let mut row = Row { lane: id, ..Row::default() };
    let mut last: Option<Stretch<'_>> = None;
    // Segments follow each other, so the first that is visible can be looked up.
    let left = scale.moment(screen.view.from);
    let first = lane.segments.partition_point(|it| it.to.is_some_and(|to| to < left));
    for segment in &lane.segments[first..] {
        let from = screen.x(scale.place(segment.from));
        if from > screen.width {
            break;
        }
        let end = segment.to.unwrap_or(timeline.end());
        let to = screen.x(scale.place(end)).max(from);
        let is_open = segment.is_cut || segment.to.is_none() && has_ended;
        let next = Stretch { from: from.max(-2.0), to, state: &segment.state, is_open };
        last = Some(match last {
            Some(before) => merge(before, next, &mut row),
            None => next,
        });
    }
    if let Some(stretch) = last {
        put(&mut row, &stretch, screen.width);
    }
    row
}

/// What is narrower than a pixel goes into what is beside it; of two, that which runs is seen.
fn merge<'a>(before: Stretch<'a>, next: Stretch<'a>, row: &mut Row) -> Stretch<'a> {
    const THIN: f64 = 0.7;
    let are_equal = before.state == next.state && !before.is_open;
    let is_thin = before.to - before.from < THIN;
    if are_equal || (is_thin && next.to - before.from < 2.0 * THIN) {
        let state = if *before.state == State::Running { before.state } else { next.state };
        return Stretch { from: before.from, to: next.to, state, is_open: next.is_open };
    }
    put(row, &before, f64::MAX);
    next
}

fn put(row: &mut Row, stretch: &Stretch<'_>, width: f64) {
    let from = stretch.from;
    let to = stretch.to.min(width + 2.0).max(from + 0.8);
    let path = match stretch.state {
        State::Running => &mut row.running,
        State::Ready => &mut row.ready,
        State::Blocked { .. } if stretch.is_open => &mut row.stuck,
        State::Blocked { .. } => &mut row.blocked,
    };
    // Writing to a string cannot fail.
    let _ = match stretch.state {
        State::Running => write!(path, "M{from:.1} 6H{to:.1}V24H{from:.1}z"),
        State::Ready => write!(path, "M{from:.1} 10H{to:.1}V20H{from:.1}z"),
        State::Blocked { .. } => {
            write!(path, "M{from:.1} 11V19M{from:.1} 15H{to:.1}M{to:.1} 11V19")
        }
    };
    if let State::Blocked { on } = stretch.state
        && row.words.len() < MOST
    {
        let (left, right) = (from.max(0.0), to.min(width));
        if letters(on) * LETTER + 14.0 < right - left {
            row.words.push(Word { x: left + 7.0, text: on.clone() });
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn letters(word: &str) -> f64 {
    word.chars().count() as f64
}

/// Draws the arrows between rows that are visible.
pub fn arrows(timeline: &Timeline, scale: &Scale, screen: Screen) -> Vec<Line> {
    let (left, right) =
        (scale.moment(screen.view.from), scale.moment(screen.view.from + screen.view.span));
    let arrows = timeline.arrows();
    let first = arrows.partition_point(|arrow| arrow.at < left);
    let visible = arrows[first..].iter().take_while(|arrow| arrow.at <= right);
    let rows = timeline.rows();
    let row_of = |lane| rows.iter().position(|id| *id == lane);
    let (mut lines, mut last) = (Vec::new(), f64::MIN);
    for arrow in visible {
        let x = screen.x(scale.place(arrow.at));
        let (Some(from), Some(to)) = (row_of(arrow.from), row_of(arrow.to)) else { continue };
        // Of several on one pixel one is enough.
        if from == to || x - last < 2.0 || lines.len() >= MOST {
            continue;
        }
        last = x;
        let (from, to) = (top(from) + ROW / 2.0, top(to) + ROW / 2.0);
        let way = if to > from { -1.0 } else { 1.0 };
        let tip = to + way * 9.0;
        let path = format!(
            "M{x:.1} {from:.1}V{tip:.1}M{:.1} {:.1}L{x:.1} {tip:.1}L{:.1} {:.1}",
            x - 3.5,
            tip + way * 5.0,
            x + 3.5,
            tip + way * 5.0
        );
        lines.push(Line { path, kind: arrow.kind });
    }
    lines
}

/// Returns where the axis has its lines, and what stands there.
pub fn ticks(scale: &Scale, screen: Screen) -> Vec<Word> {
    let wanted = (screen.width / 110.0).max(2.0);
    let mut step = nice(screen.view.span / wanted);
    if scale.axis() == Axis::Events {
        step = step.max(1.0);
    }
    let mut place = (screen.view.from / step).ceil() * step;
    let mut ticks = Vec::new();
    while place <= screen.view.from + screen.view.span && ticks.len() < 60 {
        let text = match scale.axis() {
            Axis::Clock => time(place, step),
            Axis::Events => format!("{place:.0}"),
        };
        ticks.push(Word { x: screen.x(place), text });
        place += step;
    }
    ticks
}

/// The next of 1, 2, 5, 10, 20, ... above.
fn nice(step: f64) -> f64 {
    let power = 10_f64.powf(step.max(1e-6).log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|it| it * power >= step).unwrap_or(10.0);
    factor * power
}

/// Writes microseconds in a unit that suits `step`.
pub fn time(us: f64, step: f64) -> String {
    let (unit, name) = match us.abs().max(step) {
        size if size >= 1e6 => (1e6, "s"),
        size if size >= 1e3 => (1e3, "ms"),
        _ => (1.0, "µs"),
    };
    let part = step / unit;
    let digits = [1.0, 0.1, 0.01, 0.001].iter().position(|size| part >= *size * 0.999).unwrap_or(4);
    format!("{:.digits$} {name}", us / unit)
}

#[cfg(test)]
mod tests;
