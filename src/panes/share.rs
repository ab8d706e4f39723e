//! Owns the way out of the page for a program: a button, and what it says once it is pressed.
//!
//! A link carries what fits into one; what does not leaves as a file. What is in the program is
//! its caller's business.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    browser,
    later::{self, late},
    parts::icon::{Glyph, Icon},
    route::Route,
    share::{EXTENSION, MAX_LINK_BYTES, Shared, armored},
    strings,
};

/// What came of sharing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Offer {
    /// Here is a link; whether it is on the clipboard.
    Link { address: String, is_copied: bool, seed: Option<u32> },
    /// It is too large for a link: so many bytes.
    TooLarge { n_bytes: usize },
    /// The page has no address that others could open.
    NoAddress,
}

/// One place where a program can be shared.
#[derive(Clone, Copy)]
pub struct Sharing {
    program: Callback<(), Option<Shared>>,
    offer: RwSignal<Option<Offer>>,
}

impl Sharing {
    /// Makes a place; `program` gives what is to be shared, as it is at that moment.
    pub fn new(program: Callback<(), Option<Shared>>) -> Self {
        Self { program, offer: RwSignal::new(None) }
    }

    /// Makes a link, puts it on the clipboard, and says so.
    pub fn share(self) {
        let Some(shared) = self.program.run(()) else { return };
        let Some(page) = browser::public_address() else {
            self.offer.set(Some(Offer::NoAddress));
            return;
        };
        spawn_local(async move {
            let Ok(packed) = browser::deflate(shared.text().as_bytes()).await else { return };
            let packed = armored(&packed);
            if packed.len() > MAX_LINK_BYTES {
                self.offer.try_set(Some(Offer::TooLarge { n_bytes: packed.len() }));
                return;
            }
            let route = Route::Playground(Some(packed));
            let address = format!("{page}{}", route.href());
            let is_copied = browser::copy(&address).await;
            let seed = (shared.mode == crate::share::SharedMode::Lockstep).then_some(shared.seed);
            self.offer.try_set(Some(Offer::Link { address, is_copied, seed }));
        });
    }

    fn save_file(self) {
        if let Some(shared) = self.program.run(()) {
            let name = format!("{}{EXTENSION}", shared.entry.trim_end_matches(".py"));
            browser::download(&name.replace('/', "-"), &shared.text());
        }
    }
}

/// Makes a link and puts it on the clipboard.
#[component]
pub fn ShareButton(
    /// What it shares.
    sharing: Sharing,
    /// What that is, for a screen reader; begins after "Share".
    what: String,
) -> impl IntoView {
    let press = move |_| {
        if sharing.offer.get_untracked().is_some() {
            sharing.offer.set(None);
        } else {
            later::with(move |it| (it.share)(sharing));
        }
    };
    view! {
        <button
            type="button"
            class="button button-quiet button-small share-button"
            title=strings::SHARE_LONG
            aria-expanded=move || if sharing.offer.with(Option::is_some) { "true" } else { "false" }
            on:click=press
        >
            <Glyph icon=Icon::Share/>
            <span class="bar-word">{strings::SHARE}</span>
            <span class="unseen">{what}</span>
        </button>
    }
}

/// What came of it; nothing until the button is pressed.
#[component]
pub fn SharePanel(
    /// What is shared.
    sharing: Sharing,
) -> impl IntoView {
    let close = move |_| sharing.offer.set(None);
    view! {
        <Show when=move || sharing.offer.with(Option::is_some)>
            <div
                class="share-panel"
                role="group"
                aria-label=strings::LINK_TO_SHARE
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        sharing.offer.set(None);
                    }
                }
            >
                {late(move |it| (it.offer)(sharing))}
                <button
                    type="button"
                    class="button button-quiet button-small button-icon"
                    aria-label=strings::CLOSE
                    title=strings::CLOSE
                    on:click=close
                >
                    <Glyph icon=Icon::Cross/>
                </button>
            </div>
        </Show>
    }
}

/// What came of it, in words.
pub fn offer(sharing: Sharing) -> AnyView {
    (move || sharing.offer.get().map(|offer| offer_view(sharing, offer))).into_any()
}

fn offer_view(sharing: Sharing, offer: Offer) -> AnyView {
    match offer {
        Offer::Link { address, is_copied, seed } => {
            let field = NodeRef::<html::Input>::new();
            if !is_copied {
                // What the page may not copy, the reader can.
                Effect::new(move |_| {
                    if let Some(field) = field.get() {
                        let _ = field.focus();
                        field.select();
                    }
                });
            }
            view! {
                <p role="status" class="share-words">
                    <strong>{if is_copied { strings::LINK_COPIED } else { strings::LINK_BELOW }}</strong>
                    " " {strings::link_holds(seed)}
                </p>
                <input
                    type="text"
                    class="field share-link"
                    readonly
                    aria-label=strings::LINK
                    prop:value=address
                    on:focus:target=|event| event.target().select()
                    node_ref=field
                />
            }
            .into_any()
        }
        Offer::TooLarge { n_bytes } => file_view(sharing, strings::too_large_for_link(n_bytes)),
        Offer::NoAddress => file_view(sharing, strings::NO_ADDRESS.to_owned()),
    }
}

fn file_view(sharing: Sharing, words: String) -> AnyView {
    view! {
        <p role="status" class="share-words">{words}</p>
        <button type="button" class="button button-small" on:click=move |_| sharing.save_file()>
            <Glyph icon=Icon::Download/>
            {strings::SHARE_FILE}
        </button>
    }
    .into_any()
}
