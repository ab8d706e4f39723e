//! Owns how files come into a place of work, chosen or dropped, and how all of them leave.
//!
//! What has a name that is there already waits until the learner has said which one to keep.

use std::collections::BTreeMap;

use leptos::{html, prelude::*, task::spawn_local, web_sys};

use super::bench::{Bench, Files};
use crate::{
    browser::{self, Named},
    incoming::{self, Incoming, Refusal, is_zip, zipped},
    pages::visit::visit_brought,
    parts::icon::{Glyph, Icon},
    share::{EXTENSION, ShareError, Shared},
    strings,
};

/// What came of files from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// They are being read.
    Reading,
    /// They have been examined.
    Read {
        n_added: usize,
        /// Files of names that are there already, with another content.
        clashes: Files,
        refused: BTreeMap<Refusal, Vec<String>>,
    },
    /// A program of somebody else could not be opened.
    NoProgram(ShareError),
}

/// One place that takes files.
#[derive(Clone, Copy)]
pub struct Bringing {
    bench: Bench,
    outcome: RwSignal<Option<Outcome>>,
    is_hovered: RwSignal<bool>,
}

impl Bringing {
    /// Makes a place that takes files for `bench`.
    pub fn new(bench: &Bench) -> Self {
        Self { bench: *bench, outcome: RwSignal::new(None), is_hovered: RwSignal::new(false) }
    }

    /// Takes what is dropped onto an element.
    pub fn take_drops(self, element: &web_sys::Element) {
        let hover = move |is_above| {
            self.is_hovered.try_set(is_above);
        };
        browser::take_drops(element, hover, move |files| self.bring(files));
    }

    /// Reads files, and adds those that can be.
    pub fn bring(self, files: Vec<Named>) {
        if files.is_empty() {
            return;
        }
        self.outcome.set(Some(Outcome::Reading));
        spawn_local(async move {
            let is_program = files.len() == 1 && files[0].0.ends_with(EXTENSION);
            let outcome = if is_program {
                let text = read_program(&files[0]).await;
                match text.and_then(|it| Shared::parse(&it)) {
                    Ok(shared) => {
                        visit_brought(self.bench.session, shared);
                        None
                    }
                    Err(error) => Some(Outcome::NoProgram(error)),
                }
            } else {
                Some(self.take(gathered(files).await))
            };
            self.outcome.try_set(outcome);
        });
    }

    fn take(self, incoming: Incoming) -> Outcome {
        let mut refused = BTreeMap::<Refusal, Vec<String>>::new();
        for (path, refusal) in incoming.refused {
            refused.entry(refusal).or_default().push(path);
        }
        let (clashes, fresh): (Files, Files) = self.bench.files.with_untracked(|files| {
            let differs =
                |path: &String, bytes: &Vec<u8>| files.get(path).is_some_and(|ours| ours != bytes);
            incoming.files.into_iter().partition(|(path, bytes)| differs(path, bytes))
        });
        let n_added = fresh.len();
        if n_added > 0 {
            self.bench.take_in(fresh);
        }
        Outcome::Read { n_added, clashes, refused }
    }

    fn save_zip(self) {
        let zip = self.bench.files.with_untracked(zipped);
        browser::download_bytes(strings::ZIP_FILE, "application/zip", &zip);
    }
}

async fn read_program(file: &Named) -> Result<String, ShareError> {
    let file = file.1.as_ref().ok_or(ShareError::Damaged)?;
    if browser::size(file) > incoming::MAX_BYTES {
        return Err(ShareError::TooLarge);
    }
    browser::read_text(file).await.map_err(|_| ShareError::Damaged)
}

async fn gathered(files: Vec<Named>) -> Incoming {
    let mut incoming = Incoming::default();
    for (path, file) in files {
        let Some(file) = file else {
            incoming.refuse(&path, Refusal::Unreadable);
            continue;
        };
        let size = browser::size(&file);
        // Its size is known before its bytes are fetched.
        let is_too_large = if is_zip(&path) {
            size > incoming::MAX_BYTES
        } else {
            size > incoming::MAX_FILE_BYTES
        };
        if is_too_large {
            incoming.refuse(&path, Refusal::TooLarge);
            continue;
        }
        match browser::read_bytes(&file).await {
            Ok(bytes) if is_zip(&path) => incoming.add_zip(&path, &bytes),
            Ok(bytes) => incoming.add(&path, bytes),
            Err(_) => incoming.refuse(&path, Refusal::Unreadable),
        }
    }
    incoming
}

/// The rows of a menu: files in, files out.
#[component]
pub fn FilesMenu(
    /// Where they come in.
    bringing: Bringing,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            bringing.bring(browser::chosen(&field));
        }
    };
    view! {
        <div class="menu-row">
            <button type="button" class="button" on:click=choose>
                <Glyph icon=Icon::Plus/>
                {strings::OPEN_FILES}
            </button>
            <button type="button" class="button" on:click=move |_| bringing.save_zip()>
                <Glyph icon=Icon::Download/>
                {strings::SAVE_ZIP}
            </button>
            <input
                type="file"
                multiple
                class="hidden"
                tabindex="-1"
                aria-label=strings::OPEN_FILES
                on:change=chosen
                node_ref=field
            />
        </div>
        <p class="menu-note">{strings::FILES_NOTE}</p>
    }
}

/// What came of files from outside, and the place where they are dropped.
#[component]
pub fn BringPanel(
    /// Where they come in.
    bringing: Bringing,
) -> impl IntoView {
    let close = move |_| bringing.outcome.set(None);
    view! {
        <Show when=move || bringing.is_hovered.get()>
            <div class="drop-here"><p>{strings::DROP_HERE}</p></div>
        </Show>
        <Show when=move || bringing.outcome.with(Option::is_some)>
            <div class="share-panel" role="group" aria-label=strings::BRINGING>
                <div class="share-words" role="status">
                    {move || bringing.outcome.get().map(|it| outcome_view(&bringing, it))}
                </div>
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

fn outcome_view(bringing: &Bringing, outcome: Outcome) -> AnyView {
    let (n_added, clashes, refused) = match outcome {
        Outcome::Reading => return view! { <p>{strings::READING_FILES}</p> }.into_any(),
        Outcome::NoProgram(error) => {
            return view! { <p>{strings::share_failed(error)}</p> }.into_any();
        }
        Outcome::Read { n_added, clashes, refused } => (n_added, clashes, refused),
    };
    let refused = refused
        .into_iter()
        .map(|(refusal, paths)| view! { <p>{strings::refused(&paths, refusal)}</p> })
        .collect_view();
    let names: Vec<String> = clashes.keys().cloned().collect();
    let bringing = *bringing;
    let question = (!names.is_empty()).then(|| {
        let settle = move |is_replaced: bool| {
            let clashes = clashes.clone();
            let n_replaced = if is_replaced { clashes.len() } else { 0 };
            if is_replaced {
                bringing.bench.take_in(clashes);
            }
            bringing.outcome.update(|outcome| {
                if let Some(Outcome::Read { n_added, clashes, .. }) = outcome {
                    *n_added += n_replaced;
                    clashes.clear();
                }
            });
        };
        let keep = settle.clone();
        view! {
            <p>{strings::clashes(&names)}</p>
            <p class="visitor-ways">
                <button type="button" class="button button-small" on:click=move |_| settle(true)>
                    {strings::REPLACE_CLASHES}
                </button>
                <button type="button" class="button button-small" on:click=move |_| keep(false)>
                    {strings::KEEP_MINE}
                </button>
            </p>
        }
    });
    view! { <p>{strings::n_files_added(n_added)}</p> {refused} {question} }.into_any()
}
