//! The page: what a learner sees and touches.
//!
//! It owns routes, views, progress and settings. It knows Python only as the run interface of
//! `vivarium-webhost`, and lessons only as the data model of `vivarium-course`.

pub mod diff;
pub mod drafts;
pub mod output;
pub mod progress;
pub mod route;
pub mod run_state;
pub mod search;
pub mod settings;
pub mod store;
pub mod transfer;

use leptos::prelude::*;

/// Mounts the page into the document.
pub fn start() {
    mount_to_body(|| view! { <h1>"Vivarium"</h1> });
}
