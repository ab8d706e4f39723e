//! Owns a program in the text of a lesson: change it, run it, see below it what it prints.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;
use vivarium_course::{
    model::Lesson,
    run::{Program, chain_of},
};
use vivarium_webhost::{Mode, RunEvent, RunSpec, Seed, Stdin};

use super::{
    code::EditableCode,
    output::{OutputView, Screen},
    share::{ShareButton, SharePanel, Sharing},
    status::{RunButton, RunStatus},
    timeline::Explored,
};
use crate::{
    later::late,
    output::Stream,
    parts::icon::{Glyph, Icon},
    python::{Runner, Throttle, file_map},
    recording::Recording,
    route::{Place, Route},
    run_state::RunState,
    session::{PythonState, Session, use_session},
    share::Shared,
    store::Key,
    strings,
};

/// Returns the id of a block's element; blocks are counted from 1 in addresses.
pub fn block_id(index: usize) -> String {
    format!("block-{}", index + 1)
}

/// Programs in prose print as on a terminal without colors, so that output is as shown.
pub fn plain_env() -> Vec<(String, String)> {
    vec![("NO_COLOR".to_owned(), "1".to_owned()), ("PYTHON_COLORS".to_owned(), "0".to_owned())]
}

/// A program to run and to change.
#[component]
pub fn RunBlockView(
    /// The lesson it belongs to.
    lesson: Arc<Lesson>,
    /// Its place among the runnable blocks.
    index: usize,
) -> impl IntoView {
    let session = use_session();
    let Some(block) = lesson.runs().nth(index).cloned() else { return ().into_any() };
    let key = Key::Block(lesson.id.clone(), index);
    let original = StoredValue::new(block.code.clone());
    let code = RwSignal::new(session.stored(&key).unwrap_or_else(|| block.code.clone()));
    let is_changed = Memo::new(move |_| original.with_value(|it| code.with(|code| code != it)));
    let has_run = RwSignal::new(false);
    let running = Running {
        session,
        runner: Runner::new(session),
        screen: Screen::new(),
        errors: RwSignal::new(None),
        recording: Recording::new(),
    };
    let Running { runner, screen, errors, recording, .. } = running;

    let key = StoredValue::new(key);
    let save = keep_code(session, key, code, original, is_changed);
    let run_lesson = StoredValue::new(lesson.clone());
    let program = move || {
        let code = code.get_untracked();
        run_lesson.with_value(|it| block_program(session, it, index, &code))
    };
    let run_in = move |mode: Mode| {
        has_run.set(true);
        screen.clear();
        errors.set(None);
        if let Some(program) = program() {
            running.start(&program, mode);
        }
    };
    let run = Callback::new(move |()| run_in(Mode::Live));
    let replay = Callback::new(move |seed: u32| {
        run_in(Mode::Lockstep { seed: Seed(seed), budget: None });
    });
    let explored = Callback::new(move |()| program().map(explored).unwrap_or_default());
    let share_lesson = StoredValue::new(lesson.clone());
    let sharing = Sharing::new(Callback::new(move |()| {
        let code = code.get_untracked();
        let seed = recording.seed.get_untracked();
        share_lesson.with_value(|it| Some(shared_block(session, it, index, &code)?.with_seed(seed)))
    }));
    let reset = move |_| {
        code.set(original.get_value());
        session.forget(&key.get_value());
    };
    // The lesson explains its own mistakes.
    let own_errors = Signal::derive(move || errors.get().filter(|_| is_changed.get_untracked()));
    let label = strings::block_label(index + 1, &block.name);
    let code_label = label.clone();
    let suggested: Vec<String> = block.stdin.lines().map(str::to_owned).collect();
    let expected = StoredValue::new(block.output.clone().filter(|it| !it.is_empty()));
    let output_label = strings::output_of(index + 1);
    view! {
        <section class="block" id=block_id(index) tabindex="-1" aria-label=label>
            <header class="block-head">
                <span class="block-name">{block.name.clone()}</span>
                {block.continues.then(|| {
                    view! { <span class="tag" title=strings::CONTINUES_LONG>{strings::CONTINUES}</span> }
                })}
                {block.rustpython_only.then(|| {
                    view! { <span class="tag" title=strings::DIFFERS_LONG>{strings::DIFFERS}</span> }
                })}
                <span class="spring"></span>
                <Show when=move || is_changed.get()>
                    <button type="button" class="button button-quiet button-small reset-button" on:click=reset>
                        <Glyph icon=Icon::Reset/>
                        {strings::RESET}
                    </button>
                </Show>
                <ShareButton sharing=sharing what=strings::block_words(index + 1)/>
                <RunButton runner=runner on_run=run what=strings::block_words(index + 1)/>
            </header>
            <SharePanel sharing=sharing/>
            <EditableCode
                code=code
                name=block.name.clone()
                label=code_label
                on_edit=save
                on_run=run
            />
            <div class="block-below" class:hidden=move || !has_run.get()>
                <OutputView screen=screen runner=runner label=output_label suggested=suggested/>
                <RunStatus runner=runner/>
                {late(move |it| (it.advice)(own_errors, code))}
            </div>
            {late(move |it| (it.timeline)(recording, explored, replay))}
            {move || {
                let expected = expected.get_value()?;
                (!has_run.get() || is_changed.get()).then(|| view! {
                    <details class="block-expected">
                        <summary>{strings::EXPECTED_OUTPUT}</summary>
                        <pre class="output-text" tabindex="0">{expected}</pre>
                    </details>
                })
            }}
        </section>
    }
    .into_any()
}

