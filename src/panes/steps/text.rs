//! Owns a step as text: what the picture shows, as nested lists.

use leptos::prelude::*;

use super::{player::Shown, stepper::Stepper};
use crate::{
    steps::trace::{Object, ObjectKind, Step},
    strings,
};

/// The step as text.
#[component]
pub fn StepText(
    /// What is stepped through.
    stepper: Stepper,
    /// The step.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let text = move || {
        if !is_open.get() {
            return None;
        }
        let shown = shown.get()?;
        let step = shown.step()?;
        let counts = stepper.counts.get();
        Some(view! {
            <p class="steps-label">{strings::STEPS_FRAMES}</p>
            <ul class="steps-list">{frames(step)}</ul>
            <p class="steps-label">{strings::STEPS_OBJECTS}</p>
            <ul class="steps-list">
                {step.objects.values().map(|it| object(step, it, counts)).collect_view()}
            </ul>
        })
    };
    view! {
        <details
            class="steps-as-text"
            on:toggle=move |_| is_open.update(|it| *it = !*it)
        >
            <summary>{strings::STEPS_AS_TEXT}</summary>
            {text}
        </details>
    }
}

fn frames(step: &Step) -> impl IntoView + use<> {
    step.frames
        .iter()
        .map(|frame| {
            let names = frame
                .names
                .iter()
                .map(|(name, value)| {
                    view! { <li><code>{name.clone()}</code> ": " {strings::steps_value(step, value)}</li> }
                })
                .collect_view();
            let none = frame.names.is_empty().then_some(strings::STEPS_NO_NAMES);
            view! {
                <li>
                    <b>{strings::steps_frame(frame)}</b>
                    " " {none}
                    <ul>{names}</ul>
                </li>
            }
        })
        .collect_view()
}

fn object(step: &Step, object: &Object, counts: bool) -> impl IntoView + use<> {
    let value = |it| strings::steps_value(step, it);
    let mut rows: Vec<String> = Vec::new();
    for (index, item) in object.items.iter().enumerate() {
        rows.push(match object.kind {
            ObjectKind::Sequence => format!("{index}: {}", value(item)),
            _ => value(item),
        });
    }
    rows.extend(object.pairs.iter().map(|(key, it)| format!("{}: {}", value(key), value(it))));
    rows.extend(object.named.iter().map(|(name, it)| format!("{name}: {}", value(it))));
    if object.left_out > 0 {
        rows.push(strings::steps_more(object.left_out));
    }
    let count =
        counts.then(|| format!(" ({})", strings::steps_count(step.references_to(object.number))));
    let rows = rows.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
    view! { <li><b>{strings::steps_object(object)}</b> {count} <ul>{rows}</ul></li> }
}
