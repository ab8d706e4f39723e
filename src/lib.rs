//! The page: what a learner sees and touches.
//!
//! It owns routes, views, progress and settings. It knows Python only as the run interface of
//! `vivarium-webhost`, and lessons only as the data model of `vivarium-course`. Plain structs
//! come first and have native tests; components are thin and come last.

// What the page keeps and computes: no browser.
pub mod advice;
pub mod choice;
pub mod command;
pub mod completion;
pub mod diff;
pub mod drafts;
pub mod incoming;
pub mod output;
pub mod progress;
pub mod route;
pub mod run_state;
pub mod search;
pub mod settings;
pub mod share;
pub mod spill;
pub mod steps;
pub mod store;
pub mod strings;
pub mod timeline;
pub mod transfer;

// The seams to the browser, the editor and Python.
pub mod browser;
pub mod editor;
pub mod lms;
pub mod python;
pub mod recording;
pub mod session;

// What is drawn.
pub mod app;
pub mod pages;
pub mod panes;
pub mod parts;

use leptos::prelude::*;

/// Mounts the page into the document, in the place of the words that it is starting.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        // The last that a broken page can do is to say so where a developer looks.
        leptos::logging::error!("{info}");
    }));
    if let Some(waiting) = browser::document().get_element_by_id("starting") {
        waiting.remove();
    }
    mount_to_body(app::App);
}
