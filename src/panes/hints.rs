//! Owns the help with an exercise: hints one at a time, and the solution when asked twice.

use std::sync::Arc;

use leptos::prelude::*;
use vivarium_course::{
    help::{Help, SolutionAnswer, SolutionState},
    model::Exercise,
};

use super::code::StaticCode;
use crate::{
    parts::{
        icon::{Glyph, Icon},
        prose,
    },
    session::use_session,
    strings,
};

/// Hints and solution of an exercise.
#[component]
pub fn HelpView(
    /// The exercise.
    exercise: Arc<Exercise>,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(exercise.id.clone());
    let done = session.progress.with_untracked(|it| it.exercise(&id.get_value()));
    let help = RwSignal::new(Help { n_hints: done.hints, ..Help::default() });
    let is_passed =
        Memo::new(move |_| session.progress.with(|it| it.exercise(&id.get_value()).is_passed));
    let n_hints = exercise.hints.len();

    let take_hint = move |_| {
        help.update(|help| {
            help.take_hint(n_hints);
            help.withdraw();
        });
        let shown = help.get_untracked().n_hints;
        session.change_progress(|it| it.show_hints(&id.get_value(), shown));
    };
    let ask = move |_| {
        let answer = help.try_update(|help| help.ask_solution(is_passed.get_untracked()));
        if answer == Some(SolutionAnswer::Show) {
            session.change_progress(|it| it.show_solution(&id.get_value()));
        }
    };
    let shown_exercise = exercise.clone();
    let hints = move || {
        let draw = |(index, hint): (usize, &Vec<_>)| {
            view! {
                <li class="hint">
                    <span class="hint-number">{strings::hint_number(index + 1, n_hints)}</span>
                    <div>{prose::plain_blocks(hint, None)}</div>
                </li>
            }
        };
        let shown = help.get().n_hints.min(n_hints);
        shown_exercise.hints[..shown].iter().enumerate().map(draw).collect_view()
    };
    let solution =
        move || (help.get().solution == SolutionState::Shown).then(|| solution_view(&exercise));
    view! {
        <section class="help" aria-label=strings::HELP>
            <ol class="hints" aria-live="polite">{hints}</ol>
            <div class="help-buttons">
                <Show when=move || help.get().has_hint(n_hints)>
                    <button type="button" class="button" on:click=take_hint>
                        <Glyph icon=Icon::Bulb/>
                        {move || {
                            if help.get().n_hints == 0 { strings::SHOW_HINT } else { strings::NEXT_HINT }
                        }}
                    </button>
                </Show>
                <Show when=move || help.get().solution != SolutionState::Shown>
                    <button type="button" class="button button-quiet" on:click=ask>
                        {move || match help.get().solution {
                            SolutionState::AskedOnce => strings::SHOW_SOLUTION_REALLY,
                            SolutionState::Hidden | SolutionState::Shown => strings::SHOW_SOLUTION,
                        }}
                    </button>
                </Show>
            </div>
            <p class="help-note" role="status">
                {move || match help.get().solution {
                    SolutionState::AskedOnce if help.get().has_hint(n_hints) => {
                        strings::SOLUTION_ASKED_HINTS_LEFT
                    }
                    SolutionState::AskedOnce => strings::SOLUTION_ASKED,
                    SolutionState::Hidden | SolutionState::Shown => "",
                }}
            </p>
            {solution}
        </section>
    }
}

fn solution_view(exercise: &Exercise) -> impl IntoView + use<> {
    let files = exercise
        .solution
        .iter()
        .map(|file| {
            view! {
                <p class="file-name">{file.path.clone()}</p>
                <StaticCode code=file.text.trim_end().to_owned() label=strings::SOLUTION/>
            }
        })
        .collect_view();
    view! {
        <div class="solution">
            <h2 class="solution-title">{strings::SOLUTION}</h2>
            <p class="help-note">{strings::SOLUTION_NOTE}</p>
            {files}
        </div>
    }
}
