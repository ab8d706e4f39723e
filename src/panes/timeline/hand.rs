//! Owns what mouse and fingers do with the picture: drag, pinch, wheel, and the choice of an event.

use std::collections::BTreeMap;

use leptos::{ev, html, prelude::*, web_sys};

use super::picture::Place;
use crate::{
    recording::Recording,
    timeline::shape::{AXIS, ROW, Screen},
};

/// A finger that moved less has tapped.
const TAP: f64 = 6.0;

/// Everything that points at one picture.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    recording: Recording,
    place: Place,
    canvas: NodeRef<html::Div>,
    /// Where each finger is.
    fingers: StoredValue<BTreeMap<i32, (f64, f64)>>,
    /// How far the last one has moved.
    moved: StoredValue<f64>,
}

impl Hand {
    pub(super) fn new(recording: Recording, place: Place, canvas: NodeRef<html::Div>) -> Self {
        let fingers = StoredValue::new(BTreeMap::new());
        Self { recording, place, canvas, fingers, moved: StoredValue::new(0.0) }
    }

    fn local(self, event: &web_sys::MouseEvent) -> Option<(f64, f64)> {
        let bounds = self.canvas.get_untracked()?.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        Some((x - bounds.left(), y - bounds.top()))
    }

    fn screen(self) -> Screen {
        untrack(|| self.place.screen(self.recording))
    }

    pub(super) fn down(self, event: &ev::PointerEvent) {
        let Some(at) = self.local(event) else { return };
        self.fingers.update_value(|all| {
            all.insert(event.pointer_id(), at);
        });
        self.moved.set_value(0.0);
    }

    pub(super) fn drag(self, event: &ev::PointerEvent) {
        let Some(at) = self.local(event) else { return };
        let before = self.fingers.get_value();
        let id = event.pointer_id();
        let Some(from) = before.get(&id) else { return };
        self.fingers.update_value(|all| {
            all.insert(id, at);
        });
        self.moved.update_value(|sum| *sum += (at.0 - from.0).abs());
        if self.moved.get_value() > TAP
            && let Some(element) = self.canvas.get_untracked()
        {
            // The finger may leave the picture from here on; without, it is only less smooth.
            let _ = element.set_pointer_capture(id);
        }
        let other = before.iter().find(|(other, _)| **other != id).map(|(_, at)| *at);
        match other {
            Some(other) => {
                let (old, new) = ((from.0 - other.0).abs(), (at.0 - other.0).abs());
                let middle = self.screen().place(f64::midpoint(at.0, other.0));
                let factor = (new.max(8.0) / old.max(8.0)).clamp(0.5, 2.0);
                self.recording.zoom_around(middle, factor);
            }
            None => self.recording.pan((from.0 - at.0) / self.place.width.get_untracked()),
        }
    }

    pub(super) fn up(self, event: &ev::PointerEvent) {
        self.fingers.update_value(|all| {
            all.remove(&event.pointer_id());
        });
    }

    /// Points at what the lane under the mouse was doing there.
    pub(super) fn click(self, event: &ev::MouseEvent) {
        if self.moved.get_value() > TAP {
            return;
        }
        let Some((x, y)) = self.local(event) else { return };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates, and the row is looked up"
        )]
        let row = ((y - AXIS).max(0.0) / ROW) as usize;
        let lane = self.recording.with(|timeline, _| timeline.rows().get(row).copied());
        if let Some(lane) = lane {
            self.recording.point_into(lane, self.screen().place(x));
        }
    }

    /// With Ctrl (and so with two fingers on a pad) it magnifies, sideways it moves; else the page
    /// scrolls as ever.
    pub(super) fn wheel(self, event: &ev::WheelEvent) {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            if let Some((x, _)) = self.local(event) {
                let factor = (-event.delta_y() / 300.0).exp2().clamp(0.5, 2.0);
                self.recording.zoom_around(self.screen().place(x), factor);
            }
            return;
        }
        let sideways = if event.shift_key() { event.delta_y() } else { event.delta_x() };
        if event.shift_key() || sideways.abs() > event.delta_y().abs() {
            event.prevent_default();
            self.recording.pan(sideways / self.place.width.get_untracked());
        }
    }
}
