//! Owns how Python is shown in prose: colored, and where wanted, an editor at the first touch.
//!
//! A lesson has many blocks and few are changed, so each begins as colored text of the same
//! measure as the editor that replaces it.

use std::time::Duration;

use leptos::{html, prelude::*, task::spawn_local, web_sys};

use crate::{
    editor::{self, Editor, Look},
    python::Throttle,
    session::{Session, use_session},
    settings::Theme,
};

/// Returns the theme to tell a widget: none where it should follow the system.
pub fn widget_theme(session: Session) -> Option<&'static str> {
    match session.settings.get_untracked().theme {
        Theme::System => None,
        chosen => Some(chosen.word()),
    }
}

/// Puts colored code into an element, and plain code until the colors are here.
pub(super) fn color(element: web_sys::HtmlElement, code: String) {
    element.set_text_content(Some(&code));
    spawn_local(async move {
        let Ok(bundle) = editor::bundle().await else { return };
        // The code may have changed while the bundle came.
        if element.text_content().as_deref() == Some(code.as_str()) {
            element.set_text_content(None);
            // An element of the page takes any fragment.
            let _ = element.append_child(&bundle.highlight(&code));
        }
    });
}

/// Python that is only shown.
#[component]
pub fn StaticCode(
    /// The code.
    code: String,
    /// Its name for a screen reader.
    label: &'static str,
) -> impl IntoView {
    let element = NodeRef::<html::Code>::new();
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            color(element, code.clone());
        }
    });
    view! {
        <pre class="code" tabindex="0" role="group" aria-label=label>
            <code node_ref=element></code>
        </pre>
    }
}

/// Python that becomes an editor when it is touched.
#[component]
pub fn EditableCode(
    /// The code; an edit changes it.
    code: RwSignal<String>,
    /// The name of the file.
    name: String,
    /// Its name for a screen reader.
    label: String,
    /// Told after each edit.
    on_edit: Callback<()>,
    /// Ctrl-Enter.
    on_run: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let element = NodeRef::<html::Code>::new();
    let place = NodeRef::<html::Div>::new();
    let is_editing = RwSignal::new(false);
    let editor = StoredValue::new_local(None::<Editor>);
    let lint = Throttle::new(Duration::from_millis(400));
    let path = StoredValue::new(name);

    Effect::new(move |_| {
        let text = code.get();
        if let Some(element) = element.get()
            && !is_editing.get()
        {
            color(element, text);
        }
    });
    // Code that was put back from outside reaches the editor; an edit is there already.
    Effect::new(move |_| {
        let text = code.get();
        let path = path.get_value();
        editor.with_value(|editor| {
            if let Some(editor) = editor
                && editor.text(&path) != text
            {
                editor.set_text(&path, &text);
            }
        });
    });
    let edited = move |path: String, text: String| {
        code.set(text);
        on_edit.run(());
        lint.ask(move || underline(session, editor, path));
    };
    let begin = StoredValue::new(label.clone());
    let begin = move || {
        if is_editing.get_untracked() {
            return;
        }
        spawn_local(async move {
            let Ok(bundle) = editor::bundle().await else { return };
            let Some(parent) = place.try_get_untracked().flatten() else { return };
            if is_editing.get_untracked() {
                return;
            }
            let label = begin.get_value();
            let look = Look {
                label: &label,
                theme: widget_theme(session),
                pixels: session.settings.get_untracked().text_size.code_pixels(),
                gutter: false,
            };
            let made = Editor::new(&bundle, &parent, &look, edited, move || on_run.run(()));
            made.open_file(&path.get_value(), &code.get_untracked());
            is_editing.set(true);
            editor.set_value(Some(made));
            // What is not drawn yet cannot take the focus.
            request_animation_frame(move || {
                editor.try_with_value(|editor| editor.as_ref().map(|it| it.focus()));
            });
        });
    };
    follow_settings(session, editor);
    view! {
        <div class="code-place" class:is-editing=move || is_editing.get()>
            <pre
                class="code code-editable"
                tabindex="0"
                role="group"
                aria-label=label
                class:hidden=move || is_editing.get()
                on:click=move |_| begin()
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        if event.ctrl_key() || event.meta_key() {
                            on_run.run(());
                        } else {
                            begin();
                        }
                    }
                }
            >
                <code node_ref=element></code>
            </pre>
            <div class="code-editor" class:hidden=move || !is_editing.get() node_ref=place></div>
        </div>
    }
}

/// Keeps an editor's look as the learner has chosen it.
pub fn follow_settings(session: Session, editor: StoredValue<Option<Editor>, LocalStorage>) {
    Effect::new(move |_| {
        let settings = session.settings.get();
        editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.set_theme(crate::browser::theme_word(settings));
                editor.set_font_size(settings.text_size.code_pixels());
            }
        });
    });
}

/// Underlines the syntax errors of a file that is open, as Python's own parser sees them.
pub fn underline(
    session: Session,
    editor: StoredValue<Option<Editor>, LocalStorage>,
    path: String,
) {
    if std::path::Path::new(&path).extension().is_none_or(|it| it != "py") {
        return;
    }
    let text = editor.try_with_value(|it| it.as_ref().map(|it| it.text(&path))).flatten();
    let (Some(text), Some(python)) = (text, session.host()) else { return };
    spawn_local(async move {
        let errors = python.parse(&text, &path).await;
        editor.try_with_value(|editor| {
            // What was typed meanwhile is examined on its own.
            if let Some(editor) = editor
                && editor.text(&path) == text
            {
                editor.underline(&path, &errors);
            }
        });
    });
}
