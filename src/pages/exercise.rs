//! Owns the page of one exercise: task, editor, console, checks, help, and the next step.

use std::sync::Arc;

use leptos::prelude::*;
use vivarium_course::model::{Course, Exercise, ExerciseKind, Lesson, Module, Runtime};
use vivarium_webhost::{Mode, Seed};

use super::not_found::NotFound;
use crate::{
    browser,
    panes::{
        bench::Bench,
        bench_view::{EditorView, FileTabs, LeftOut},
        checks::Checking,
        hints::HelpView,
        results::{Below, Results},
        run_block::is_active,
        share::{ShareButton, SharePanel, Sharing},
        status::RunButton,
    },
    parts::{
        icon::{Glyph, Icon},
        prose,
        tabs::{Tab, Tabs},
    },
    route::Route,
    session::{PythonState, use_session},
    share::Shared,
    store::Key,
    strings,
};

/// What a narrow screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Task,
    Work,
}

/// One exercise.
#[component]
pub fn ExercisePage(
    /// The course.
    course: Arc<Course>,
    /// The exercise's id.
    id: String,
) -> impl IntoView {
    let Some((module, lesson, exercise)) = course.exercise(&id) else {
        return view! { <NotFound/> }.into_any();
    };
    let session = use_session();
    let exercise = Arc::new(exercise.clone());
    browser::set_title(&strings::page_title(&Route::Home, Some(&exercise.title)));
    let route = Route::Exercise(exercise.id.clone()).to_string();
    session.change_progress(|it| it.visit(route, browser::now_ms()));

    let side = RwSignal::new(Side::Task);
    let sides = vec![
        Tab { value: Side::Task, label: strings::TASK.into(), panel: "task".into() },
        Tab { value: Side::Work, label: strings::WORK.into(), panel: "work".into() },
    ];
    let lesson_route = Route::lesson(&lesson.id);
    let kind = match exercise.kind {
        ExerciseKind::Exercise => strings::EXERCISE,
        ExerciseKind::Lab => strings::LAB,
    };
    let next = next_step(&course, lesson, &exercise);
    let further = further_views(module, lesson);
    view! {
        <div class="exercise-page" class:shows-work=move || side.get() == Side::Work>
            <div class="side-tabs">
                <Tabs
                    label=strings::SIDES
                    tabs=sides
                    shown=side
                    on_choose=Callback::new(move |it| side.set(it))
                />
            </div>
            <section class="task" id="task" aria-label=strings::TASK>
                <nav class="trail" aria-label=strings::TRAIL>
                    <a href=Route::Module(module.id.clone()).href()>{module.title.clone()}</a>
                    <a href=lesson_route.href()>{lesson.title.clone()}</a>
                </nav>
                <p class="kicker">{kind}</p>
                <h1>{exercise.title.clone()}</h1>
                <div class="prose">{prose::plain_blocks(&exercise.task, Some(&lesson.id))}</div>
                <NextStep exercise=exercise.clone() next=next/>
                <HelpView exercise=exercise.clone()/>
            </section>
            <Work exercise=exercise further=further/>
        </div>
    }
    .into_any()
}