/// Stores the code of a block when it is changed, and takes over what another tab has stored.
fn keep_code(
    session: Session,
    key: StoredValue<Key>,
    code: RwSignal<String>,
    original: StoredValue<String>,
    is_changed: Memo<bool>,
) -> Callback<()> {
    let saver = Throttle::new(Duration::from_millis(20));
    Effect::new(move |_| {
        let changed = session.changed_elsewhere.get();
        if changed.is_some_and(|it| key.with_value(|key| it == *key)) {
            let theirs = session.stored(&key.get_value());
            code.set(theirs.unwrap_or_else(|| original.get_value()));
        }
    });
    Callback::new(move |()| {
        saver.ask(move || {
            let key = key.get_value();
            if is_changed.get_untracked() {
                session.keep(&key, &code.get_untracked());
            } else {
                session.forget(&key);
            }
        });
    })
}

/// Where a block's program runs, and what follows it.
#[derive(Clone, Copy)]
struct Running {
    session: Session,
    runner: Runner,
    screen: Screen,
    errors: RwSignal<Option<String>>,
    recording: Recording,
}

impl Running {
    fn start(self, program: &Program, mode: Mode) {
        let Self { session, runner, screen, errors, recording } = self;
        let can_block =
            !matches!(session.python.get_untracked(), PythonState::Ready { can_block: false });
        let stdin = if can_block {
            Stdin::Terminal
        } else {
            Stdin::Prepared(program.stdin.clone().into_bytes())
        };
        let (argv, env, hosts) = (program.argv.clone(), plain_env(), program.hosts.clone());
        let spec = RunSpec { argv, stdin, env, mode, hosts, trace: true, ..Default::default() };
        recording.begin(mode);
        let files = file_map(&program.files);
        let workspace = move || session.host()?.workspace(files);
        runner.start(spec, workspace, move |event| match event {
            RunEvent::Stdout(bytes) => screen.print(Stream::Stdout, &bytes),
            RunEvent::Stderr(bytes) => screen.print(Stream::Stderr, &bytes),
            RunEvent::WantsInput => screen.draw(),
            RunEvent::Trace(piece) => recording.hear(piece),
            RunEvent::Ended(_) => {
                recording.end();
                screen.draw();
                errors.set(Some(screen.errors()));
            }
            RunEvent::Report(_) | RunEvent::Files => {}
        });
    }
}

/// Returns what is needed to look for the schedules under which a program fails.
fn explored(program: Program) -> Explored {
    Explored { files: file_map(&program.files), argv: program.argv, hosts: program.hosts }
}

/// Returns the program of a block, with what it goes on from as the learner has changed it.
fn block_program(session: Session, lesson: &Lesson, index: usize, code: &str) -> Option<Program> {
    let text = |it: usize| {
        if it == index {
            Some(code.to_owned())
        } else {
            session.stored(&Key::Block(lesson.id.clone(), it))
        }
    };
    Program::of_block(lesson, index, text)
}

/// Returns a block as one program: what it goes on from stands above it in the same file.
fn shared_block(session: Session, lesson: &Lesson, index: usize, code: &str) -> Option<Shared> {
    let runs: Vec<_> = lesson.runs().collect();
    let entry = runs.get(index)?.name.clone();
    let chain = chain_of(lesson, index);
    let text = |it: usize| {
        if it == index {
            return code.to_owned();
        }
        let changed = session.stored(&Key::Block(lesson.id.clone(), it));
        changed.unwrap_or_else(|| runs[it].code.clone())
    };
    let whole: Vec<String> = chain.iter().map(|it| text(*it).trim_end().to_owned()).collect();
    let mut files = Vec::new();
    if chain.iter().any(|it| runs[*it].wants_files) {
        files.extend(lesson.files.iter().map(|it| (it.path.clone(), it.text.clone())));
    }
    files.push((entry.clone(), format!("{}\n", whole.join("\n\n"))));
    let place = Place::Block(index + 1);
    let place = Route::Lesson { id: lesson.id.clone(), place: Some(place) };
    Some(Shared::new(files, &entry).met_at(&place))
}

/// Runs a program to its end and gives what it printed: for questions that running answers.
pub fn run_quietly(
    session: Session,
    runner: Runner,
    code: String,
    hosts: Vec<String>,
    on_end: impl FnOnce(String) + 'static,
) {
    let screen = Screen::new();
    let spec = RunSpec {
        argv: vec!["main.py".to_owned()],
        stdin: Stdin::Prepared(Vec::new()),
        env: plain_env(),
        timeout_ms: Some(30_000),
        hosts,
        ..Default::default()
    };
    let workspace = move || {
        let files = [("main.py".to_owned(), format!("{code}\n").into_bytes())];
        session.host()?.workspace(files.into())
    };
    let mut on_end = Some(on_end);
    runner.start(spec, workspace, move |event| match event {
        RunEvent::Stdout(bytes) => screen.print(Stream::Stdout, &bytes),
        RunEvent::Stderr(bytes) => screen.print(Stream::Stderr, &bytes),
        RunEvent::Ended(_) => {
            if let Some(on_end) = on_end.take() {
                on_end(screen.printed());
            }
        }
        RunEvent::WantsInput | RunEvent::Report(_) | RunEvent::Files | RunEvent::Trace(_) => {}
    });
}

/// Says whether a run is under way, for views that draw it differently.
pub fn is_active(runner: Runner) -> bool {
    runner.state.with(RunState::is_active)
}
