//! Owns the playground: free programs over several files, with the prompt after each run.

use leptos::{html, prelude::*, task::spawn_local};
use vivarium_course::model::SourceFile;
use vivarium_webhost::{Mode, Seed};

use crate::{
    browser, command,
    panes::{
        advice::AdviceNote,
        bench::Bench,
        bench_view::{EditorView, FileTabs, LeftOut},
        console::ConsoleView,
        status::{RunButton, RunStatus},
        timeline::BenchTimeline,
    },
    parts::{
        icon::{Glyph, Icon},
        notice::{Notice, Tone},
        tabs::{Tab, Tabs},
    },
    route::Route,
    session::use_session,
    share::{Shared, SharedMode},
    store::Key,
    strings,
};

/// How a program of the playground is started.
#[derive(Clone, Copy)]
struct Start {
    /// The words after the file name, as typed.
    arguments: RwSignal<String>,
    is_lockstep: RwSignal<bool>,
    seed: RwSignal<u32>,
}

impl Start {
    fn mode(self) -> Mode {
        if self.is_lockstep.get_untracked() {
            Mode::Lockstep { seed: Seed(self.seed.get_untracked()), budget: None }
        } else {
            Mode::Live
        }
    }
}

/// What is shown beside the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Below {
    Console,
    Timeline,
}

/// What the link that was followed holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FromLink {
    No,
    Opened,
    Damaged,
}

/// Free programs over several files.
#[component]
pub fn Playground(
    /// A program from a link, still packed.
    packed: Option<String>,
) -> impl IntoView {
    let session = use_session();
    let fresh = [SourceFile { path: "main.py".into(), text: strings::PLAYGROUND_PROGRAM.into() }];
    // A program from a link is looked at beside the learner's own, which it must not replace.
    let key = match &packed {
        Some(_) => Key::Shared,
        None => Key::Playground,
    };
    if packed.is_some() {
        session.forget(&key);
    }
    let bench = Bench::open(session, key, &fresh);
    let start = Start {
        arguments: RwSignal::new(String::new()),
        is_lockstep: RwSignal::new(false),
        seed: RwSignal::new(1),
    };
    let link = RwSignal::new(FromLink::No);
    if let Some(packed) = packed {
        spawn_local(async move { open_link(&bench, start, link, &packed).await });
    }
    let below = RwSignal::new(Below::Console);
    let argv = Callback::new(move |()| {
        let mut argv = vec![entry(&bench)];
        argv.extend(command::split(&start.arguments.get_untracked()));
        argv
    });
    let with_prompt = move || [vec!["-i".to_owned()], argv.run(())].concat();
    let run = Callback::new(move |()| bench.run(with_prompt(), start.mode()));
    let replay = Callback::new(move |seed: u32| {
        start.is_lockstep.set(true);
        start.seed.set(seed);
        bench.run(with_prompt(), start.mode());
    });
    let tabs = vec![
        Tab {
            value: Below::Console,
            label: strings::CONSOLE.into(),
            panel: "console-panel".into(),
        },
        Tab {
            value: Below::Timeline,
            label: strings::TIMELINE.into(),
            panel: "timeline-panel".into(),
        },
    ];
    let restart = move |_| bench.run(vec!["-i".to_owned()], start.mode());
    let code = Signal::derive(move || {
        bench.files.track();
        bench.text(&entry(&bench))
    });
    view! {
        <div class="play-page">
            <h1 class="unseen">{strings::PLAYGROUND}</h1>
            {move || link_notice(link.get())}
            <section class="work" aria-label=strings::WORK>
                <div class="work-bar">
                    <FileTabs bench=bench can_change=true/>
                    <span class="spring"></span>
                    <PlayMenu bench=bench start=start/>
                    <RunButton runner=bench.runner on_run=run what=strings::WORD_PROGRAM.to_owned()/>
                </div>
                <EditorView bench=bench on_run=run/>
                <LeftOut bench=bench/>
            </section>
            <section class="below play-console" aria-label=strings::RESULTS>
                <div class="below-bar">
                    <Tabs
                        label=strings::RESULTS
                        tabs=tabs
                        shown=below
                        on_choose=Callback::new(move |it| below.set(it))
                    />
                    <RunStatus runner=bench.runner/>
                    <span class="spring"></span>
                    <button type="button" class="button button-quiet button-small" on:click=restart>
                        <Glyph icon=Icon::Prompt/>
                        {strings::RESTART}
                    </button>
                </div>
                <div
                    id="console-panel"
                    class="panel"
                    role="tabpanel"
                    aria-labelledby="console-panel-tab"
                    class:hidden=move || below.get() != Below::Console
                >
                    <ConsoleView bench=bench/>
                    <AdviceNote errors=bench.errors code=code/>
                </div>
                <div
                    id="timeline-panel"
                    class="panel"
                    role="tabpanel"
                    aria-labelledby="timeline-panel-tab"
                    class:hidden=move || below.get() != Below::Timeline
                >
                    <BenchTimeline bench=bench argv=argv on_replay=replay/>
                </div>
            </section>
        </div>
    }
}

