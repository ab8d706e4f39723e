//! Owns the line that says what a run is doing, and the buttons that start and stop it.

use leptos::prelude::*;

use crate::{
    parts::icon::{Glyph, Icon},
    python::Runner,
    run_state::RunState,
    session::{PythonState, use_session},
    strings,
};

/// Run and Stop: one place, so that nothing moves.
#[component]
pub fn RunButton(
    /// What it starts and stops.
    runner: Runner,
    /// Starts the program.
    on_run: Callback<()>,
    /// What it runs, for a screen reader; begins after "Run".
    what: String,
    /// The word on it.
    #[prop(default = strings::RUN)]
    label: &'static str,
) -> impl IntoView {
    let is_active = Memo::new(move |_| runner.state.with(RunState::is_active));
    let what = StoredValue::new(what);
    view! {
        <button
            type="button"
            class="button run-button"
            class:button-stop=move || is_active.get()
            on:click=move |_| {
                if is_active.get_untracked() { runner.stop() } else { on_run.run(()) }
            }
        >
            {move || {
                let (icon, word) = match runner.state.get() {
                    RunState::Stopping => (Icon::Stop, strings::KILL),
                    state if state.is_active() => (Icon::Stop, strings::STOP),
                    _ => (Icon::Play, label),
                };
                view! {
                    <Glyph icon=icon/>
                    <span>{word}</span>
                    <span class="unseen">{what.get_value()}</span>
                }
            }}
        </button>
    }
}

/// What a run is doing, in a few words.
#[component]
pub fn RunStatus(
    /// The run.
    runner: Runner,
) -> impl IntoView {
    let session = use_session();
    let class = move || match runner.state.get() {
        RunState::Crashed { .. } => "status status-bad",
        RunState::Ended(_) | RunState::Idle | RunState::AtPrompt => "status",
        _ => "status status-busy",
    };
    let words = move || match runner.state.get() {
        RunState::Loading { .. } => match session.python.get() {
            PythonState::Loading { loaded, total } => strings::loading(loaded, total),
            PythonState::Failed(message) => message,
            PythonState::Starting | PythonState::Ready { .. } => strings::STARTING.to_owned(),
        },
        state => strings::run_state(&state, runner.result.get().map(|it| it.wall_ms)),
    };
    view! { <p class=class role="status">{words}</p> }
}

/// How much of Python is here, as long as it is on its way; its room is always kept.
#[component]
pub fn PythonBar() -> impl IntoView {
    let session = use_session();
    let bar = move || match session.python.get() {
        PythonState::Loading { loaded, total } => {
            let percent = (loaded * 100).checked_div(total).unwrap_or(0).min(100);
            Some(
                view! {
                    <div
                        class="python-bar"
                        role="progressbar"
                        aria-label=strings::PYTHON_LOADS
                        aria-valuemin="0"
                        aria-valuemax="100"
                        aria-valuenow=percent.to_string()
                        title=strings::loading(loaded, total)
                    >
                        <div class="python-bar-fill" style=strings::scale(percent)></div>
                    </div>
                }
                .into_any(),
            )
        }
        PythonState::Starting => Some(
            view! {
                <div class="python-bar" role="progressbar" aria-label=strings::STARTING>
                    <div class="python-bar-fill is-waiting"></div>
                </div>
            }
            .into_any(),
        ),
        PythonState::Ready { .. } | PythonState::Failed(_) => None,
    };
    view! { <div class="python-bar-place">{bar}</div> }
}

/// What to say where Python cannot do everything, or nothing.
#[component]
pub fn PythonNotice() -> impl IntoView {
    use crate::parts::notice::{Notice, Tone};
    let session = use_session();
    move || match session.python.get() {
        PythonState::Failed(message) => Some(
            view! {
                <div class="page-notice" role="alert">
                    <Notice tone=Tone::Bad>
                        <p>{strings::python_failed(&message)}</p>
                        <button
                            type="button"
                            class="button button-small"
                            on:click=move |_| session.retry_python()
                        >
                            {strings::TRY_AGAIN}
                        </button>
                    </Notice>
                </div>
            }
            .into_any(),
        ),
        PythonState::Ready { can_block: false } => Some(
            view! {
                <div class="page-notice" role="status">
                    <Notice tone=Tone::Plain>
                        <p>{strings::OLD_BROWSER}</p>
                    </Notice>
                </div>
            }
            .into_any(),
        ),
        PythonState::Ready { can_block: true }
        | PythonState::Loading { .. }
        | PythonState::Starting => None,
    }
}
