//! Owns the search for a failing schedule as a learner sees it: the button, how far it is, what it
//! found. What is tried next is decided by `timeline::explore`.

use leptos::{prelude::*, task::spawn_local};
use vivarium_webhost::{Mode, RunEvent, RunResult, RunSpec, Seed, Stdin, SwitchPoint, Traced};

use crate::{
    parts::icon::{Glyph, Icon},
    recording::Recording,
    session::{PythonState, Session, use_session},
    strings,
    timeline::explore::{Explore, Outcome, SEEDS, Trial},
};

/// A trial may execute this many bytecodes.
const BYTECODES: u32 = 30_000_000;
/// And take this long.
const TIMEOUT_MS: u32 = 20_000;

/// What is explored.
#[derive(Clone, Debug, Default)]
pub struct Explored {
    /// The files.
    pub files: std::collections::BTreeMap<String, Vec<u8>>,
    /// How it is started.
    pub argv: Vec<String>,
    /// Host names that it can resolve.
    pub hosts: Vec<String>,
}

/// The way into the search, and what it came to.
#[component]
pub fn ExploreView(
    /// Where the failing schedule is shown.
    recording: Recording,
    /// Returns the program as it is now.
    program: Callback<(), Explored>,
    /// Runs the program again for the learner, with this seed.
    on_replay: Callback<u32>,
) -> impl IntoView {
    let session = use_session();
    let search = RwSignal::new(None::<Explore>);
    let is_busy = RwSignal::new(false);
    // Tells a search that was given up from the present one.
    let serial = StoredValue::new(0_u32);
    let explore = move |_| {
        serial.update_value(|it| *it += 1);
        if is_busy.get_untracked() {
            is_busy.set(false);
            return;
        }
        let number = serial.get_value();
        let program = program.run(());
        is_busy.set(true);
        search.set(Some(Explore::new(SEEDS)));
        spawn_local(async move {
            let is_current = move || serial.try_get_value() == Some(number);
            let shown = seek(session, &program, search, is_current).await;
            if !is_current() {
                return;
            }
            is_busy.set(false);
            if let Some((seed, pieces)) = shown {
                recording.show(seed, pieces);
            }
        });
    };
    on_cleanup(move || {
        serial.try_update_value(|it| *it += 1);
    });
    let can_block = move || session.python.get() != PythonState::Ready { can_block: false };
    let replay = move || {
        let seed = recording.seed.get()?;
        Some(view! {
            <button
                type="button"
                class="button button-quiet button-small"
                title=strings::REPLAY_LONG
                on:click=move |_| on_replay.run(seed)
            >
                <Glyph icon=Icon::Reset/>
                <span>{strings::REPLAY} " " <span class="timeline-note">{strings::of_seed(seed)}</span></span>
            </button>
        })
    };
    view! {
        <Show
            when=can_block
            fallback=|| view! { <span class="timeline-note">{strings::EXPLORE_NO_BLOCKING}</span> }
        >
            <button
                type="button"
                class="button button-small"
                title=strings::EXPLORE_LONG
                on:click=explore
            >
                {move || if is_busy.get() {
                    view! { <Glyph icon=Icon::Stop/> <span>{strings::EXPLORE_STOP}</span> }.into_any()
                } else {
                    view! { <Glyph icon=Icon::Search/> <span>{strings::EXPLORE}</span> }.into_any()
                }}
            </button>
        </Show>
        {replay}
        <div class="explored" role="status">
            {move || search.with(|search| search.as_ref().map(|it| report(it, is_busy.get())))}
        </div>
    }
}

fn report(search: &Explore, is_busy: bool) -> AnyView {
    let (done, all) = search.progress();
    if let Some(found) = search.found() {
        let is_cutting = is_busy && search.is_cutting();
        let text =
            if is_cutting { strings::EXPLORE_CUTTING.to_owned() } else { strings::found(found) };
        return view! { <p class="explored-found">{text}</p> }.into_any();
    }
    if is_busy {
        return view! { <p>{strings::exploring(done, all)}</p> }.into_any();
    }
    let variants = search.variants();
    let several = (variants.len() > 1).then(|| {
        variants
            .iter()
            .take(5)
            .map(|(text, variant)| {
                let words = strings::variant(variant.count, variant.seed);
                view! { <li><code>{last_line(text)}</code> " " <span>{words}</span></li> }
            })
            .collect_view()
    });
    view! {
        <p>{strings::explored(done, variants.len(), search.endless())}</p>
        <ul class="variants">{several}</ul>
    }
    .into_any()
}

