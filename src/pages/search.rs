//! Owns the page that finds lessons, exercises and topics by their words.

use leptos::{html, prelude::*};

use crate::{
    browser,
    panes::advice::spans,
    route::Route,
    search::{Find, FindKind},
    session::use_session,
    strings,
};

/// How many finds are shown.
const LIMIT: usize = 40;

/// Finds lessons, exercises and topics by their words, as they are typed.
#[component]
pub fn SearchPage() -> impl IntoView {
    let session = use_session();
    let field = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    // The address leads; typing goes there at the next pause of the hand, by the form.
    Effect::new(move |_| {
        if let Route::Search(words) = session.route.get()
            && typed.get_untracked() != words
        {
            typed.set(words);
        }
    });
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // To search is what this page is for.
            let _ = field.focus();
        }
    });
    let finds = Memo::new(move |_| {
        let words = typed.get();
        session.index().map(|index| index.find(&words, LIMIT)).unwrap_or_default()
    });
    let results = move || finds.get().into_iter().map(find_row).collect_view();
    let note = move || {
        let words = typed.get();
        if words.trim().is_empty() {
            strings::SEARCH_EMPTY.to_owned()
        } else {
            strings::n_found(finds.with(Vec::len), LIMIT, words.trim())
        }
    };
    view! {
        <div class="page page-narrow search-page">
            <h1>{strings::SEARCH}</h1>
            <form
                role="search"
                aria-label=strings::SEARCH
                on:submit=move |event| {
                    event.prevent_default();
                    browser::go(&Route::Search(typed.get_untracked()));
                }
            >
                <input
                    type="search"
                    class="field field-large"
                    aria-label=strings::SEARCH_LESSONS
                    placeholder=strings::SEARCH_PLACEHOLDER
                    prop:value=typed
                    node_ref=field
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </form>
            <p class="search-note" role="status">{note}</p>
            <ol class="finds">{results}</ol>
        </div>
    }
}

fn find_row(find: Find) -> impl IntoView {
    let kind = match find.kind {
        FindKind::Lesson => strings::LESSON,
        FindKind::Exercise => strings::EXERCISE,
        FindKind::Topic => strings::COMING,
    };
    let excerpt = (!find.excerpt.is_empty())
        .then(|| view! { <p class="find-excerpt">{spans(&find.excerpt)}</p> });
    view! {
        <li class="find">
            <p class="find-kind">{kind}" · "{find.module}</p>
            <a class="find-title" href=find.route.href()>{find.title}</a>
            {excerpt}
        </li>
    }
}
