//! Owns the picture of a step: frames, objects and arrows as SVG.

use leptos::{html, prelude::*, web_sys};
use wasm_bindgen::{JsCast as _, closure::Closure};

use super::{player::Shown, stepper::Stepper};
use crate::{
    steps::{
        changes::Changes,
        layout::{Arrow, Layout, Owner, Placed},
        shape::{Cell, CellKind, HEAD, Limits},
        trace::{Plain, Step},
    },
    strings,
};

/// The picture.
#[component]
pub fn PictureView(
    /// What is stepped through.
    stepper: Stepper,
    /// The step.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let limits = RwSignal::new(Limits::default());
    measure(place, limits);
    let layout = Memo::new(move |_| {
        let trace = stepper.trace.get();
        trace.map(|trace| Layout::new(&trace, limits.get())).unwrap_or_default()
    });
    let picture = move || {
        let shown = shown.get()?;
        let step = shown.step()?;
        let picture = layout.with(|it| it.picture(&shown.trace, shown.at));
        let changes = shown.changes.clone();
        let counts = stepper.counts.get();
        let top = picture.frames.len().saturating_sub(1);
        let frames = picture
            .frames
            .iter()
            .enumerate()
            .map(|(at, placed)| frame(placed, at, at == top, step, &changes))
            .collect_view();
        let objects = picture
            .objects
            .iter()
            .map(|(number, placed)| {
                let count = counts.then(|| step.references_to(*number));
                object(placed, *number, count, step, &changes)
            })
            .collect_view();
        let arrows = picture.arrows.iter().map(|it| arrow(it, step, &changes)).collect_view();
        let (width, height) = (picture.width.ceil(), picture.height.ceil());
        Some(view! {
            <svg
                class="steps-svg"
                width=width.to_string()
                height=height.to_string()
                viewBox=format!("0 0 {width} {height}")
                role="img"
                aria-label=strings::STEPS_PICTURE
            >
                {frames}
                {objects}
                <g class="steps-arrows">{arrows}</g>
            </svg>
        })
    };
    view! {
        <div class="steps-picture" tabindex="0" role="group" aria-label=strings::STEPS_SCROLL node_ref=place>
            {picture}
        </div>
    }
}

/// Keeps the limits of the picture in step with its place's width.
fn measure(place: NodeRef<html::Div>, limits: RwSignal<Limits>) {
    let look = move || {
        let Some(place) = place.try_get_untracked().flatten() else { return };
        let width = f64::from(place.client_width());
        let wanted = Limits::for_width(width);
        if width > 0.0 && limits.try_get_untracked().is_some_and(|it| it != wanted) {
            limits.set(wanted);
        }
    };
    let observer = StoredValue::new_local(None::<web_sys::ResizeObserver>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let told = Closure::<dyn FnMut()>::new(look);
        let made = web_sys::ResizeObserver::new(told.as_ref().unchecked_ref()).ok();
        if let Some(made) = &made {
            made.observe(&place);
        }
        observer.set_value(made);
        told.forget();
        look();
    });
    on_cleanup(move || {
        if let Some(Some(made)) = observer.try_update_value(Option::take) {
            made.disconnect();
        }
    });
}

fn frame(placed: &Placed, at: usize, is_top: bool, step: &Step, changes: &Changes) -> AnyView {
    let number = step.frames.get(at).map_or(0, |it| it.number);
    let names = step.frames.get(at).map(|it| it.names.clone()).unwrap_or_default();
    let is_changed = |entry: usize| {
        names.get(entry).is_some_and(|(name, _)| changes.names.contains(&(number, name.clone())))
    };
    let class = if is_top { "steps-frame is-top" } else { "steps-frame" };
    boxed(placed, class, None, &is_changed)
}

fn object(
    placed: &Placed,
    number: u32,
    count: Option<usize>,
    step: &Step,
    changes: &Changes,
) -> AnyView {
    let is_fresh = changes.fresh.contains(&number);
    let is_in_other_state = changes.states.contains(&number);
    let is_changed = |entry: usize| changes.entries.contains(&(number, entry));
    let kind = step.objects.get(&number).map(|it| format!("{:?}", it.kind)).unwrap_or_default();
    let class = format!(
        "steps-object is-{}{}{}",
        kind.to_lowercase(),
        if is_fresh { " is-fresh" } else { "" },
        if is_in_other_state { " is-changed" } else { "" }
    );
    boxed(placed, &class, count, &is_changed)
}