/// What is most telling of an output in one line.
fn last_line(text: &str) -> String {
    let line = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("").trim();
    line.chars().take(60).collect()
}

/// Runs trials to the end of the search; returns the schedule to be shown, with its seed.
async fn seek(
    session: Session,
    program: &Explored,
    search: RwSignal<Option<Explore>>,
    is_current: impl Fn() -> bool,
) -> Option<(u32, Vec<Traced>)> {
    let mut shown = None;
    loop {
        let trial = search.try_with_untracked(|it| it.as_ref().and_then(Explore::next)).flatten();
        let Some(trial) = trial else { return shown };
        let (outcome, pieces) = attempt(session, program, &trial).await?;
        if !is_current() {
            return None;
        }
        let mut is_failure = false;
        search.update(|it| {
            if let Some(it) = it {
                is_failure = it.tell(outcome);
            }
        });
        if is_failure {
            shown = Some((trial.seed, pieces));
        }
    }
}

/// Runs the program once, in a file tree of its own.
async fn attempt(
    session: Session,
    program: &Explored,
    trial: &Trial,
) -> Option<(Outcome, Vec<Traced>)> {
    let python = session.host()?;
    python.ready().await.ok()?;
    let workspace = python.workspace(program.files.clone())?;
    let (sender, receiver) = futures_channel::oneshot::channel::<RunResult>();
    let mut sender = Some(sender);
    let heard = StoredValue::new((Vec::<u8>::new(), Vec::<u8>::new(), Vec::<Traced>::new()));
    let stuck = workspace.clone();
    let run = workspace.run(spec(program, trial), move |event| match event {
        RunEvent::Stdout(bytes) => {
            heard.try_update_value(|it| it.0.extend(bytes));
        }
        RunEvent::Stderr(bytes) => {
            heard.try_update_value(|it| it.1.extend(bytes));
            let is_stuck =
                heard.try_with_value(|it| String::from_utf8_lossy(&it.1).contains("Deadlock: "));
            if is_stuck == Some(true) {
                // Nothing more can come of it.
                let stuck = stuck.clone();
                set_timeout(move || stuck.close(), std::time::Duration::ZERO);
            }
        }
        RunEvent::Trace(piece) => {
            heard.try_update_value(|it| it.2.push(piece));
        }
        RunEvent::Ended(result) => {
            if let Some(sender) = sender.take() {
                // The page may have moved on.
                let _ = sender.send(result);
            }
        }
        RunEvent::Report(_) | RunEvent::WantsInput | RunEvent::Files => {}
    });
    let result = receiver.await.ok()?;
    drop(run);
    let (stdout, stderr, pieces) = heard.try_update_value(std::mem::take)?;
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let outcome = Outcome {
        reason: result.reason,
        exit_code: result.exit_code,
        stdout: text(stdout),
        stderr: text(stderr),
        points: points(&pieces),
    };
    Some((outcome, pieces))
}

fn spec(program: &Explored, trial: &Trial) -> RunSpec {
    RunSpec {
        argv: program.argv.clone(),
        hosts: program.hosts.clone(),
        stdin: Stdin::Prepared(Vec::new()),
        env: vec![("NO_COLOR".to_owned(), "1".to_owned())],
        mode: Mode::Lockstep { seed: Seed(trial.seed), budget: Some(BYTECODES) },
        timeout_ms: Some(TIMEOUT_MS),
        trace: true,
        schedule: trial.schedule.clone(),
        ..Default::default()
    }
}

/// The hand-overs of the first process.
fn points(pieces: &[Traced]) -> Vec<SwitchPoint> {
    let of = |piece: &Traced| match piece {
        Traced::Threads { pid, points, .. } => Some((*pid, points.clone())),
        Traced::Process { .. } => None,
    };
    let all: Vec<_> = pieces.iter().filter_map(of).collect();
    let first = all.first().map(|(pid, _)| *pid);
    all.into_iter().filter(|(pid, _)| Some(*pid) == first).flat_map(|(_, points)| points).collect()
}
