//! Owns the page where a teacher makes a package for an LMS out of this very page.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use vivarium_bundle::{Site, archive::Archive, lms};
use vivarium_course::model::Course;
use vivarium_lms::package::Standard;

use crate::{
    browser,
    choice::{Choice, Part},
    parts::{
        icon::{Glyph, Icon},
        notice::{Notice, Tone},
    },
    route::Route,
    strings,
};

/// How far the package is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Making {
    /// Nothing is being made.
    Idle,
    /// So many percent of the bytes are packed.
    Packing(u64),
    /// It was handed to the browser: its name and size.
    Made(String, usize),
    /// It could not be made, and why.
    Failed(String),
}

/// Makes packages.
#[component]
pub fn PackagePage(
    /// The course.
    course: Arc<Course>,
) -> impl IntoView {
    browser::set_title(&strings::page_title(&Route::Package, None));
    let choice = RwSignal::new(Choice::default());
    let making = RwSignal::new(Making::Idle);
    let shown = course.clone();
    let n_lessons = move || choice.with(|it| it.n_lessons(&shown));
    let is_busy = move || matches!(making.get(), Making::Packing(_));
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match choice.with_untracked(Choice::order) {
            Err(missing) => making.set(Making::Failed(strings::choice_lacks(missing).to_owned())),
            Ok(order) if !is_busy() => {
                making.set(Making::Packing(0));
                spawn_local(async move {
                    let made = make(&order, making).await;
                    making.set(made.unwrap_or_else(Making::Failed));
                });
            }
            Ok(_) => {}
        }
    };
    view! {
        <div class="page page-narrow settings">
            <header class="page-head">
                <nav class="trail" aria-label=strings::TRAIL>
                    <a href=Route::Settings.href()>{strings::SETTINGS}</a>
                </nav>
                <h1>{strings::PACKAGE}</h1>
                <p class="lead">{strings::PACKAGE_LEAD}</p>
            </header>
            <form class="package-form" on:submit=make>
                <section>
                    <h2>{strings::PACKAGE_STANDARD}</h2>
                    {standards(choice)}
                </section>
                <section>
                    <h2>{strings::PACKAGE_PART}</h2>
                    {parts(choice)}
                    {move || match choice.with(|it| it.part) {
                        Part::Whole => ().into_any(),
                        Part::Module => modules(&course, choice),
                        Part::Lessons => lessons(&course, choice),
                    }}
                </section>
                <section>
                    <h2><label for="mastery">{strings::PACKAGE_MASTERY}</label></h2>
                    <p id="mastery-note">{strings::PACKAGE_MASTERY_LONG}</p>
                    <p class="package-mastery">
                        <input
                            id="mastery"
                            type="text"
                            inputmode="numeric"
                            maxlength="5"
                            aria-describedby="mastery-note"
                            prop:value=move || choice.with(|it| it.mastery.clone())
                            on:input=move |event| choice.update(|it| it.mastery = event_target_value(&event))
                        />
                        "%"
                    </p>
                </section>
                <p>
                    <button type="submit" class="button button-main button-large" prop:disabled=is_busy>
                        <Glyph icon=Icon::Download/>
                        {strings::PACKAGE_MAKE}
                        <span class="button-note">{move || strings::n_lessons(n_lessons())}</span>
                    </button>
                </p>
            </form>
            <div role="status">{move || outcome(&making.get())}</div>
        </div>
    }
}

fn outcome(making: &Making) -> AnyView {
    match making {
        Making::Idle => ().into_any(),
        Making::Packing(percent) => view! {
            <div class="package-bar" aria-hidden="true">
                <div class="python-bar-fill" style=strings::scale(*percent)></div>
            </div>
            <p>{strings::PACKAGE_BUSY}</p>
        }
        .into_any(),
        Making::Made(name, size) => {
            let said = strings::package_made(name, *size);
            view! {
            <Notice tone=Tone::Good>
                <p><strong>{said}</strong></p>
                <p>{strings::PACKAGE_NEXT}</p>
            </Notice>
            }
            .into_any()
        }
        Making::Failed(message) => {
            let message = message.clone();
            view! { <Notice tone=Tone::Bad><p>{message}</p></Notice> }.into_any()
        }
    }
}

