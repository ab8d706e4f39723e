//! Owns the line that says how things stand with the learning platform, and the way out.

use leptos::prelude::*;

use crate::{
    lms::{Lms, LmsState},
    parts::icon::{Glyph, Icon},
    strings,
};

/// The line below the header, in packages for an LMS.
#[component]
pub fn LmsBar(
    /// The conversation.
    lms: Lms,
) -> impl IntoView {
    let is_bad =
        move || matches!(lms.state.get(), LmsState::Owing | LmsState::Missing | LmsState::Refused);
    let icon = move || match lms.state.get() {
        LmsState::Settled | LmsState::Ended => view! { <Glyph icon=Icon::Check/> },
        LmsState::Owing | LmsState::Missing | LmsState::Refused => {
            view! { <Glyph icon=Icon::Cross/> }
        }
        LmsState::Opening | LmsState::Unrecorded => view! { <Glyph icon=Icon::Info/> },
    };
    let can_leave = move || {
        matches!(lms.state.get(), LmsState::Settled | LmsState::Owing | LmsState::Unrecorded)
    };
    view! {
        <section class="lms-bar" class:is-bad=is_bad aria-label=strings::LMS_BAR>
            <p role="status">
                {icon}
                <span>
                    {move || strings::lms_state(lms.state.get())}
                    {move || lms.is_damaged.get().then(|| format!(" {}", strings::LMS_DAMAGED))}
                </span>
            </p>
            {move || can_leave().then(|| view! {
                <button type="button" class="button button-small" on:click=move |_| lms.leave()>
                    {strings::LMS_LEAVE}
                </button>
            })}
        </section>
    }
}
