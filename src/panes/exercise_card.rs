//! Owns the card by which a lesson leads to an exercise.

use leptos::prelude::*;
use vivarium_course::model::{Exercise, ExerciseKind};

use crate::{
    parts::icon::{Glyph, Icon},
    route::Route,
    session::use_session,
    strings,
};

/// Leads to an exercise, and says how far it is.
#[component]
pub fn ExerciseCard(
    /// The exercise.
    exercise: Exercise,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(exercise.id.clone());
    let is_passed =
        Memo::new(move |_| session.progress.with(|it| it.exercise(&id.get_value()).is_passed));
    let n_attempts =
        Memo::new(move |_| session.progress.with(|it| it.exercise(&id.get_value()).attempts));
    let kind = match exercise.kind {
        ExerciseKind::Exercise => strings::EXERCISE,
        ExerciseKind::Lab => strings::LAB,
    };
    let state = move || {
        if is_passed.get() { strings::PASSED.to_owned() } else { strings::tried(n_attempts.get()) }
    };
    view! {
        <a
            class="card exercise-card"
            class:is-done=move || is_passed.get()
            href=Route::Exercise(exercise.id.clone()).href()
        >
            <span class="card-icon">
                {move || {
                    let icon = if is_passed.get() { Icon::Check } else { Icon::Pencil };
                    view! { <Glyph icon=icon/> }
                }}
            </span>
            <span class="card-body">
                <span class="card-kind">{kind}</span>
                <span class="card-title">{exercise.title.clone()}</span>
                <span class="card-note">{state}</span>
            </span>
            <span class="card-go"><Glyph icon=Icon::Right/></span>
        </a>
    }
}