/// Editor, console and checks.
#[component]
fn Work(
    /// The exercise.
    exercise: Arc<Exercise>,
    /// The further views that help with it.
    further: Vec<Below>,
) -> impl IntoView {
    let session = use_session();
    let bench = Bench::open(session, Key::Exercise(exercise.id.clone()), &start_files(&exercise));
    bench.declare(exercise.hosts.clone());
    let checking = Checking::new(session);
    let below = RwSignal::new(Below::Console);
    let is_asked = RwSignal::new(false);
    let entry = StoredValue::new(exercise.entry.clone());
    let exercise = StoredValue::new(exercise);

    let run_in = move |mode: Mode| {
        // Who looks at the timeline goes on looking.
        if below.get_untracked() == Below::Checks {
            below.set(Below::Console);
        }
        bench.run(vec!["-i".to_owned(), entry.get_value()], mode);
    };
    let run = Callback::new(move |()| run_in(Mode::Live));
    let argv = Callback::new(move |()| vec![entry.get_value()]);
    let replay = Callback::new(move |seed: u32| {
        run_in(Mode::Lockstep { seed: Seed(seed), budget: None });
    });
    let check = move |_| {
        if is_active(checking.runner) {
            checking.runner.stop();
        } else {
            below.set(Below::Checks);
            checking.start(exercise.get_value(), &bench.sources());
        }
    };
    let sharing = Sharing::new(Callback::new(move |()| {
        let files = bench.sources().into_iter().map(|it| (it.path, it.text));
        let place = Route::Exercise(exercise.with_value(|it| it.id.clone()));
        let shared = Shared::new(files, &entry.get_value()).met_at(&place);
        Some(shared.with_seed(bench.recording.seed.get_untracked()))
    }));
    let reset = move |_| {
        if is_asked.get_untracked() {
            bench.replace(&start_files(&exercise.get_value()));
        }
        is_asked.update(|it| *it = !*it);
    };
    let code = Signal::derive(move || {
        bench.files.track();
        bench.text(&entry.get_value())
    });
    view! {
        <section class="work" id="work" aria-label=strings::WORK>
            <div class="work-bar">
                <FileTabs bench=bench can_change=false/>
                <span class="spring"></span>
                <button type="button" class="button button-quiet button-small reset-button" on:click=reset>
                    <Glyph icon=Icon::Reset/>
                    <span class:bar-word=move || !is_asked.get()>
                        {move || if is_asked.get() { strings::RESET_REALLY } else { strings::RESET }}
                    </span>
                </button>
                <ShareButton sharing=sharing what=strings::WORD_PROGRAM.to_owned()/>
                <RunButton runner=bench.runner on_run=run what=strings::WORD_PROGRAM.to_owned()/>
                <button type="button" class="button button-main" on:click=check>
                    {move || {
                        if is_active(checking.runner) {
                            view! { <Glyph icon=Icon::Stop/> <span>{strings::STOP_CHECKS}</span> }.into_any()
                        } else {
                            view! { <Glyph icon=Icon::Check/> <span>{strings::CHECK}</span> }.into_any()
                        }
                    }}
                </button>
            </div>
            <SharePanel sharing=sharing/>
            <EditorView bench=bench on_run=run/>
            <LeftOut bench=bench/>
            <div class="below">
                <Results
                    bench=bench
                    below=below
                    argv=argv
                    on_replay=replay
                    code=code
                    checking=checking
                    further=further
                />
            </div>
        </section>
    }
}

/// Returns the further views that a lesson's exercises are worth.
fn further_views(module: &Module, lesson: &Lesson) -> Vec<Below> {
    let topics = module.topics.iter().filter(|it| lesson.topics.contains(&it.id));
    let runtimes: Vec<Runtime> = topics.map(|it| it.runtime).chain(lesson.runtime).collect();
    if runtimes.contains(&Runtime::Network) {
        vec![Below::Processes, Below::Network, Below::Browser]
    } else if runtimes.contains(&Runtime::Processes) {
        vec![Below::Processes]
    } else if runtimes.iter().all(|it| *it == Runtime::Plain) {
        vec![Below::Steps]
    } else {
        Vec::new()
    }
}

fn start_files(exercise: &Exercise) -> Vec<vivarium_course::model::SourceFile> {
    let mut files = exercise.stub.clone();
    // The entry is the file to look at first.
    files.sort_by_key(|file| file.path != exercise.entry);
    files.extend(exercise.files.iter().cloned());
    files
}

/// Where to go after this exercise.
fn next_step(course: &Course, lesson: &Lesson, exercise: &Exercise) -> Option<(Route, String)> {
    let at = lesson.exercises.iter().position(|it| it.id == exercise.id)?;
    if let Some(next) = lesson.exercises.get(at + 1) {
        return Some((Route::Exercise(next.id.clone()), next.title.clone()));
    }
    let (_, after) = course.neighbors(&lesson.id);
    Some(match after {
        Some(next) => (Route::lesson(&next.id), next.title.clone()),
        None => (Route::Home, strings::MAP.to_owned()),
    })
}

/// What to do after a pass.
#[component]
fn NextStep(
    /// The exercise.
    exercise: Arc<Exercise>,
    /// Where to go.
    next: Option<(Route, String)>,
) -> impl IntoView {
    let session = use_session();
    let is_passed =
        Memo::new(move |_| session.progress.with(|it| it.exercise(&exercise.id).is_passed));
    let next = StoredValue::new(next);
    view! {
        <div role="status">
            {move || {
                let (route, title) = next.get_value().filter(|_| is_passed.get())?;
                Some(view! {
                    <div class="next-step">
                        <p><Glyph icon=Icon::Check/><strong>{strings::EXERCISE_PASSED}</strong></p>
                        <a class="button button-main" href=route.href()>
                            {strings::GO_ON}
                            <span class="button-note">{title}</span>
                            <Glyph icon=Icon::Right/>
                        </a>
                    </div>
                })
            }}
        </div>
    }
}

/// Says whether programs can wait here, for pages that draw a console.
pub fn can_block(state: &PythonState) -> bool {
    !matches!(state, PythonState::Ready { can_block: false })
}
