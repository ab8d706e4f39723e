//! Owns which part of a timeline is looked at, and where a moment is on the screen. Two scales:
//! by the clock, and by events, in which each moment at which something happens takes the same
//! room, so that a race of microseconds between two sleeps of seconds can be seen.

use super::model::Timeline;

/// What the horizontal axis counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// Time.
    #[default]
    Clock,
    /// Moments at which something happens.
    Events,
}

/// How moments become places: numbers that grow with time, from 0 to [`Scale::length`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    axis: Axis,
    /// For [`Axis::Events`]: the moments, in order, each once.
    moments: Vec<f64>,
    length: f64,
}

impl Scale {
    /// Makes the scale of a timeline.
    pub fn new(timeline: &Timeline, axis: Axis) -> Self {
        let mut moments = Vec::new();
        if axis == Axis::Events {
            for mark in timeline.marks() {
                if moments.last().is_none_or(|last| mark.at > *last) {
                    moments.push(mark.at);
                }
            }
        }
        let length = match axis {
            Axis::Clock => timeline.end().max(1.0),
            Axis::Events => whole(moments.len()).max(1.0),
        };
        Self { axis, moments, length }
    }

    /// Returns what the axis counts.
    pub fn axis(&self) -> Axis {
        self.axis
    }

    /// Returns the place of the end.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// Returns the place of a moment.
    pub fn place(&self, at: f64) -> f64 {
        if self.axis == Axis::Clock {
            return at;
        }
        let after = self.moments.partition_point(|moment| *moment <= at);
        let Some(before) = after.checked_sub(1) else { return 0.0 };
        let (from, next) = (self.moments[before], self.moments.get(after));
        let part = next.map_or(0.0, |next| (at - from) / (next - from));
        whole(before) + part
    }

    /// Returns the moment at a place.
    pub fn moment(&self, place: f64) -> f64 {
        if self.axis == Axis::Clock {
            return place;
        }
        let Some(last) = self.moments.last() else { return 0.0 };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates, and the index is looked up"
        )]
        let index = place as usize;
        match (self.moments.get(index), self.moments.get(index + 1)) {
            (Some(from), Some(next)) => from + (next - from) * place.fract(),
            _ => *last,
        }
    }
}

/// The part that is looked at, in places of a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The place at the left edge.
    pub from: f64,
    /// How much is visible.
    pub span: f64,
    /// It shows everything, also what comes later.
    pub is_whole: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { from: 0.0, span: 1.0, is_whole: true }
    }
}

impl View {
    /// Returns the view of everything, with a little room at the end.
    #[must_use]
    pub fn whole(length: f64) -> Self {
        Self { from: 0.0, span: length * 1.02, is_whole: true }
    }

    /// Follows a timeline that has grown.
    #[must_use]
    pub fn fitted(self, length: f64) -> Self {
        if self.is_whole { Self::whole(length) } else { self }
    }

    /// Magnifies by `factor` around a place, which stays where it is.
    #[must_use]
    pub fn zoomed(self, around: f64, factor: f64, length: f64) -> Self {
        let smallest = length / 100_000.0;
        let span = (self.span / factor).clamp(smallest, length * 1.02);
        let share = (around - self.from) / self.span;
        Self { from: around - share * span, span, is_whole: false }.held(length)
    }

    /// Moves by a share of what is visible.
    #[must_use]
    pub fn moved(self, share: f64, length: f64) -> Self {
        Self { from: self.from + share * self.span, is_whole: false, ..self }.held(length)
    }

    /// Moves, if need be, so that a place is visible.
    #[must_use]
    pub fn showing(self, place: f64, length: f64) -> Self {
        let margin = self.span * 0.08;
        let from = if place < self.from + margin {
            place - margin
        } else if place > self.from + self.span - margin {
            place + margin - self.span
        } else {
            return self;
        };
        Self { from, is_whole: false, ..self }.held(length)
    }

    /// Keeps the view where there is something to see.
    fn held(self, length: f64) -> Self {
        let last = (length * 1.02 - self.span).max(0.0);
        let from = self.from.clamp(0.0, last);
        let is_whole = self.span >= length * 1.019;
        Self { from, is_whole, ..self }
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are at most some thousands")]
fn whole(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use vivarium_webhost::{ThreadStep, TraceEvent, Traced};

    use super::{Axis, Scale, View};
    use crate::timeline::model::Timeline;

    fn three_moments() -> Timeline {
        let event =
            |at_us: f64| TraceEvent { at_us, thread: 0, step: ThreadStep::Running, line: None };
        let events = [5.0, 5.0, 6.0, 1_000_005.0].map(event).to_vec();
        let mut timeline = Timeline::default();
        timeline.add([Traced::Threads { pid: 1, events, dropped: 0, points: Vec::new() }]);
        timeline
    }

    #[test]
    fn by_events_each_moment_takes_the_same_room() {
        let scale = Scale::new(&three_moments(), Axis::Events);
        for (at, place) in [(0.0, 0.0), (1.0, 1.0), (1_000_000.0, 2.0)] {
            assert!((scale.place(at) - place).abs() < 1e-9);
        }
        assert!((scale.length() - 3.0).abs() < 1e-9);
        for place in [0.0, 0.5, 1.25, 2.0] {
            assert!((scale.place(scale.moment(place)) - place).abs() < 1e-9);
        }
    }

    #[test]
    fn what_is_magnified_around_stays_where_it_is() {
        let view = View::whole(1000.0).zoomed(300.0, 4.0, 1000.0);
        assert!(((300.0 - view.from) / view.span - 300.0 / 1020.0).abs() < 1e-9);
        assert!(!view.is_whole);
        assert!(view.zoomed(300.0, 0.01, 1000.0).is_whole, "and back to everything");
    }

    #[test]
    fn a_view_never_leaves_the_timeline() {
        let view = View::whole(1000.0).zoomed(0.0, 10.0, 1000.0);
        assert!(view.moved(-5.0, 1000.0).from.abs() < 1e-9);
        let far = view.moved(500.0, 1000.0);
        assert!((far.from + far.span - 1020.0).abs() < 1e-6);
        let shown = far.showing(10.0, 1000.0);
        assert!(shown.from <= 10.0 && shown.from + shown.span >= 10.0);
    }

    #[test]
    fn a_view_of_everything_grows_with_it() {
        assert!((View::default().fitted(50.0).span - 51.0).abs() < 1e-9);
        let part = View { from: 1.0, span: 2.0, is_whole: false };
        assert_eq!(part.fitted(50.0), part);
    }
}
