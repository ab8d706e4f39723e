//! Owns the picture of a recording: lanes as SVG, and what mouse, fingers and keys do with it.

use leptos::{ev, html, prelude::*, web_sys};
use vivarium_webhost::SourceLine;
use wasm_bindgen::{JsCast as _, closure::Closure};

use super::hand::Hand;
use crate::{
    recording::Recording,
    strings,
    timeline::{
        model::{ArrowKind, Kind, Lane},
        shape::{self, AXIS, ROW, Row, Screen},
    },
};

/// How many colors lanes take in turn.
const COLORS: u32 = 6;
/// Rows drawn above and below those that are visible.
const SPARE_ROWS: usize = 4;

/// The measures of the place that the picture is drawn in.
#[derive(Clone, Copy)]
pub(super) struct Place {
    scroller: NodeRef<html::Div>,
    pub(super) width: RwSignal<f64>,
    height: RwSignal<f64>,
    scrolled: RwSignal<f64>,
}

impl Place {
    fn new() -> Self {
        Self {
            scroller: NodeRef::new(),
            width: RwSignal::new(600.0),
            height: RwSignal::new(300.0),
            scrolled: RwSignal::new(0.0),
        }
    }

    fn measure(self, canvas: &web_sys::Element) {
        let width = f64::from(canvas.client_width());
        if width > 0.0 && self.width.try_get_untracked() != Some(width) {
            self.width.try_set(width);
        }
        if let Some(scroller) = self.scroller.try_get_untracked().flatten() {
            let height = f64::from(scroller.client_height());
            if self.height.try_get_untracked() != Some(height) {
                self.height.try_set(height);
            }
        }
    }

    pub(super) fn screen(self, recording: Recording) -> Screen {
        Screen { width: self.width.get(), view: recording.view.get() }
    }

    /// Which rows are visible.
    fn rows(self, count: usize) -> std::ops::Range<usize> {
        let (first, many) = (self.scrolled.get() / ROW, self.height.get() / ROW);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates, and the range is cut to what there is"
        )]
        let (first, many) = (first as usize, many as usize + 1);
        let begin = first.saturating_sub(SPARE_ROWS).min(count);
        begin..(first + many + SPARE_ROWS).min(count)
    }
}

/// The picture of a recording.
#[component]
pub fn Picture(
    /// What is drawn.
    recording: Recording,
    /// Goes to a line.
    on_line: Callback<(SourceLine, bool)>,
) -> impl IntoView {
    let place = Place::new();
    let canvas = NodeRef::<html::Div>::new();
    watch_size(canvas, place);
    let hand = Hand::new(recording, place, canvas);
    let rows = Memo::new(move |_| {
        recording.version.track();
        recording.with(|timeline, _| timeline.rows().len())
    });
    let label = move || {
        recording.version.track();
        recording.with(|timeline, _| {
            strings::timeline_label(timeline.rows().len(), timeline.marks().len())
        })
    };
    let go = move |_| go_to_line(recording, on_line);
    let height = move || shape::top(rows.get()) + 4.0;
    view! {
        <div
            class="timeline-scroller"
            tabindex="0"
            role="group"
            aria-label=label
            aria-description=strings::TIMELINE_HELP
            node_ref=place.scroller
            on:scroll=move |_| {
                if let Some(scroller) = place.scroller.get_untracked() {
                    place.scrolled.set(f64::from(scroller.scroll_top()));
                }
            }
            on:keydown=move |event| keys(recording, on_line, &event)
        >
            <div class="timeline-names" style:height=move || format!("{}px", height())>
                {move || names(recording, place)}
            </div>
            <div
                class="timeline-canvas"
                node_ref=canvas
                on:pointerdown=move |event| hand.down(&event)
                on:pointermove=move |event| hand.drag(&event)
                on:pointerup=move |event| hand.up(&event)
                on:pointercancel=move |event| hand.up(&event)
                on:wheel=move |event| hand.wheel(&event)
                on:click=move |event| hand.click(&event)
                on:dblclick=go
            >
                <svg class="timeline-picture" width="100%" height=height aria-hidden="true">
                    {move || axis(recording, place, height())}
                    {move || lanes(recording, place)}
                    {move || arrows(recording, place)}
                    {move || cursor(recording, place, height())}
                </svg>
            </div>
        </div>
    }
}

/// Follows the size of the picture.
fn watch_size(canvas: NodeRef<html::Div>, place: Place) {
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
        place.measure(&element);
        let watched = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || place.measure(&watched));
        let observer = web_sys::ResizeObserver::new(measure.as_ref().unchecked_ref());
        // Every browser that runs the rest has one.
        let Ok(observer) = observer else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local(Some((observer, measure)));
        on_cleanup(move || {
            if let Some((observer, _)) = kept.try_update_value(Option::take).flatten() {
                observer.disconnect();
            }
        });
    });
}