/// Reads this page's own files, makes the package of them, packs it and hands it to the browser.
async fn make(order: &lms::Order, making: RwSignal<Making>) -> Result<Making, String> {
    let mut site = Site::new();
    for path in browser::own_files().await? {
        if lms::belongs(&path) {
            let content = browser::own_file(&path).await;
            site.insert(path, content.map_err(|_| strings::PACKAGE_NO_FILES.to_owned())?);
        }
    }
    let site = lms::package(site, order).map_err(|error| error.to_string())?;
    let total: usize = site.values().map(Vec::len).sum();
    let mut archive = Archive::default();
    let mut done = 0;
    for (path, content) in &site {
        let deflated = browser::deflate(content).await?;
        archive.add(path, content, &deflated).map_err(|error| error.to_string())?;
        done += content.len();
        making.set(Making::Packing((done * 100 / total.max(1)) as u64));
    }
    let bytes = archive.finish().map_err(|error| error.to_string())?;
    let name = lms::archive_name(order);
    browser::download_bytes(&name, "application/zip", &bytes);
    Ok(Making::Made(name, bytes.len()))
}

fn standards(choice: RwSignal<Choice>) -> AnyView {
    let rows = Standard::ALL
        .into_iter()
        .map(|standard| {
            let (name, note) = strings::standard(standard);
            view! {
                <label class="package-choice">
                    <input
                        type="radio"
                        name="standard"
                        prop:checked=move || choice.with(|it| it.standard == standard)
                        on:change=move |_| choice.update(|it| it.standard = standard)
                    />
                    <span><strong>{name}</strong>" "{note}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="package-choices">
            <legend class="unseen">{strings::PACKAGE_STANDARD}</legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn parts(choice: RwSignal<Choice>) -> AnyView {
    let rows = Part::ALL
        .into_iter()
        .map(|part| {
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name="part"
                        prop:checked=move || choice.with(|it| it.part == part)
                        on:change=move |_| choice.update(|it| it.part = part)
                    />
                    <span>{strings::part(part)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="segments">
            <legend class="unseen">{strings::PACKAGE_PART}</legend>
            <div class="segment-row">{rows}</div>
        </fieldset>
    }
    .into_any()
}

fn modules(course: &Course, choice: RwSignal<Choice>) -> AnyView {
    let rows = course
        .modules
        .iter()
        .filter(|it| !it.lessons.is_empty())
        .map(|module| {
            let (id, chosen) = (module.id.clone(), module.id.clone());
            view! {
                <label class="package-choice">
                    <input
                        type="radio"
                        name="module"
                        prop:checked=move || choice.with(|it| it.module.as_deref() == Some(&chosen))
                        on:change=move |_| choice.update(|it| it.module = Some(id.clone()))
                    />
                    <span>
                        <strong>{module.title.clone()}</strong>
                        " "
                        {strings::lessons_and_time(module.lessons.len(), module.minutes())}
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="package-choices">
            <legend class="unseen">{strings::part(Part::Module)}</legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn lessons(course: &Course, choice: RwSignal<Choice>) -> AnyView {
    let groups = course
        .modules
        .iter()
        .filter(|it| !it.lessons.is_empty())
        .map(|module| {
            let rows = module
                .lessons
                .iter()
                .map(|lesson| {
                    let (id, chosen) = (lesson.id.clone(), lesson.id.clone());
                    view! {
                        <label class="package-choice">
                            <input
                                type="checkbox"
                                prop:checked=move || choice.with(|it| it.lessons.contains(&chosen))
                                on:change=move |_| choice.update(|it| it.toggle(&id))
                            />
                            <span>{lesson.title.clone()}</span>
                        </label>
                    }
                })
                .collect_view();
            view! {
                <fieldset class="package-choices package-group">
                    <legend>{module.title.clone()}</legend>
                    {rows}
                </fieldset>
            }
        })
        .collect_view();
    view! { <div class="package-lessons">{groups}</div> }.into_any()
}
