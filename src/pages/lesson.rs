//! Owns the page of one lesson: its text with everything that runs and asks, and the ways on.

use std::{cell::Cell, rc::Rc, sync::Arc, time::Duration};

use leptos::prelude::*;
use vivarium_course::model::{Block, Course, Inline, Lesson, Module, plain_text};

use super::{home::standing, not_found::NotFound};
use crate::{
    browser,
    later::late,
    panes::{
        exercise_card::ExerciseCard,
        question::{PredictView, QuestionPlace, QuizView},
        run_block::{RunBlockView, block_id},
    },
    parts::{
        icon::{Glyph, Icon},
        prose,
    },
    progress::Standing,
    python::Throttle,
    route::{Place, Route},
    session::{Session, use_session},
    strings,
};

/// One lesson.
#[component]
pub fn LessonPage(
    /// The course.
    course: Arc<Course>,
    /// The lesson's id.
    id: String,
) -> impl IntoView {
    let Some((module, lesson)) = course.lesson(&id) else {
        return view! { <NotFound/> }.into_any();
    };
    let session = use_session();
    let lesson = Arc::new(lesson.clone());
    browser::set_title(&strings::page_title(&Route::Home, Some(&lesson.title)));
    let route = Route::lesson(&lesson.id).to_string();
    session.change_progress(|it| it.visit_lesson(&lesson.id, route, browser::now_ms()));
    follow_place(session);
    let here = section_in_view(&lesson);

    let goals = lesson
        .goals
        .iter()
        .map(|goal| view! { <li>{prose::inline(goal, Some(&lesson.id))}</li> })
        .collect_view();
    let rest = lesson
        .unplaced_exercises()
        .map(|it| view! { <ExerciseCard exercise=it.clone()/> })
        .collect_view();
    let module_route = Route::Module(module.id.clone());
    view! {
        <div class="lesson-page">
            <nav class="side" aria-label=strings::module_lessons(&module.title)>
                {lesson_list(module, &lesson.id)}
            </nav>
            <article class="prose">
                <header class="page-head">
                    <nav class="trail" aria-label=strings::TRAIL>
                        <a href=module_route.href()>{module.title.clone()}</a>
                    </nav>
                    <h1>{lesson.title.clone()}</h1>
                    <p class="lesson-time">
                        <Glyph icon=Icon::Clock/>
                        {strings::minutes(lesson.minutes)}
                    </p>
                    {(!lesson.goals.is_empty()).then(|| view! {
                        <div class="goals">
                            <p>{strings::GOALS}</p>
                            <ul>{goals}</ul>
                        </div>
                    })}
                </header>
                <details class="contents-small">
                    <summary>{strings::CONTENTS}</summary>
                    {contents(&lesson, here)}
                </details>
                {text(&lesson)}
                {rest}
                <LessonEnd lesson=lesson.clone()/>
                {ways(&course, &lesson.id)}
            </article>
            <nav class="contents" aria-label=strings::CONTENTS>
                <p class="contents-title" aria-hidden="true">{strings::CONTENTS}</p>
                {contents(&lesson, here)}
            </nav>
        </div>
    }
    .into_any()
}

/// Scrolls to the place that the address names, now and whenever it changes.
fn follow_place(session: Session) {
    Effect::new(move |_| {
        let id = match session.route.get() {
            Route::Lesson { place: Some(Place::Block(number)), .. } => {
                block_id(number.saturating_sub(1))
            }
            Route::Lesson { place: Some(Place::Heading(anchor)), .. } => prose::heading_id(&anchor),
            _ => return,
        };
        // The text is drawn by then.
        request_animation_frame(move || {
            browser::reveal(&id);
        });
    });
}

fn text(lesson: &Arc<Lesson>) -> Vec<AnyView> {
    let n_questions = Cell::new(0);
    let place = || {
        let index = n_questions.replace(n_questions.get() + 1);
        QuestionPlace { lesson: lesson.id.clone(), index }
    };
    let special = |block: &Block| match block {
        Block::Run(run) => {
            Some(view! { <RunBlockView lesson=lesson.clone() index=run.index/> }.into_any())
        }
        Block::Quiz(quiz) => Some(view! { <QuizView quiz=quiz.clone() place=place()/> }.into_any()),
        Block::Predict(predict) => Some(
            view! {
                <PredictView predict=predict.clone() hosts=lesson.hosts.clone() place=place()/>
            }
            .into_any(),
        ),
        Block::Figure(figure) => {
            let (lesson, figure) = (lesson.clone(), figure.clone());
            Some(late(move |it| (it.figure)(lesson.clone(), figure.clone())))
        }
        Block::Exercise(id) => {
            let exercise = lesson.exercises.iter().find(|it| it.id == *id)?;
            Some(view! { <ExerciseCard exercise=exercise.clone()/> }.into_any())
        }
        _ => None,
    };
    prose::blocks(&lesson.blocks, Some(&lesson.id), &special)
}

/// The lessons of the module, for screens with room at the side.
fn lesson_list(module: &Module, current: &str) -> impl IntoView + use<> {
    let session = use_session();
    let rows = module
        .lessons
        .iter()
        .map(|lesson| {
            let is_current = lesson.id == current;
            let shown = lesson.clone();
            let is_done = Memo::new(move |_| {
                session.progress.with(|it| standing(it, &shown)) == Standing::Done
            });
            view! {
                <li>
                    <a
                        href=Route::lesson(&lesson.id).href()
                        aria-current=is_current.then_some("page")
                        class:is-done=move || is_done.get()
                    >
                        <span class="side-mark" aria-hidden="true">
                            {move || is_done.get().then(|| view! { <Glyph icon=Icon::Check/> })}
                        </span>
                        <span>{lesson.title.clone()}</span>
                        <span class="unseen">
                            {move || if is_done.get() { strings::DONE } else { "" }}
                        </span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="side-title">
            <a href=Route::Module(module.id.clone()).href()>{module.title.clone()}</a>
        </p>
        <ol>{rows}</ol>
    }
}

/// The headings that the table of contents names.
fn headings(lesson: &Lesson) -> impl Iterator<Item = (u8, &String, &Vec<Inline>)> {
    lesson.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: level @ 2..=3, anchor, content } => Some((*level, anchor, content)),
        _ => None,
    })
}

