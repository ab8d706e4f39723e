//! Owns a figure in the text of a lesson: its program, and what is drawn of it once it is opened.

use std::sync::Arc;

use leptos::prelude::*;
use vivarium_course::{
    model::{Figure, FigureView as Wanted, Lesson},
    run::{Program as Plain, Stepping},
};

use super::{
    imports::ImportsView,
    lookup::LookupView,
    player::Player,
    stepper::{Program, Stepper},
};
use crate::{
    panes::{
        code::StaticCode,
        run_block::is_active,
        status::{RunButton, RunStatus},
    },
    parts::prose,
    session::use_session,
    strings,
};

/// A figure.
#[component]
pub fn FigureView(
    /// The lesson it belongs to.
    lesson: Arc<Lesson>,
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let stepper = Stepper::new(use_session());
    let title = prose::inline(&figure.title, Some(&lesson.id));
    let label = vivarium_course::model::plain_text(&figure.title);
    let code = figure.code.clone();
    let wanted = figure.view.clone();
    let is_steps = wanted == Wanted::Objects;
    let plain = Plain::of_figure(&lesson, &figure);
    let program = Program {
        files: plain.files,
        argv: plain.argv,
        stdin: plain.stdin,
        hosts: plain.hosts,
        stepping: Stepping::of_figure(&figure),
        at: figure.at,
    };
    let program = StoredValue::new(program);
    let run = Callback::new(move |()| stepper.record(program.get_value()));
    let code = StoredValue::new(code);
    let has_trace = Memo::new(move |_| stepper.trace.with(Option::is_some));
    let drawn = move || {
        let trace = stepper.trace.get()?;
        match &wanted {
            Wanted::Objects => None,
            Wanted::Lookup(_) => {
                trace.lookup.clone().map(|it| view! { <LookupView lookup=it/> }.into_any())
            }
            Wanted::Imports => {
                Some(view! { <ImportsView imports=trace.imports.clone()/> }.into_any())
            }
        }
    };
    view! {
        <section class="block figure" aria-label=label>
            <header class="block-head">
                <p class="figure-title">{title}</p>
                <RunButton
                    runner=stepper.runner
                    on_run=run
                    what=strings::WORD_PROGRAM.to_owned()
                    label=if is_steps { strings::STEP_THROUGH } else { strings::STEPS_DRAW }
                />
            </header>
            <Show when=move || !is_steps || !has_trace.get()>
                <StaticCode code=code.get_value() label=strings::CODE_SHOWN/>
            </Show>
            {drawn}
            <Show when=move || is_steps && has_trace.get()>
                <Player stepper=stepper/>
            </Show>
            // How long it took is of no interest in a figure; that it failed is.
            <div class:hidden=move || has_trace.get() && !is_active(stepper.runner)>
                <RunStatus runner=stepper.runner/>
            </div>
        </section>
    }
}
