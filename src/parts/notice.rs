//! Owns the boxes in which the page speaks in its own voice.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// A hand held out.
    Hint,
    /// Something went well.
    Good,
    /// Something did not.
    Bad,
}

/// A box with an icon and some words.
#[component]
pub fn Notice(
    /// How it is meant.
    tone: Tone,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let (class, icon) = match tone {
        Tone::Plain => ("notice", Icon::Info),
        Tone::Hint => ("notice notice-hint", Icon::Bulb),
        Tone::Good => ("notice notice-good", Icon::Check),
        Tone::Bad => ("notice notice-bad", Icon::Cross),
    };
    view! {
        <div class=class>
            <Glyph icon=icon/>
            <div class="notice-text">{children()}</div>
        </div>
    }
}