/// Follows the scroll: the section that is being read, as its place among the headings.
fn section_in_view(lesson: &Lesson) -> ReadSignal<Option<usize>> {
    let ids: Vec<String> = headings(lesson).map(|it| prose::heading_id(it.1)).collect();
    let (here, set_here) = signal(None);
    let look = Rc::new(move || {
        let (tops, is_end) = browser::tops(&ids);
        let found = section_at(&tops, is_end);
        if here.try_get_untracked().is_some_and(|it| it != found) {
            set_here.set(found);
        }
    });
    let pause = Throttle::new(Duration::from_millis(60));
    let again = look.clone();
    let ask = move || {
        let look = again.clone();
        pause.ask(move || look());
    };
    let handle = window_event_listener_untyped("scroll", move |_| ask());
    on_cleanup(move || handle.remove());
    // The text is drawn by then.
    request_animation_frame(move || look());
    here
}

/// Which section is read, by where the headings stand below the top of the window.
fn section_at(tops: &[f64], is_end: bool) -> Option<usize> {
    // Below the page's header, a heading has been reached as soon as it is near the top.
    const REACHED: f64 = 160.0;
    if is_end {
        return tops.len().checked_sub(1);
    }
    tops.iter().rposition(|top| *top <= REACHED)
}

/// The headings of the lesson.
fn contents(lesson: &Lesson, here: ReadSignal<Option<usize>>) -> AnyView {
    let rows = headings(lesson)
        .enumerate()
        .map(|(index, (level, anchor, content))| {
            let place = Some(Place::Heading(anchor.clone()));
            let route = Route::Lesson { id: lesson.id.clone(), place };
            let class = if level == 2 { "" } else { "contents-sub" };
            let id = prose::heading_id(anchor);
            let current = move || (here.get() == Some(index)).then_some("location");
            view! {
                <li class=class>
                    // The address may name the place already, so that nothing would move.
                    <a
                        href=route.href()
                        aria-current=current
                        on:click=move |_| { browser::reveal(&id); }
                    >
                        {plain_text(content)}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    if rows.is_empty() {
        return view! { <p class="contents-none">{strings::CONTENTS_NONE}</p> }.into_any();
    }
    view! { <ul>{rows}</ul> }.into_any()
}

/// The end of the text: says whether the lesson is done, and lets the reader say so.
#[component]
fn LessonEnd(
    /// The lesson.
    lesson: Arc<Lesson>,
) -> impl IntoView {
    let session = use_session();
    let id = StoredValue::new(lesson.id.clone());
    let is_read = Memo::new(move |_| {
        session.progress.with(|it| it.lessons.get(&id.get_value()).is_some_and(|it| it.is_read))
    });
    let n_open = Memo::new(move |_| {
        let open = |it: &&vivarium_course::model::Exercise| {
            session.progress.with(|progress| !progress.exercise(&it.id).is_passed)
        };
        lesson.exercises.iter().filter(open).count()
    });
    view! {
        <div class="lesson-end" role="status">
            {move || {
                if !is_read.get() {
                    view! {
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| {
                                session.change_progress(|it| it.finish_lesson(&id.get_value()));
                            }
                        >
                            <Glyph icon=Icon::Check/>
                            {strings::MARK_READ}
                        </button>
                    }
                    .into_any()
                } else {
                    view! {
                        <p class="lesson-done">
                            <Glyph icon=Icon::Check/>
                            {move || strings::lesson_read(n_open.get())}
                        </p>
                    }
                    .into_any()
                }
            }}
        </div>
    }
}

/// The lessons before and after.
fn ways(course: &Course, id: &str) -> impl IntoView + use<> {
    let (before, after) = course.neighbors(id);
    let before = before.map(|it| {
        view! {
            <a class="way way-before" rel="prev" href=Route::lesson(&it.id).href()>
                <Glyph icon=Icon::Left/>
                <span><span class="way-word">{strings::PREVIOUS}</span>{it.title.clone()}</span>
            </a>
        }
    });
    let id = id.to_owned();
    let session = use_session();
    let after = after.map(|it| {
        view! {
            // Who goes on has read this one.
            <a
                class="way way-after"
                rel="next"
                href=Route::lesson(&it.id).href()
                on:click=move |_| session.change_progress(|it| it.finish_lesson(&id))
            >
                <span><span class="way-word">{strings::NEXT}</span>{it.title.clone()}</span>
                <Glyph icon=Icon::Right/>
            </a>
        }
    });
    view! { <nav class="way-row" aria-label=strings::NEIGHBORS>{before}{after}</nav> }
}

#[cfg(test)]
mod tests {
    use super::section_at;

    #[test]
    fn the_section_read_is_the_last_that_was_reached() {
        assert_eq!(section_at(&[], false), None);
        assert_eq!(section_at(&[400.0, 900.0], false), None);
        assert_eq!(section_at(&[-700.0, 120.0, 640.0], false), Some(1));
        assert_eq!(section_at(&[-700.0, 120.0, 640.0], true), Some(2));
        assert_eq!(section_at(&[], true), None);
    }
}
