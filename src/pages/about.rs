//! Owns the page that says what this is, how it works, and whose work it stands on.

use leptos::prelude::*;

use crate::{
    session::{PythonState, use_session},
    strings,
};

/// What this is, how it works, and whose work it stands on.
#[component]
pub fn About() -> impl IntoView {
    let session = use_session();
    let python = move || match session.python.get() {
        PythonState::Ready { can_block: true } => strings::PYTHON_READY,
        PythonState::Ready { can_block: false } => strings::OLD_BROWSER,
        PythonState::Loading { .. } | PythonState::Starting => strings::PYTHON_COMING,
        PythonState::Failed(_) => strings::PYTHON_MISSING,
    };
    view! {
        <div class="page page-narrow">
            <article class="prose">
                <h1>{strings::ABOUT_TITLE}</h1>
                <p class="lead">{strings::ABOUT_LEAD}</p>
                <h2>{strings::ABOUT_HOW}</h2>
                <p>{strings::ABOUT_HOW_1}</p>
                <p>{strings::ABOUT_HOW_2}</p>
                <p>{strings::ABOUT_HOW_3}</p>
                <h2>{strings::ABOUT_BROWSERS}</h2>
                <p>{strings::ABOUT_BROWSERS_1}</p>
                <p role="status"><strong>{python}</strong></p>
                <h2>{strings::ABOUT_PRIVATE}</h2>
                <p>{strings::ABOUT_PRIVATE_1}</p>
                <h2>{strings::ABOUT_NOTICES}</h2>
                <p>{strings::ABOUT_NOTICES_1}</p>
                <ul>
                    <li>{strings::NOTICE_RUSTPYTHON}</li>
                    <li>{strings::NOTICE_STDLIB}</li>
                    <li>{strings::NOTICE_EDITOR}</li>
                    <li>{strings::NOTICE_LEPTOS}</li>
                    <li>{strings::NOTICE_FONTS}</li>
                </ul>
                <p><a href="notices.html">{strings::NOTICES_ALL}</a></p>
            </article>
        </div>
    }
}
