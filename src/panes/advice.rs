//! Owns the note beside a traceback that says in plain words what the likely mistake is.

use leptos::prelude::*;

use crate::{
    advice::{Advice, advise},
    parts::notice::{Notice, Tone},
    strings,
};

/// What the likely mistake is. It stands beside the original text and never replaces it.
#[component]
pub fn AdviceNote(
    /// What the program wrote to its error stream; none before its end.
    #[prop(into)]
    errors: Signal<Option<String>>,
    /// The learner's program.
    #[prop(into)]
    code: Signal<String>,
) -> impl IntoView {
    let advice =
        Memo::new(move |_| errors.with(|errors| advise(errors.as_ref()?, &code.get_untracked())));
    view! { <div role="status">{move || advice.get().map(|it| note(&it))}</div> }
}

fn note(advice: &Advice) -> impl IntoView + use<> {
    let line = advice.line.map(strings::on_line);
    let text = strings::mistake(&advice.mistake);
    view! {
        <div class="advice">
            <Notice tone=Tone::Hint>
                <p>
                    {line.map(|line| view! { <strong>{line}</strong>" " })}
                    {spans(&text)}
                </p>
            </Notice>
        </div>
    }
}

/// Words between backquotes are drawn as code.
pub fn spans(text: &str) -> Vec<AnyView> {
    text.split('`')
        .enumerate()
        .filter(|(_, piece)| !piece.is_empty())
        .map(|(index, piece)| {
            let piece = piece.to_owned();
            if index % 2 == 1 {
                view! { <code>{piece}</code> }.into_any()
            } else {
                piece.into_any()
            }
        })
        .collect()
}
