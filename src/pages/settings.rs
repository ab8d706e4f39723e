//! Owns the page where a learner chooses the look, and carries or clears what is stored.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    browser,
    parts::icon::{Glyph, Icon},
    session::{Session, use_session},
    settings::{Motion, TextSize, Theme},
    store::Key,
    strings, transfer,
};

/// Look and storage.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let session = use_session();
    browser::set_title(&strings::page_title(&crate::route::Route::Settings, None));
    view! {
        <div class="page page-narrow settings">
            <h1>{strings::SETTINGS}</h1>
            <section>
                <h2>{strings::LOOK}</h2>
                {choices(
                    strings::THEME,
                    "theme",
                    Theme::ALL.map(|it| (it, strings::theme(it))),
                    Signal::derive(move || session.settings.get().theme),
                    move |theme| session.change_settings(|it| it.theme = theme),
                )}
                {choices(
                    strings::TEXT_SIZE,
                    "text-size",
                    TextSize::ALL.map(|it| (it, strings::text_size(it))),
                    Signal::derive(move || session.settings.get().text_size),
                    move |size| session.change_settings(|it| it.text_size = size),
                )}
                {choices(
                    strings::MOTION,
                    "motion",
                    Motion::ALL.map(|it| (it, strings::motion(it))),
                    Signal::derive(move || session.settings.get().motion),
                    move |motion| session.change_settings(|it| it.motion = motion),
                )}
            </section>
            <Stored session=session/>
            // A package is made of the page that everybody gets, not of a package.
            {session.lms.is_none().then(|| view! {
                <section>
                    <h2>{strings::TEACHERS}</h2>
                    <p>{strings::TEACHERS_LONG}</p>
                    <div class="settings-row">
                        <a class="button" href=crate::route::Route::Package.href()>
                            {strings::TEACHERS_PACKAGE}
                        </a>
                        <a class="button" href=crate::route::Route::Class.href()>
                            {strings::TEACHERS_CLASS}
                        </a>
                    </div>
                </section>
            })}
        </div>
    }
}

fn choices<T, const N: usize>(
    legend: &'static str,
    name: &'static str,
    options: [(T, &'static str); N],
    chosen: Signal<T>,
    choose: impl Fn(T) + Copy + Send + 'static,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let options = options
        .into_iter()
        .map(|(value, label)| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name
                        prop:checked=move || chosen.get() == value
                        on:change=move |_| choose(value)
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments">
            <legend>{legend}</legend>
            <div class="segment-row">{options}</div>
        </fieldset>
    }
    .into_any()
}

/// Carries or clears what is stored.
#[component]
fn Stored(
    /// The state of the page.
    session: Session,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let name: String = session.stored(&Key::Learner).unwrap_or_default();
    let is_asked = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let import = move |_| {
        let Some(input) = field.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        input.set_value("");
        spawn_local(async move {
            #[expect(clippy::cast_precision_loss, reason = "the bound is small")]
            let is_small = file.size() <= transfer::MAX_BYTES as f64;
            let result = if is_small {
                browser::read_text(&file).await.map(|text| session.import(&text))
            } else {
                Ok(Err(transfer::TransferError::TooLarge))
            };
            said.try_set(match result {
                Ok(Ok(())) => strings::IMPORTED.to_owned(),
                Ok(Err(error)) => strings::import_failed(&error),
                Err(message) => message,
            });
        });
    };
    let clear = move |_| {
        if is_asked.get_untracked() {
            session.clear();
        }
        is_asked.update(|it| *it = !*it);
    };
    view! {
        <section>
            <h2>{strings::STORED}</h2>
            <p>{strings::STORED_LONG}</p>
            <label class="learner-name">
                {strings::LEARNER_NAME}
                <input
                    type="text"
                    maxlength=transfer::MAX_NAME.to_string()
                    autocomplete="off"
                    prop:value=name
                    on:change=move |event| session.keep(&Key::Learner, &event_target_value(&event))
                />
            </label>
            <div class="settings-row">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| browser::download(strings::EXPORT_FILE, &session.export())
                >
                    <Glyph icon=Icon::Download/>
                    {strings::EXPORT}
                </button>
                <label class="button file-button">
                    <Glyph icon=Icon::Share/>
                    {strings::IMPORT}
                    <input
                        type="file"
                        class="unseen"
                        accept="application/json,.json"
                        node_ref=field
                        on:change=import
                    />
                </label>
            </div>
            <p class="settings-note" role="status">{said}</p>
            <div class="settings-row">
                <button type="button" class="button button-danger" on:click=clear>
                    {move || if is_asked.get() { strings::CLEAR_REALLY } else { strings::CLEAR }}
                </button>
            </div>
            <p class="settings-note" role="status">
                {move || if is_asked.get() { strings::CLEAR_LONG } else { "" }}
            </p>
        </section>
    }
}
