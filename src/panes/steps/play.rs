//! Owns stepping through the program of a place of work: what `input()` reads, and the steps.

use leptos::prelude::*;
use vivarium_course::run::{PLAY_STEPS, Stepping};

use super::{
    player::Player,
    stepper::{Program, Stepper},
};
use crate::{
    panes::{
        bench::Bench,
        status::{RunButton, RunStatus},
    },
    session::use_session,
    strings,
};

/// Steps through the program of a place of work.
#[component]
pub fn BenchSteps(
    /// The place of work.
    bench: Bench,
    /// Returns how its program is started.
    argv: Callback<(), Vec<String>>,
) -> impl IntoView {
    let stepper = Stepper::new(use_session());
    let stdin = RwSignal::new(String::new());
    let run = Callback::new(move |()| {
        let mut lines = stdin.get_untracked();
        if !lines.is_empty() && !lines.ends_with('\n') {
            lines.push('\n');
        }
        stepper.record(Program {
            files: bench.sources(),
            argv: argv.run(()),
            stdin: lines,
            hosts: bench.hosts(),
            stepping: Stepping {
                max_steps: PLAY_STEPS,
                with_values: stepper.values.get_untracked(),
                of: String::new(),
            },
            at: None,
        });
    });
    view! {
        <div class="play-steps">
            <div class="play-steps-bar">
                <RunButton
                    runner=stepper.runner
                    on_run=run
                    what=strings::WORD_PROGRAM.to_owned()
                    label=strings::STEP_THROUGH
                />
                <details class="play-steps-input">
                    <summary>{strings::STEPS_INPUT}</summary>
                    <textarea
                        class="field"
                        rows="3"
                        spellcheck="false"
                        aria-label=strings::STEPS_INPUT
                        prop:value=stdin
                        on:input:target=move |event| stdin.set(event.target().value())
                    ></textarea>
                </details>
                <RunStatus runner=stepper.runner/>
            </div>
            <Show
                when=move || stepper.trace.with(Option::is_some)
                fallback=|| view! { <p class="timeline-empty">{strings::STEPS_EMPTY_PANEL}</p> }
            >
                <Player stepper=stepper/>
            </Show>
        </div>
    }
}
