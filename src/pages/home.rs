//! Owns the first page: what this is, where the learner was, and the map of the course.

use std::sync::Arc;

use leptos::prelude::*;
use vivarium_course::model::{Course, Lesson, Module, ModuleState};

use crate::{
    panes::demo::Demo,
    parts::icon::{Glyph, Icon},
    progress::{Progress, Standing},
    route::Route,
    session::use_session,
    strings,
};

/// What this is, where the learner was, and the map of the course.
#[component]
pub fn Home(
    /// The course.
    course: Arc<Course>,
) -> impl IntoView {
    let shown = course.clone();
    // The module that is pointed at; what it builds on stands out.
    let pointed = RwSignal::new(Vec::<String>::new());
    let modules = course.modules.iter().map(|it| module_card(&course, it, pointed)).collect_view();
    view! {
        <div class="page home">
            <div class="hero">
                <section class="hero-words">
                    <h1>{course.summary.trim_end_matches('.').to_owned()}</h1>
                    <p class="hero-text">{strings::HERO}</p>
                    <Start course=shown/>
                    <ul class="promises">
                        <li><Glyph icon=Icon::Check/>{strings::PROMISE_INSTALL}</li>
                        <li><Glyph icon=Icon::Check/>{strings::PROMISE_REAL}</li>
                        <li><Glyph icon=Icon::Check/>{strings::PROMISE_PRIVATE}</li>
                    </ul>
                </section>
                <Demo/>
            </div>
            <section aria-labelledby="map">
                <h2 id="map">{strings::MAP}</h2>
                <ol class="modules">{modules}</ol>
            </section>
        </div>
    }
}

/// Where to go on, or where to begin.
#[component]
fn Start(
    /// The course.
    course: Arc<Course>,
) -> impl IntoView {
    let session = use_session();
    let first = course.lessons().next().map(|(_, lesson)| Route::lesson(&lesson.id));
    let place = move || {
        let last = session.progress.with(|it| it.last.clone())?;
        let route = Route::parse(&last.route);
        let title = title_of(&course, &route)?;
        Some((route, title))
    };
    let main = move || match place() {
        Some((route, title)) => view! {
            <a class="button button-main button-large" href=route.href()>
                {strings::CONTINUE}
                <span class="button-note">{title}</span>
                <Glyph icon=Icon::Right/>
            </a>
        }
        .into_any(),
        None => first
            .clone()
            .map(|route| {
                view! {
                    <a class="button button-main button-large" href=route.href()>
                        {strings::BEGIN}
                        <Glyph icon=Icon::Right/>
                    </a>
                }
            })
            .into_any(),
    };
    view! {
        <p class="hero-ways">
            {main}
            <a class="button button-large" href=Route::Playground(None).href()>
                <Glyph icon=Icon::Prompt/>
                {strings::OPEN_PLAYGROUND}
            </a>
        </p>
    }
}

/// Returns the title of a lesson or exercise that still exists.
pub fn title_of(course: &Course, route: &Route) -> Option<String> {
    match route {
        Route::Lesson { id, .. } => course.lesson(id).map(|(_, lesson)| lesson.title.clone()),
        Route::Exercise(id) => course.exercise(id).map(|(_, _, exercise)| exercise.title.clone()),
        _ => None,
    }
}

fn module_card(
    course: &Course,
    module: &Module,
    pointed: RwSignal<Vec<String>>,
) -> impl IntoView + use<> {
    let session = use_session();
    let id = module.id.clone();
    let is_needed = move || pointed.with(|it| it.contains(&id));
    let needs = StoredValue::new(module.needs.clone());
    let point = move || pointed.set(needs.get_value());
    let leave = move || pointed.set(Vec::new());
    let lessons: Vec<Lesson> = module.lessons.clone();
    let n_lessons = lessons.len();
    let n_done = Memo::new(move |_| session.progress.with(|it| count_done(it, &lessons)));
    let state = module.state();
    let is_coming = state == ModuleState::Coming;
    let note = match state {
        ModuleState::Coming => strings::n_topics(module.topics.len()),
        ModuleState::Partial | ModuleState::Complete => {
            strings::lessons_and_time(n_lessons, module.minutes())
        }
    };
    view! {
        <li>
            <a
                class="card module-card"
                class:is-coming=is_coming
                class:is-needed=is_needed
                on:mouseenter=move |_| point()
                on:mouseleave=move |_| leave()
                on:focus=move |_| point()
                on:blur=move |_| leave()
                class:is-done=move || !is_coming && n_done.get() == n_lessons
                href=Route::Module(module.id.clone()).href()
            >
                <span class="module-number" aria-hidden="true">{module.number}</span>
                <span class="card-body">
                    <span class="card-title">{module.title.clone()}</span>
                    <span class="card-text">{module.summary.clone()}</span>
                    <span class="card-note">
                        {note}
                        {is_coming.then(|| view! { <span class="tag">{strings::COMING}</span> })}
                    </span>
                    {needs_of(course, module)}
                    {(!is_coming).then(|| view! { <ProgressBar done=n_done total=n_lessons/> })}
                </span>
            </a>
        </li>
    }
}

/// What a module builds on, each with its number on the map.
fn needs_of(course: &Course, module: &Module) -> Option<AnyView> {
    let needed = module.needs.iter().filter_map(|id| course.module(id));
    let names: Vec<String> = needed.map(|it| strings::needed(it.number, &it.title)).collect();
    if names.is_empty() {
        return None;
    }
    Some(
        view! {
            <span class="card-needs">
                <span class="card-needs-word">{strings::NEEDS}</span>
                {format!(" {}", names.join(", "))}
            </span>
        }
        .into_any(),
    )
}

/// Counts the lessons in which nothing is left to do.
pub fn count_done(progress: &Progress, lessons: &[Lesson]) -> usize {
    let is_done = |lesson: &&Lesson| standing(progress, lesson) == Standing::Done;
    lessons.iter().filter(is_done).count()
}

/// Says how far a lesson is.
pub fn standing(progress: &Progress, lesson: &Lesson) -> Standing {
    progress.lesson_standing(&lesson.id, lesson.exercises.iter().map(|it| it.id.as_str()))
}

/// How many of some lessons are done.
#[component]
pub fn ProgressBar(
    /// How many are done.
    done: Memo<usize>,
    /// How many there are.
    total: usize,
) -> impl IntoView {
    view! {
        <span class="progress">
            <span class="progress-track" aria-hidden="true">
                <span
                    class="progress-fill"
                    style=move || strings::scale((done.get() * 100 / total.max(1)) as u64)
                ></span>
            </span>
            <span class="progress-words">{move || strings::n_done(done.get(), total)}</span>
        </span>
    }
}
