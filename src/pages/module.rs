//! Owns the page of one module: its lessons, and the topics that are still to come.

use std::sync::Arc;

use leptos::prelude::*;
use vivarium_course::model::{Course, Lesson, Module};

use super::{
    home::{ProgressBar, count_done, standing},
    not_found::NotFound,
};
use crate::{
    browser,
    parts::{
        icon::{Glyph, Icon},
        prose,
    },
    progress::Standing,
    route::Route,
    session::use_session,
    strings,
};

/// One module: its lessons, and the topics that are still to come.
#[component]
pub fn ModulePage(
    /// The course.
    course: Arc<Course>,
    /// The module's id.
    id: String,
) -> impl IntoView {
    let Some(module) = course.module(&id) else { return view! { <NotFound/> }.into_any() };
    browser::set_title(&strings::page_title(&Route::Home, Some(&module.title)));
    let session = use_session();
    let lessons = module.lessons.clone();
    let n_lessons = lessons.len();
    let n_done = Memo::new(move |_| session.progress.with(|it| count_done(it, &lessons)));
    let rows = module.lessons.iter().map(lesson_row).collect_view();
    view! {
        <div class="page page-narrow">
            <nav class="trail" aria-label=strings::TRAIL>
                <a href=Route::Home.href()>{strings::MAP}</a>
            </nav>
            <header class="page-head">
                <p class="kicker">{strings::module_number(module.number)}</p>
                <h1>{module.title.clone()}</h1>
                <p class="lead">{module.summary.clone()}</p>
                {needs(&course, module)}
                {(n_lessons > 0).then(|| view! {
                    <p class="needs">{strings::lessons_and_time(n_lessons, module.minutes())}</p>
                })}
                {(n_lessons > 0).then(|| view! { <ProgressBar done=n_done total=n_lessons/> })}
            </header>
            {goals(module)}
            {(n_lessons > 0).then(|| view! { <ol class="lesson-list">{rows}</ol> })}
            {coming(module)}
            {after(&course, module)}
        </div>
    }
    .into_any()
}

/// What one can do afterwards: the first goal of each lesson.
fn goals(module: &Module) -> Option<AnyView> {
    let goals: Vec<_> = module.lessons.iter().filter_map(|lesson| lesson.goals.first()).collect();
    if goals.is_empty() {
        return None;
    }
    let rows =
        goals.into_iter().map(|it| view! { <li>{prose::inline(it, None)}</li> }).collect_view();
    Some(
        view! {
            <details class="module-goals">
                <summary>{strings::MODULE_GOALS}</summary>
                <ul>{rows}</ul>
            </details>
        }
        .into_any(),
    )
}

fn needs(course: &Course, module: &Module) -> Option<AnyView> {
    let needed: Vec<&Module> = module.needs.iter().filter_map(|id| course.module(id)).collect();
    links(strings::NEEDS, &needed)
}

/// What to read next: the modules that build on this one, or else the one that follows.
fn after(course: &Course, module: &Module) -> Option<AnyView> {
    let written = || course.modules.iter().filter(|it| !it.lessons.is_empty());
    let mut next: Vec<&Module> = written().filter(|it| it.needs.contains(&module.id)).collect();
    if next.is_empty() {
        next.extend(written().find(|it| it.number > module.number));
    }
    links(strings::NEXT_MODULES, &next)
}

fn links(label: &'static str, modules: &[&Module]) -> Option<AnyView> {
    let links = modules
        .iter()
        .map(|it| {
            view! { <a href=Route::Module(it.id.clone()).href()>{it.title.clone()}</a> }.into_any()
        })
        .collect::<Vec<_>>();
    if links.is_empty() {
        return None;
    }
    let links = links
        .into_iter()
        .enumerate()
        .map(|(index, link)| (if index == 0 { " " } else { ", " }, link))
        .collect_view();
    Some(view! { <p class="needs">{label}{links}</p> }.into_any())
}

fn lesson_row(lesson: &Lesson) -> impl IntoView + use<> {
    let session = use_session();
    let shown = lesson.clone();
    let state = Memo::new(move |_| session.progress.with(|it| standing(it, &shown)) as u8);
    let is = move |wanted: Standing| state.get() == wanted as u8;
    view! {
        <li>
            <a class="lesson-row" class:is-done=move || is(Standing::Done) href=Route::lesson(&lesson.id).href()>
                <span class="lesson-mark">
                    {move || is(Standing::Done).then(|| view! { <Glyph icon=Icon::Check/> })}
                    {move || is(Standing::Begun).then(|| view! { <span class="dot"></span> })}
                </span>
                <span class="lesson-title">{lesson.title.clone()}</span>
                <span class="lesson-note">
                    {move || {
                        if is(Standing::Done) { strings::DONE } else if is(Standing::Begun) { strings::BEGUN } else { "" }
                    }}
                </span>
                <span class="lesson-note">{strings::minutes(lesson.minutes)}</span>
            </a>
        </li>
    }
}

fn coming(module: &Module) -> Option<AnyView> {
    let topics: Vec<_> = module.topics.iter().filter(|it| it.lesson.is_none()).collect();
    if topics.is_empty() {
        return None;
    }
    let rows = topics.iter().map(|it| view! { <li>{it.title.clone()}</li> }).collect_view();
    Some(
        view! {
            <section class="coming">
                <h2>{strings::COMING_TOPICS}</h2>
                <ul>{rows}</ul>
            </section>
        }
        .into_any(),
    )
}
