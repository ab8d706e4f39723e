//! Owns how a bench is drawn: file tabs above, editor below them.

use std::time::Duration;

use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local};

use super::{
    bench::Bench,
    code::{follow_settings, underline, widget_theme},
};
use crate::{
    editor::{self, Editor, Look},
    parts::{
        icon::{Glyph, Icon},
        tabs::{Tab, Tabs},
    },
    python::Throttle,
    strings,
};

/// The editor of a bench, without its tabs.
#[component]
pub fn EditorView(
    /// Whose files it shows.
    bench: Bench,
    /// Ctrl-Enter.
    on_run: Callback<()>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let is_there = RwSignal::new(false);
    let lint = Throttle::new(Duration::from_millis(400));
    let edited = move |path: String, text: String| {
        bench.edited(path.clone(), text);
        lint.ask(move || underline(bench.session, bench.editor, path));
    };
    Effect::new(move |_| {
        let Some(parent) = place.get() else { return };
        spawn_local(async move {
            let Ok(bundle) = editor::bundle().await else { return };
            if bench.editor.try_with_value(Option::is_some) != Some(false) {
                return;
            }
            let look = Look {
                label: strings::EDITOR,
                theme: widget_theme(bench.session),
                pixels: bench.session.settings.get_untracked().text_size.code_pixels(),
                gutter: true,
            };
            let made = Editor::new(&bundle, &parent, &look, edited, move || on_run.run(()));
            bench.attach_editor(made);
            is_there.set(true);
        });
    });
    follow_settings(bench.session, bench.editor);
    on_cleanup(move || {
        bench.save();
        bench.editor.try_update_value(Option::take);
    });
    view! {
        <div class="editor" id="editor-panel" role="tabpanel" aria-label=strings::EDITOR>
            <div class="editor-place" node_ref=place></div>
            <Show when=move || !is_there.get()>
                <pre class="code editor-waiting" aria-hidden="true">
                    {move || bench.text(&bench.shown.get())}
                </pre>
            </Show>
        </div>
    }
}

/// The tabs of a bench's files, and the way to make and remove files.
#[component]
pub fn FileTabs(
    /// Whose files.
    bench: Bench,
    /// Whether files can be made and removed.
    can_change: bool,
) -> impl IntoView {
    let is_naming = RwSignal::new(false);
    let tabs = Signal::derive(move || {
        bench
            .open
            .get()
            .into_iter()
            .map(|path| Tab { value: path.clone(), label: path, panel: "editor-panel".to_owned() })
            .collect::<Vec<_>>()
    });
    let closed = Memo::new(move |_| {
        let open = bench.open.get();
        bench.files.with(|files| {
            files.keys().filter(|path| !open.contains(path)).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <div class="file-tabs">
            <Tabs
                label=strings::FILES
                tabs=tabs
                shown=bench.shown
                on_choose=Callback::new(move |path: String| bench.show(&path))
            />
            <Show when=move || !closed.with(Vec::is_empty)>
                <ClosedFiles bench=bench closed=closed/>
            </Show>
            {can_change.then(|| view! {
                <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-label=strings::NEW_FILE
                    title=strings::NEW_FILE
                    aria-expanded=move || if is_naming.get() { "true" } else { "false" }
                    on:click=move |_| is_naming.update(|it| *it = !*it)
                >
                    <Glyph icon=Icon::Plus/>
                </button>
                <Show when=move || bench.open.with(|open| open.len() > 1)>
                    <button
                        type="button"
                        class="button button-quiet button-icon"
                        aria-label=move || strings::remove_file(&bench.shown.get())
                        title=move || strings::remove_file(&bench.shown.get())
                        on:click=move |_| bench.remove(&bench.shown.get_untracked())
                    >
                        <Glyph icon=Icon::Cross/>
                    </button>
                </Show>
            })}
        </div>
        <Show when=move || is_naming.get()>
            <NewFile bench=bench is_open=is_naming/>
        </Show>
    }
}

/// The files that have no tab, such as those that programs made.
#[component]
fn ClosedFiles(
    /// Whose files.
    bench: Bench,
    /// Their paths.
    closed: Memo<Vec<String>>,
) -> impl IntoView {
    view! {
        <select
            class="closed-files"
            aria-label=strings::MORE_FILES
            on:change:target=move |event| {
                let path = event.target().value();
                if !path.is_empty() {
                    bench.show(&path);
                }
            }
        >
            <option value="">{move || strings::n_more_files(closed.with(Vec::len))}</option>
            {move || {
                closed
                    .get()
                    .into_iter()
                    .map(|path| view! { <option value=path.clone()>{path.clone()}</option> })
                    .collect_view()
            }}
        </select>
    }
}

/// Asks for the name of a new file.
#[component]
fn NewFile(
    /// Where it goes.
    bench: Bench,
    /// Whether the question is asked.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let is_refused = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // The question was asked for.
            let _ = field.focus();
        }
    });
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        if bench.make_file(field.value().trim()) {
            is_open.set(false);
        } else {
            is_refused.set(true);
        }
    };
    view! {
        <form class="new-file" on:submit=make>
            <label>
                {strings::NEW_FILE_NAME}
                <input
                    type="text"
                    class="field"
                    placeholder="helpers.py"
                    autocomplete="off"
                    spellcheck="false"
                    node_ref=field
                    on:keydown=move |event| {
                        if event.key() == "Escape" {
                            is_open.set(false);
                        }
                    }
                />
            </label>
            <button type="submit" class="button button-small">{strings::MAKE}</button>
            <span role="status" class="field-error">
                {move || is_refused.get().then_some(strings::NAME_REFUSED)}
            </span>
        </form>
    }
}

/// Names the files that a reload will not bring back.
#[component]
pub fn LeftOut(
    /// Whose files.
    bench: Bench,
) -> impl IntoView {
    move || {
        let left_out = bench.left_out.get();
        (!left_out.is_empty())
            .then(|| view! { <p class="left-out" role="status">{strings::left_out(&left_out)}</p> })
    }
}