fn keys(recording: Recording, on_line: Callback<(SourceLine, bool)>, event: &ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => recording.pan(-0.2),
        "ArrowRight" => recording.pan(0.2),
        "+" | "=" => recording.zoom(1.6),
        "-" => recording.zoom(1.0 / 1.6),
        "0" => recording.fit(),
        "Home" => recording.pan(-1e9),
        "End" => recording.pan(1e9),
        "n" | "N" | "." => recording.step(true),
        "p" | "P" | "," => recording.step(false),
        "Enter" => go_to_line(recording, on_line),
        _ => return,
    }
    event.prevent_default();
}

fn go_to_line(recording: Recording, on_line: Callback<(SourceLine, bool)>) {
    if let Some(line) = untrack(|| recording.pointed_at()).and_then(|(_, mark)| mark.line) {
        on_line.run((line, true));
    }
}

fn color(lane: &Lane) -> String {
    format!("--lane: var(--lane-{})", lane.number % COLORS + 1)
}

fn names(recording: Recording, place: Place) -> impl IntoView {
    recording.version.track();
    let pointed = recording.pointed_at().map(|(_, mark)| mark.lane);
    recording.with(|timeline, _| {
        let rows = timeline.rows();
        place
            .rows(rows.len())
            .map(|row| {
                let lane = &timeline.lanes()[rows[row]];
                let class = match lane.kind {
                    Kind::Process => "timeline-name is-process",
                    Kind::Thread => "timeline-name",
                    Kind::Task => "timeline-name is-task",
                };
                let style = format!("top: {}px; {}", shape::top(row), color(lane));
                let title = format!("{}, {}", lane.name, strings::lane_kind(lane.kind));
                view! {
                    <div class=class style=style title=title class:is-pointed=pointed == Some(rows[row])>
                        <span class="timeline-swatch"></span>
                        <span class="timeline-name-text">{lane.name.clone()}</span>
                    </div>
                }
            })
            .collect_view()
    })
}

fn axis(recording: Recording, place: Place, height: f64) -> impl IntoView {
    recording.version.track();
    let screen = place.screen(recording);
    let ticks = recording.with(|_, scale| shape::ticks(scale, screen));
    ticks
        .into_iter()
        .map(|tick| {
            view! {
                <line class="axis-line" x1=tick.x x2=tick.x y1=AXIS - 5.0 y2=height></line>
                <text class="axis-word" x=tick.x + 4.0 y=AXIS - 8.0>{tick.text}</text>
            }
        })
        .collect_view()
}

fn lanes(recording: Recording, place: Place) -> impl IntoView {
    recording.version.track();
    let screen = place.screen(recording);
    let is_over = recording.is_over.get();
    recording.with(|timeline, scale| {
        let rows = timeline.rows();
        place
            .rows(rows.len())
            .map(|index| {
                let id = rows[index];
                let lane = &timeline.lanes()[id];
                let row = shape::row(lane, id, timeline, scale, screen, is_over);
                draw_row(row, color(lane), index, screen.width)
            })
            .collect_view()
    })
}

fn draw_row(row: Row, color: String, index: usize, width: f64) -> impl IntoView {
    let words = row
        .words
        .into_iter()
        .map(|word| view! { <text class="lane-word" x=word.x y="12">{word.text}</text> })
        .collect_view();
    view! {
        <g transform=format!("translate(0 {})", shape::top(index)) style=color>
            <line class="lane-base" x1="0" x2=width y1=ROW y2=ROW></line>
            <path class="lane-blocked" d=row.blocked></path>
            <path class="lane-stuck" d=row.stuck></path>
            <path class="lane-ready" d=row.ready></path>
            <path class="lane-running" d=row.running></path>
            {words}
        </g>
    }
}

fn arrows(recording: Recording, place: Place) -> impl IntoView {
    recording.version.track();
    let screen = place.screen(recording);
    let lines = recording.with(|timeline, scale| shape::arrows(timeline, scale, screen));
    lines
        .into_iter()
        .map(|line| {
            let class = match line.kind {
                ArrowKind::Start => "arrow arrow-start",
                ArrowKind::Wake => "arrow arrow-wake",
                ArrowKind::Message => "arrow arrow-message",
                ArrowKind::Signal => "arrow arrow-signal",
            };
            view! { <path class=class d=line.path></path> }
        })
        .collect_view()
}

fn cursor(recording: Recording, place: Place, height: f64) -> Option<impl IntoView> {
    let (_, mark) = recording.pointed_at()?;
    let screen = place.screen(recording);
    let (x, row) = recording.with(|timeline, scale| {
        let row = timeline.rows().iter().position(|lane| *lane == mark.lane);
        (screen.x(scale.place(mark.at)), row)
    });
    let spot = row.map(|row| {
        view! { <circle class="cursor-spot" cx=x cy=shape::top(row) + ROW / 2.0 r="5.500"></circle> }
    });
    Some(view! {
        <line class="cursor-line" x1=x x2=x y1="2" y2=height></line>
        {spot}
    })
}
