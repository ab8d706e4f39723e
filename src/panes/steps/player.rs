//! Owns the steps of a recording as a whole: controls, program, picture, words, output.

use std::sync::Arc;

use leptos::{ev::KeyboardEvent, html, prelude::*, web_sys};
use wasm_bindgen::JsCast as _;

use super::{picture::PictureView, source::SourceView, stepper::Stepper, text::StepText};
use crate::{
    parts::icon::{Glyph, Icon},
    steps::{
        changes::{self, Changes},
        trace::{Step, Trace},
    },
    strings,
};

/// What is shown: a step with what changed since the one before.
#[derive(Clone)]
pub struct Shown {
    /// The recording.
    pub trace: Arc<Trace>,
    /// The step.
    pub at: usize,
    /// What it changed.
    pub changes: Arc<Changes>,
}

impl Shown {
    /// Returns the step.
    pub fn step(&self) -> Option<&Step> {
        self.trace.steps.get(self.at)
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.trace, &other.trace) && self.at == other.at
    }
}

/// A recording, step by step.
#[component]
pub fn Player(
    /// What is stepped through.
    stepper: Stepper,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let trace = stepper.trace.get()?;
        let at = stepper.at.get();
        let step = trace.steps.get(at)?;
        let before = at.checked_sub(1).and_then(|it| trace.steps.get(it));
        let changes = Arc::new(changes::between(before, step));
        Some(Shown { trace, at, changes })
    });
    let slider = NodeRef::<html::Input>::new();
    // What was opened is stepped through at once, with the arrow keys.
    Effect::new(move |_| {
        stepper.trace.track();
        if let Some(slider) = slider.get() {
            request_animation_frame(move || {
                let _ = slider.focus();
            });
        }
    });
    let keys = move |event: KeyboardEvent| {
        let is_field = event.target().is_some_and(|it| {
            it.dyn_ref::<web_sys::HtmlElement>()
                .is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA"))
        });
        if is_field || event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => stepper.step(-1),
            "ArrowRight" => stepper.step(1),
            "Home" => stepper.go(0),
            "End" => stepper.go(usize::MAX),
            _ => return,
        }
        event.prevent_default();
    };
    let ending = move || {
        let trace = stepper.trace.get()?;
        let mut notes: Vec<String> =
            strings::steps_ending(&trace.ending, trace.steps.len()).into_iter().collect();
        if trace.is_cut {
            notes.push(strings::STEPS_CUT.to_owned());
        }
        if trace.steps.is_empty() && notes.is_empty() {
            notes.push(strings::STEPS_NOTHING.to_owned());
        }
        let notes = notes.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        Some(view! { <div class="steps-notes" role="status">{notes}</div> })
    };
    view! {
        <div class="steps" role="group" aria-label=strings::STEPS_CONTROLS on:keydown=keys>
            <Show when=move || shown.with(Option::is_some)>
                <Controls stepper=stepper shown=shown slider=slider/>
                <div class="steps-parts">
                    <SourceView stepper=stepper shown=shown/>
                    <PictureView stepper=stepper shown=shown/>
                    <Printed shown=shown/>
                </div>
                <StepText stepper=stepper shown=shown/>
            </Show>
            {ending}
        </div>
    }
}

/// The ways to go, and what happens in this step.
#[component]
fn Controls(
    /// What is stepped through.
    stepper: Stepper,
    /// The step.
    shown: Memo<Option<Shown>>,
    /// The slider's element.
    slider: NodeRef<html::Input>,
) -> impl IntoView {
    let tool = move |icon: Icon, label: &'static str, act: fn(Stepper)| {
        view! {
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label=label
                title=label
                on:click=move |_| act(stepper)
            >
                <Glyph icon=icon/>
            </button>
        }
    };
    let number = move || strings::steps_number(stepper.at.get(), stepper.count());
    let event = Memo::new(move |_| {
        let shown = shown.get()?;
        let step = shown.step()?;
        Some((line_words(stepper, step), strings::steps_changes(step, &shown.changes)))
    });
    let switch = |is_on: RwSignal<bool>| move || if is_on.get() { "true" } else { "false" };
    view! {
        <div class="steps-controls">
            {tool(Icon::First, strings::STEPS_FIRST, |it| it.go(0))}
            {tool(Icon::Left, strings::STEPS_BACK, |it| it.step(-1))}
            {tool(Icon::Right, strings::STEPS_FORWARD, |it| it.step(1))}
            {tool(Icon::Last, strings::STEPS_LAST, |it| it.go(usize::MAX))}
            <input
                type="range"
                class="steps-slider"
                min="0"
                aria-label=strings::STEPS_SLIDER
                aria-valuetext=number
                title=strings::STEPS_HELP
                max=move || stepper.count().saturating_sub(1).to_string()
                prop:value=move || stepper.at.get().to_string()
                on:input:target=move |event| {
                    if let Ok(at) = event.target().value().parse() {
                        stepper.go(at);
                    }
                }
                node_ref=slider
            />
            <span class="steps-number" aria-hidden="true">{number}</span>
            <span class="steps-switches">
                <button
                    type="button"
                    class="button button-quiet button-small"
                    title=strings::STEPS_COUNTS_LONG
                    aria-pressed=switch(stepper.counts)
                    on:click=move |_| stepper.counts.update(|it| *it = !*it)
                >
                    {strings::STEPS_COUNTS}
                </button>
                <button
                    type="button"
                    class="button button-quiet button-small"
                    title=strings::STEPS_VALUES_LONG
                    aria-pressed=switch(stepper.values)
                    on:click=move |_| stepper.record_again(!stepper.values.get_untracked())
                >
                    {strings::STEPS_VALUES}
                </button>
            </span>
        </div>
        <div class="steps-words" role="status">
            <p class="steps-event">{move || event.get().map(|(what, _)| what)}</p>
            <p class="steps-changes">{move || event.get().map(|(_, changes)| changes)}</p>
        </div>
    }
}

/// Says what happens in a step.
pub fn line_words(stepper: Stepper, step: &Step) -> String {
    let path = step.top().and_then(|it| it.path.clone());
    let source = stepper.source(path.as_deref());
    let line = source.lines().nth(step.line.saturating_sub(1)).unwrap_or_default();
    strings::steps_event(step, line)
}

/// What the program has printed by now.
#[component]
fn Printed(
    /// The step.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let text = Memo::new(move |_| {
        shown
            .with(|it| it.as_ref().map(|it| it.trace.printed(it.at).to_owned()))
            .unwrap_or_default()
    });
    let is_silent =
        move || shown.with(|it| it.as_ref().is_none_or(|it| it.trace.output.is_empty()));
    view! {
        <div class="steps-printed" class:hidden=is_silent>
            <p class="steps-label">{strings::STEPS_OUTPUT}</p>
            <pre class="output-text" tabindex="0" role="group" aria-label=strings::STEPS_OUTPUT>{text}</pre>
        </div>
    }
}
