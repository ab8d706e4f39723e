//! Owns how a program of somebody else is opened: unpacked, examined, shown as what it is.
//!
//! It never runs one, and never touches what the learner has of their own: what is changed in a
//! foreign program is kept under the fingerprint of its link.

use leptos::{prelude::*, task::spawn_local};

use super::playground::Playground;
use crate::{
    browser::{self, InflateError},
    drafts::MAX_BYTES,
    panes::bench::Bench,
    parts::{
        icon::{Glyph, Icon},
        notice::{Notice, Tone},
    },
    route::Route,
    session::{Session, use_session},
    share::{ShareError, Shared, fingerprint, unarmored},
    store::Key,
    strings,
};

/// What stands in the address in the place of a program that came as a file.
const BROUGHT: &str = "file-";

fn brought_route(shared: &Shared) -> String {
    format!("{BROUGHT}{}", fingerprint(&shared.text()))
}

/// Opens a program that came as a file.
pub fn visit_brought(session: Session, shared: Shared) {
    let route = Route::Playground(Some(brought_route(&shared)));
    session.brought.set_value(Some(shared));
    browser::go(&route);
}

/// The playground with a program from a link in it.
#[component]
pub fn Visit(
    /// The program, as the link carries it.
    packed: String,
) -> impl IntoView {
    let session = use_session();
    let arrival = RwSignal::new(None);
    let key = Key::Shared(fingerprint(&packed));
    if packed.starts_with(BROUGHT) {
        // After a reload the file is no longer here; only the learner can give it again.
        let brought = session.brought.get_value().filter(|it| brought_route(it) == packed);
        arrival.set(Some(brought.ok_or(ShareError::Gone)));
    } else {
        spawn_local(async move {
            arrival.try_set(Some(unpacked(&packed).await));
        });
    }
    move || match arrival.get() {
        None => view! { <p class="waiting" role="status">{strings::LINK_OPENS}</p> }.into_any(),
        Some(Ok(shared)) => view! { <Playground visiting=(shared, key.clone())/> }.into_any(),
        Some(Err(error)) => view! {
            <div class="page page-narrow">
                <h1>{strings::LINK_REFUSED}</h1>
                <div role="alert">
                    <Notice tone=Tone::Bad><p>{strings::share_failed(error)}</p></Notice>
                </div>
                <p>
                    <a class="button" href=Route::Playground(None).href()>
                        <Glyph icon=Icon::Prompt/>
                        {strings::TO_MY_PLAYGROUND}
                    </a>
                </p>
            </div>
        }
        .into_any(),
    }
}

async fn unpacked(packed: &str) -> Result<Shared, ShareError> {
    let bytes = unarmored(packed)?;
    // Escapes make JSON longer than the files in it.
    let text = browser::inflate(&bytes, MAX_BYTES * 2).await.map_err(|error| match error {
        InflateError::Damaged => ShareError::Damaged,
        InflateError::TooLarge => ShareError::TooLarge,
    })?;
    Shared::parse(&String::from_utf8(text).map_err(|_| ShareError::Damaged)?)
}

/// Says that the program is somebody else's, and what the learner has made of it.
#[component]
pub fn Visitor(
    /// Where it is shown.
    bench: Bench,
    /// Where in the course it comes from.
    place: Option<Route>,
) -> impl IntoView {
    // Only what was changed on an earlier visit needs a word.
    let was_changed = bench.is_changed();
    let again = move |_| bench.begin_again();
    view! {
        <div class="page-notice visitor" role="status">
            <Notice tone=Tone::Hint>
                <p><strong>{strings::FROM_LINK}</strong> " " {strings::FROM_LINK_LONG}</p>
                <p class="visitor-ways">
                    {place.map(|it| view! { <a href=it.href()>{strings::FROM_LESSON}</a> })}
                    <a href=Route::Playground(None).href()>{strings::TO_MY_PLAYGROUND}</a>
                </p>
                {was_changed.then(|| view! {
                    <Show when=move || bench.is_changed()>
                        <p>{strings::FROM_LINK_CHANGED}</p>
                        <button type="button" class="button button-small" on:click=again>
                            <Glyph icon=Icon::Reset/>
                            {strings::FROM_LINK_AGAIN}
                        </button>
                    </Show>
                })}
            </Notice>
        </div>
    }
}
