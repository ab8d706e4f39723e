//! Owns the recording of one place where programs run: what its timeline holds, which part of it
//! is looked at, and which event is pointed at; as signals.

use std::time::Duration;

use leptos::prelude::*;
use vivarium_webhost::{Mode, Traced};

use crate::{
    python::Throttle,
    timeline::{
        model::{LaneId, Mark, Timeline},
        scale::{Axis, Scale, View},
    },
};

/// The timeline of the last run.
#[derive(Clone, Copy)]
pub struct Recording {
    timeline: StoredValue<Timeline>,
    scale: StoredValue<Scale>,
    /// What was heard and is not drawn yet.
    heard: StoredValue<Vec<Traced>>,
    drawing: Throttle,
    /// Changes when there is something new to draw.
    pub version: RwSignal<u32>,
    /// Whether there is more to see than one thread.
    pub is_worth_showing: RwSignal<bool>,
    /// The run is over.
    pub is_over: RwSignal<bool>,
    /// The seed of the run, if it has one.
    pub seed: RwSignal<Option<u32>>,
    /// What the horizontal axis counts.
    pub axis: RwSignal<Axis>,
    /// What is looked at.
    pub view: RwSignal<View>,
    /// The event that is pointed at.
    pub cursor: RwSignal<Option<usize>>,
}

impl Recording {
    /// Makes an empty recording.
    pub fn new() -> Self {
        Self {
            timeline: StoredValue::new(Timeline::default()),
            scale: StoredValue::new(Scale::default()),
            heard: StoredValue::new(Vec::new()),
            drawing: Throttle::new(Duration::from_millis(120)),
            version: RwSignal::new(0),
            is_worth_showing: RwSignal::new(false),
            is_over: RwSignal::new(false),
            seed: RwSignal::new(None),
            axis: RwSignal::new(Axis::Clock),
            view: RwSignal::new(View::default()),
            cursor: RwSignal::new(None),
        }
    }

    /// A run begins.
    pub fn begin(self, mode: Mode) {
        self.timeline.set_value(Timeline::default());
        self.heard.set_value(Vec::new());
        let seed = match mode {
            Mode::Live => None,
            Mode::Lockstep { seed, .. } => Some(seed.0),
        };
        self.seed.set(seed);
        // A virtual clock jumps from sleep to sleep; what is worth seeing lies between.
        self.axis.set(if seed.is_some() { Axis::Events } else { Axis::Clock });
        self.cursor.set(None);
        self.is_over.set(false);
        self.is_worth_showing.set(false);
        self.view.set(View::default());
        self.refresh();
    }

    /// Something was heard of the run.
    pub fn hear(self, piece: Traced) {
        if self.heard.try_update_value(|heard| heard.push(piece)).is_some() {
            self.drawing.ask(move || self.take_in());
        }
    }

    /// The run is over.
    pub fn end(self) {
        self.take_in();
        self.is_over.try_set(true);
    }

    /// Shows a run that is over already.
    pub fn show(self, seed: u32, pieces: Vec<Traced>) {
        let mode = Mode::Lockstep { seed: vivarium_webhost::Seed(seed), budget: None };
        self.begin(mode);
        self.heard.set_value(pieces);
        self.end();
    }

    fn take_in(self) {
        let Some(heard) = self.heard.try_update_value(std::mem::take) else { return };
        if heard.is_empty() {
            return;
        }
        self.timeline.update_value(|timeline| timeline.add(heard));
        self.refresh();
    }

    /// Measures the timeline anew.
    fn refresh(self) {
        let axis = self.axis.get_untracked();
        let scale = self.timeline.with_value(|timeline| Scale::new(timeline, axis));
        let length = scale.length();
        self.scale.set_value(scale);
        self.view.update(|view| *view = view.fitted(length));
        let is_worth_showing = self.timeline.with_value(Timeline::is_worth_showing);
        if self.is_worth_showing.get_untracked() != is_worth_showing {
            self.is_worth_showing.set(is_worth_showing);
        }
        self.version.update(|version| *version = version.wrapping_add(1));
    }

    /// Counts something else on the horizontal axis.
    pub fn set_axis(self, axis: Axis) {
        self.axis.set(axis);
        self.view.set(View::default());
        self.refresh();
        self.reveal();
    }

    /// Lends the timeline and its scale.
    pub fn with<R>(self, look: impl FnOnce(&Timeline, &Scale) -> R) -> R {
        self.timeline.with_value(|timeline| self.scale.with_value(|scale| look(timeline, scale)))
    }

    /// Returns the event that is pointed at.
    pub fn pointed_at(self) -> Option<(usize, Mark)> {
        let index = self.cursor.get()?;
        self.version.track();
        self.timeline.with_value(|timeline| Some((index, timeline.marks().get(index)?.clone())))
    }

    /// Points at the next event, or at the one before.
    pub fn step(self, forward: bool) {
        let count = self.timeline.with_value(|timeline| timeline.marks().len());
        let Some(last) = count.checked_sub(1) else { return };
        let next = match (self.cursor.get_untracked(), forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        };
        self.point_at(next);
    }

    /// Points at an event.
    pub fn point_at(self, index: usize) {
        self.cursor.set(Some(index));
        self.reveal();
    }

    /// Points at what a lane was doing at a place of the scale.
    pub fn point_into(self, lane: LaneId, place: f64) {
        let found = self.with(|timeline, scale| {
            let moment = scale.moment(place);
            let marks = timeline.marks();
            let after = marks.partition_point(|mark| mark.at <= moment);
            let before = marks[..after].iter().rposition(|mark| mark.lane == lane);
            before.or_else(|| {
                marks[after..].iter().position(|it| it.lane == lane).map(|it| it + after)
            })
        });
        if let Some(index) = found {
            self.point_at(index);
        }
    }

    /// Moves the view so that the event pointed at is in it.
    fn reveal(self) {
        let Some(index) = self.cursor.get_untracked() else { return };
        let next = self.with(|timeline, scale| {
            let mark = timeline.marks().get(index)?;
            let view = self.view.get_untracked();
            Some(view.showing(scale.place(mark.at), scale.length()))
        });
        if let Some(next) = next.filter(|next| *next != self.view.get_untracked()) {
            self.view.set(next);
        }
    }

    /// Magnifies; around the event pointed at if it is visible, else around the middle.
    pub fn zoom(self, factor: f64) {
        let view = self.view.get_untracked();
        let pointed = self.cursor.get_untracked().and_then(|index| {
            self.with(|timeline, scale| Some(scale.place(timeline.marks().get(index)?.at)))
        });
        let visible = pointed.filter(|it| (view.from..=view.from + view.span).contains(it));
        self.zoom_around(visible.unwrap_or(view.from + view.span / 2.0), factor);
    }

    /// Magnifies around a place.
    pub fn zoom_around(self, place: f64, factor: f64) {
        let length = self.scale.with_value(Scale::length);
        self.view.update(|view| *view = view.zoomed(place, factor, length));
    }

    /// Moves the view by a share of what is visible.
    pub fn pan(self, share: f64) {
        let length = self.scale.with_value(Scale::length);
        self.view.update(|view| *view = view.moved(share, length));
    }

    /// Shows everything.
    pub fn fit(self) {
        self.view.set(View::whole(self.scale.with_value(Scale::length)));
    }
}

impl Default for Recording {
    fn default() -> Self {
        Self::new()
    }
}
