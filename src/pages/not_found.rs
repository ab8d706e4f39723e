//! Owns what is shown where an address names nothing.

use leptos::prelude::*;

use crate::{route::Route, strings};

/// Nothing is here; leads back.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <div class="page page-narrow lost">
            <h1>{strings::NOT_FOUND}</h1>
            <p>{strings::NOT_FOUND_LONG}</p>
            <p>
                <a class="button button-main" href=Route::Home.href()>{strings::TO_HOME}</a>
                <a class="button" href=Route::Search(String::new()).href()>{strings::SEARCH}</a>
            </p>
        </div>
    }
}