/// A title above a box of cells.
fn boxed(
    placed: &Placed,
    class: &str,
    count: Option<usize>,
    is_changed: &dyn Fn(usize) -> bool,
) -> AnyView {
    let shape = &placed.shape;
    let cells =
        shape.cells.iter().map(|it| cell(it, it.entry.is_some_and(is_changed))).collect_view();
    let count = count.map(|count| {
        let width = 18.0;
        let x = shape.width - width / 2.0;
        view! {
            <g class="steps-count">
                <title>{strings::steps_count(count)}</title>
                <circle cx=x.to_string() cy="7" r="9"></circle>
                <text x=x.to_string() y="11" text-anchor="middle">{count}</text>
            </g>
        }
    });
    view! {
        <g class=class.to_owned() transform=format!("translate({:.1} {:.1})", placed.x, placed.y)>
            <text class="steps-title" x="1" y="12">{shape.title.clone()}</text>
            <rect
                class="steps-box"
                y=HEAD.to_string()
                width=format!("{:.1}", shape.width)
                height=format!("{:.1}", shape.height - HEAD)
                rx="5"
            ></rect>
            {cells}
            {count}
        </g>
    }
    .into_any()
}

fn cell(cell: &Cell, is_changed: bool) -> AnyView {
    let class = match cell.kind {
        CellKind::Name => "is-name",
        CellKind::CellName => "is-name is-cell",
        CellKind::Value(Plain::Nothing) => "is-nothing",
        CellKind::Value(Plain::Number) => "is-number",
        CellKind::Value(Plain::Text) => "is-text",
        CellKind::Value(Plain::Other) => "is-other",
        CellKind::Words => "is-words",
        CellKind::Result => "is-name is-result",
        CellKind::More => "is-more",
    };
    let middle = cell.x + cell.width / 2.0;
    let base = cell.dot_y() + 4.0;
    let is_item = cell.index.is_some();
    let text_x = if is_item { middle } else { cell.x + 7.0 };
    let anchor = if is_item { "middle" } else { "start" };
    let changed = is_changed.then(|| {
        view! {
            <rect
                class="steps-changed"
                x=format!("{:.1}", cell.x + 1.0)
                y=format!("{:.1}", cell.y + 1.0)
                width=format!("{:.1}", cell.width - 2.0)
                height=format!("{:.1}", cell.height - 2.0)
                rx="4"
            ></rect>
        }
    });
    let edge = (cell.x > 0.0).then(|| {
        view! {
            <line
                class="steps-edge"
                x1=format!("{:.1}", cell.x)
                x2=format!("{:.1}", cell.x)
                y1=format!("{:.1}", cell.y)
                y2=format!("{:.1}", cell.y + cell.height)
            ></line>
        }
    });
    let above = (cell.y > HEAD && cell.x < 0.5).then(|| {
        view! {
            <line
                class="steps-edge"
                x1="0"
                x2=format!("{:.1}", cell.width)
                y1=format!("{:.1}", cell.y)
                y2=format!("{:.1}", cell.y)
            ></line>
        }
    });
    let index = cell.index.map(|index| {
        view! {
            <text class="steps-index" x=format!("{middle:.1}") y=format!("{:.1}", cell.y + 11.0) text-anchor="middle">
                {index}
            </text>
        }
    });
    let content = if cell.target.is_some() {
        view! {
            <circle class="steps-dot" cx=format!("{middle:.1}") cy=format!("{:.1}", cell.dot_y()) r="3.5"></circle>
        }
        .into_any()
    } else {
        view! {
            <text class=class x=format!("{text_x:.1}") y=format!("{base:.1}") text-anchor=anchor>
                {cell.text.clone()}
            </text>
        }
        .into_any()
    };
    view! { {changed}{edge}{above}{index}{content} }.into_any()
}

fn arrow(arrow: &Arrow, step: &Step, changes: &Changes) -> AnyView {
    let is_changed = match arrow.from {
        Owner::Frame(at) => {
            step.frames.get(at).is_some_and(|frame| match frame.names.get(arrow.entry) {
                Some((name, _)) => changes.names.contains(&(frame.number, name.clone())),
                None => true,
            })
        }
        Owner::Object(number) => changes.entries.contains(&(number, arrow.entry)),
    };
    let class = if is_changed { "steps-arrow is-changed" } else { "steps-arrow" };
    view! {
        <g class=class>
            <path class="steps-arrow-line" d=arrow.line.clone()></path>
            <path class="steps-arrow-head" d=arrow.head.clone()></path>
        </g>
    }
    .into_any()
}
