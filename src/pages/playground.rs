//! Owns the playground: free programs over several files, with the prompt after each run.

use leptos::{html, prelude::*};
use vivarium_course::model::SourceFile;
use vivarium_webhost::{Mode, Seed};

use crate::{
    command,
    pages::visit::Visitor,
    panes::{
        bench::Bench,
        bench_view::{EditorView, FileTabs, LeftOut},
        bring::{BringPanel, Bringing, FilesMenu},
        results::{Below, Results},
        share::{ShareButton, SharePanel, Sharing},
        status::RunButton,
    },
    parts::icon::{Glyph, Icon},
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
    /// The file to run, as the sender of a program has chosen it.
    entry: StoredValue<Option<String>>,
}

impl Start {
    /// As the sender of a program had it; live for one's own.
    fn of(visitor: Option<&Shared>) -> Self {
        let seed = visitor.filter(|it| it.mode == SharedMode::Lockstep).map(|it| it.seed);
        let arguments = visitor.map(|it| it.arguments.clone()).unwrap_or_default();
        Self {
            arguments: RwSignal::new(arguments),
            is_lockstep: RwSignal::new(seed.is_some()),
            seed: RwSignal::new(seed.unwrap_or(1)),
            entry: StoredValue::new(visitor.map(|it| it.entry.clone())),
        }
    }

    /// The program to run: main.py, else the file that is shown if it is Python, else the first
    /// that is.
    fn entry(self, bench: &Bench) -> String {
        let is_python = |path: &String| {
            std::path::Path::new(path).extension().is_some_and(|extension| extension == "py")
        };
        let shown = bench.shown.get_untracked();
        let files = bench.files.get_untracked();
        let chosen = self.entry.get_value().unwrap_or_else(|| "main.py".to_owned());
        if files.contains_key(&chosen) {
            return chosen;
        }
        if is_python(&shown) {
            return shown;
        }
        files.keys().find(|path| is_python(path)).cloned().unwrap_or(shown)
    }

    fn mode(self) -> Mode {
        if self.is_lockstep.get_untracked() {
            Mode::Lockstep { seed: Seed(self.seed.get_untracked()), budget: None }
        } else {
            Mode::Live
        }
    }
}

/// Free programs over several files.
#[component]
pub fn Playground(
    /// A program of somebody else, in the place of the learner's own, and its name in storage.
    #[prop(optional)]
    visiting: Option<(Shared, Key)>,
) -> impl IntoView {
    let session = use_session();
    let own = [SourceFile { path: "main.py".into(), text: strings::PLAYGROUND_PROGRAM.into() }];
    let (visitor, key) = visiting.unzip();
    let fresh = visitor.as_ref().map_or_else(|| own.to_vec(), Shared::sources);
    let bench = Bench::open(session, key.unwrap_or(Key::Playground), &fresh);
    let start = Start::of(visitor.as_ref());
    let place = visitor.as_ref().and_then(Shared::place);
    let banner = visitor.map(|it| view! { <Visitor bench=bench place=it.place()/> });
    let sharing = sharing(&bench, start, place);
    let bringing = Bringing::new(&bench);
    let page = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(page) = page.get() {
            bringing.take_drops(&page);
        }
    });
    let below = RwSignal::new(Below::Console);
    let argv = Callback::new(move |()| {
        let mut argv = vec![start.entry(&bench)];
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
    let restart = move |_| bench.run(vec!["-i".to_owned()], start.mode());
    let code = Signal::derive(move || {
        bench.files.track();
        bench.text(&start.entry(&bench))
    });
    view! {
        <div class="play-page" node_ref=page>
            <h1 class="unseen">{strings::PLAYGROUND}</h1>
            {banner}
            <section class="work" aria-label=strings::WORK>
                <div class="work-bar">
                    <FileTabs bench=bench can_change=true/>
                    <span class="spring"></span>
                    <PlayMenu bench=bench start=start bringing=bringing/>
                    <ShareButton sharing=sharing what=strings::WORD_PROGRAM.to_owned()/>
                    <RunButton runner=bench.runner on_run=run what=strings::WORD_PROGRAM.to_owned()/>
                </div>
                <SharePanel sharing=sharing/>
                <BringPanel bringing=bringing/>
                <EditorView bench=bench on_run=run/>
                <LeftOut bench=bench/>
            </section>
            <section class="below play-console" aria-label=strings::RESULTS>
                <Results bench=bench below=below argv=argv on_replay=replay code=code further=Below::ALL>
                    <button
                        type="button"
                        class="button button-quiet button-small"
                        title=strings::RESTART
                        on:click=restart
                    >
                        <Glyph icon=Icon::Prompt/>
                        <span class="bar-word">{strings::RESTART}</span>
                    </button>
                </Results>
            </section>
        </div>
    }
}

/// Whoever follows the link shall see what is seen here: the schedule of the timeline.
fn sharing(bench: &Bench, start: Start, place: Option<Route>) -> Sharing {
    let (bench, place) = (*bench, StoredValue::new(place));
    Sharing::new(Callback::new(move |()| {
        let seen = bench
            .recording
            .seed
            .get_untracked()
            .or_else(|| start.is_lockstep.get_untracked().then(|| start.seed.get_untracked()));
        let files = bench.sources().into_iter().map(|it| (it.path, it.text));
        let mut shared = Shared::new(files, &start.entry(&bench)).with_seed(seen);
        shared.arguments = start.arguments.get_untracked();
        Some(match place.get_value() {
            Some(place) => shared.met_at(&place),
            None => shared,
        })
    }))
}

/// What is seldom changed: arguments, clock, and the way to begin anew.
#[component]
fn PlayMenu(
    /// The place of work.
    bench: Bench,
    /// How programs are started.
    start: Start,
    /// Where files come in.
    bringing: Bringing,
) -> impl IntoView {
    let is_asked = RwSignal::new(false);
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
                <FilesMenu bringing=bringing/>
                <div class="menu-row">
                    <button type="button" class="button button-quiet" on:click=anew>
                        <Glyph icon=Icon::Reset/>
                        {move || if is_asked.get() { strings::ANEW_REALLY } else { strings::ANEW }}
                    </button>
                </div>
            </div>
        </details>
    }
}