/// The program to run: the file that is shown if it is Python, else the first that is.
fn entry(bench: &Bench) -> String {
    let is_python = |path: &String| {
        std::path::Path::new(path).extension().is_some_and(|extension| extension == "py")
    };
    let shown = bench.shown.get_untracked();
    let files = bench.files.get_untracked();
    if files.contains_key("main.py") {
        return "main.py".to_owned();
    }
    if is_python(&shown) {
        return shown;
    }
    files.keys().find(|path| is_python(path)).cloned().unwrap_or(shown)
}

async fn open_link(bench: &Bench, start: Start, link: RwSignal<FromLink>, packed: &str) {
    let shared = browser::unpack(packed).await.ok().and_then(|text| Shared::parse(&text));
    let Some(shared) = shared else {
        link.try_set(FromLink::Damaged);
        return;
    };
    if link.try_set(FromLink::Opened).is_some() {
        return;
    }
    bench.replace(&shared.sources());
    start.is_lockstep.set(shared.mode == SharedMode::Lockstep);
    start.seed.set(shared.seed);
}

fn link_notice(link: FromLink) -> Option<AnyView> {
    let (tone, text) = match link {
        FromLink::No => return None,
        FromLink::Opened => (Tone::Plain, strings::FROM_LINK),
        FromLink::Damaged => (Tone::Bad, strings::LINK_DAMAGED),
    };
    Some(
        view! {
            <div class="page-notice" role="status">
                <Notice tone=tone><p>{text}</p></Notice>
            </div>
        }
        .into_any(),
    )
}

/// What is seldom changed: arguments, clock, and the ways to share and to begin anew.
#[component]
fn PlayMenu(
    /// The place of work.
    bench: Bench,
    /// How programs are started.
    start: Start,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let address = NodeRef::<html::Input>::new();
    let is_asked = RwSignal::new(false);
    let share = move |_| {
        // Whoever follows the link shall see what is seen here: the schedule of the timeline.
        let seen = bench.recording.seed.get_untracked();
        let is_lockstep = start.is_lockstep.get_untracked() || seen.is_some();
        let seed = seen.unwrap_or_else(|| start.seed.get_untracked());
        let files = bench.sources().into_iter().map(|it| (it.path, it.text)).collect();
        let shared = Shared {
            v: 1,
            files,
            entry: entry(&bench),
            mode: if is_lockstep { SharedMode::Lockstep } else { SharedMode::Live },
            seed,
            lesson: None,
        };
        let Ok(text) = serde_json::to_string(&shared) else { return };
        spawn_local(async move {
            let Ok(packed) = browser::pack(&text).await else { return };
            let link =
                format!("{}{}", browser::base_address(), Route::Playground(Some(packed)).href());
            let is_copied = browser::copy(&link).await;
            said.try_set(
                if is_copied { strings::LINK_COPIED } else { strings::LINK_BELOW }.to_owned(),
            );
            if let Some(field) = address.try_get_untracked().flatten() {
                field.set_value(&link);
                field.select();
            }
        });
    };
    let anew = move |_| {
        if is_asked.get_untracked() {
            let text = strings::PLAYGROUND_PROGRAM.to_owned();
            bench.replace(&[SourceFile { path: "main.py".into(), text }]);
        }
        is_asked.update(|it| *it = !*it);
    };
    view! {
        <details class="menu">
            <summary class="button button-quiet button-small">
                <Glyph icon=Icon::Settings/>
                <span>{strings::OPTIONS}</span>
            </summary>
            <div class="menu-body">
                <label class="menu-row">
                    <span>{strings::ARGUMENTS}</span>
                    <input
                        type="text"
                        class="field"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="--verbose input.txt"
                        prop:value=start.arguments
                        on:input:target=move |event| start.arguments.set(event.target().value())
                    />
                </label>
                <label class="menu-check">
                    <input
                        type="checkbox"
                        prop:checked=start.is_lockstep
                        on:change:target=move |event| start.is_lockstep.set(event.target().checked())
                    />
                    <span>{strings::LOCKSTEP}</span>
                </label>
                <p class="menu-note">{strings::LOCKSTEP_LONG}</p>
                <label class="menu-row" class:hidden=move || !start.is_lockstep.get()>
                    <span>{strings::SEED}</span>
                    <input
                        type="number"
                        class="field"
                        min="0"
                        max="4294967295"
                        prop:value=move || start.seed.get().to_string()
                        on:input:target=move |event| {
                            if let Ok(seed) = event.target().value().parse() {
                                start.seed.set(seed);
                            }
                        }
                    />
                </label>
                <div class="menu-row">
                    <button type="button" class="button" on:click=share>
                        <Glyph icon=Icon::Share/>
                        {strings::SHARE}
                    </button>
                    <button type="button" class="button button-quiet" on:click=anew>
                        <Glyph icon=Icon::Reset/>
                        {move || if is_asked.get() { strings::ANEW_REALLY } else { strings::ANEW }}
                    </button>
                </div>
                <p class="menu-note" role="status">{said}</p>
                <input
                    type="text"
                    class="field"
                    readonly
                    aria-label=strings::LINK
                    class:hidden=move || said.with(String::is_empty)
                    node_ref=address
                />
            </div>
        </details>
    }
}
