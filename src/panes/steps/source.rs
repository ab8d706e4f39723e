//! Owns the program beside the picture: the line that runs next, the one before it, and the way to
//! a line by its number.

use leptos::{ev::KeyboardEvent, html, prelude::*, web_sys};
use wasm_bindgen::JsCast as _;

use super::{player::Shown, stepper::Stepper};
use crate::{panes::code::color, steps::trace::Event, strings};

/// The program.
#[component]
pub fn SourceView(
    /// What is stepped through.
    stepper: Stepper,
    /// The step.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let path = Memo::new(move |_| shown.with(|it| it.as_ref()?.step()?.top()?.path.clone()));
    let source = Memo::new(move |_| stepper.source(path.get().as_deref()).trim_end().to_owned());
    let name = move || {
        let first = stepper.program.with(|it| it.argv.first().cloned());
        path.get().or(first).unwrap_or_default()
    };
    let code = NodeRef::<html::Code>::new();
    Effect::new(move |_| {
        let text = source.get();
        if let Some(code) = code.get() {
            color(code, text);
        }
    });
    let marks = Memo::new(move |_| marks_of(&shown.get()?, path.get().as_deref()));
    let scroller = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some((now, _)) = marks.get() else { return };
        let Some(scroller) = scroller.get() else { return };
        follow(&scroller, now.1);
    });
    let is_now = move |line: usize| marks.with(|it| it.is_some_and(|(now, _)| now.1 == line));
    let gutter = move || {
        let ran = stepper.trace.with(|it| {
            it.as_ref().map(|it| it.lines_of(path.get().as_deref())).unwrap_or_default()
        });
        (1..=source.with(|it| it.lines().count()))
            .map(|line| {
                if !ran.contains(&line) {
                    return view! { <span class="steps-gutter-line">{line}</span> }.into_any();
                }
                let go = move |_| stepper.go_to_line(path.get_untracked().as_deref(), line);
                view! {
                    <button
                        type="button"
                        class="steps-gutter-line"
                        tabindex=move || if is_now(line) { "0" } else { "-1" }
                        aria-label=strings::steps_go_to(line)
                        on:click=go
                    >
                        {line}
                    </button>
                }
                .into_any()
            })
            .collect_view()
    };
    view! {
        <div class="steps-source">
            <p class="steps-label">{name}</p>
            <div class="steps-code" tabindex="0" role="group" aria-label=strings::STEPS_SOURCE node_ref=scroller>
                {move || marks.get().map(|(now, before)| view! {
                    {before.map(|line| view! {
                        <span class="steps-mark is-before" style=at_line(line) aria-hidden="true"></span>
                    })}
                    <span class=now.0 style=at_line(now.1) aria-hidden="true"></span>
                })}
                <div class="steps-gutter" on:keydown=walk>{gutter}</div>
                <pre class="steps-text"><code node_ref=code></code></pre>
            </div>
        </div>
    }
}

/// Up and down go from line number to line number: one stop for Tab, not one for each line.
fn walk(event: KeyboardEvent) {
    let is_down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let mut at = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    while let Some(element) = at {
        at = if is_down {
            element.next_element_sibling()
        } else {
            element.previous_element_sibling()
        };
        if let Some(button) = at.as_ref().filter(|it| it.tag_name() == "BUTTON")
            && let Some(button) = button.dyn_ref::<web_sys::HtmlElement>()
        {
            event.prevent_default();
            let _ = button.focus();
            return;
        }
    }
}

/// Returns the mark of the present line with its look, and the line that ran before it.
fn marks_of(shown: &Shown, path: Option<&str>) -> Option<((&'static str, usize), Option<usize>)> {
    let step = shown.step()?;
    let class = match step.event {
        Event::Raised | Event::Unwind => "steps-mark is-now is-bad",
        Event::Return => "steps-mark is-now is-return",
        Event::Call | Event::Line => "steps-mark is-now",
    };
    let before = shown.at.checked_sub(1).and_then(|it| shown.trace.steps.get(it));
    let before = before
        .filter(|it| it.top().and_then(|it| it.path.as_deref()) == path)
        .map(|it| it.line)
        .filter(|it| *it != step.line);
    Some(((class, step.line), before))
}

fn at_line(line: usize) -> String {
    format!("--row: {}", line.saturating_sub(1))
}

/// Scrolls the program, and nothing else, so that a line is in sight.
fn follow(scroller: &web_sys::HtmlDivElement, line: usize) {
    let Ok(line) = i32::try_from(line.saturating_sub(1)) else { return };
    let row = 22;
    let (top, height) = (scroller.scroll_top(), scroller.client_height());
    let wanted = line * row;
    if wanted < top + row {
        scroller.set_scroll_top((wanted - 2 * row).max(0));
    } else if wanted + 2 * row > top + height {
        scroller.set_scroll_top(wanted + 4 * row - height);
    }
}
