//! Owns the lower half of a place of work: a row of tabs, and what each of them shows of the last run.
//! What is behind a tab is its own pane's business.

use leptos::prelude::*;

use super::{
    advice::AdviceNote,
    bench::Bench,
    checks::{Checking, ChecksView},
    console::ConsoleView,
    machine::{
        browser::{BrowserView, Browsing},
        network::NetworkView,
        processes::ProcessesView,
    },
    status::RunStatus,
    steps::BenchSteps,
    timeline::BenchTimeline,
};
use crate::{
    parts::tabs::{Tab, Tabs},
    strings,
};

/// What is shown below the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// What the program prints, and its prompt.
    Console,
    /// What the hidden checks say.
    Checks,
    /// Who ran when.
    Timeline,
    /// The program step by step, with its names and objects.
    Steps,
    /// Which processes there are.
    Processes,
    /// Sockets, and what is said over them.
    Network,
    /// What the learner's servers answer.
    Browser,
}

impl Below {
    /// The views that a place for any program has besides.
    pub const ALL: [Self; 4] = [Self::Steps, Self::Processes, Self::Network, Self::Browser];

    fn tab(self) -> Tab<Self> {
        Tab { value: self, label: self.label().to_owned(), panel: self.panel().to_owned() }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Console => strings::CONSOLE,
            Self::Checks => strings::CHECKS,
            Self::Timeline => strings::TIMELINE,
            Self::Steps => strings::STEP_THROUGH,
            Self::Processes => strings::PROCESSES,
            Self::Network => strings::NETWORK,
            Self::Browser => strings::BROWSER,
        }
    }

    /// Returns the id of the element it shows.
    const fn panel(self) -> &'static str {
        match self {
            Self::Console => "console-panel",
            Self::Checks => "checks-panel",
            Self::Timeline => "timeline-panel",
            Self::Steps => "steps-panel",
            Self::Processes => "processes-panel",
            Self::Network => "network-panel",
            Self::Browser => "browser-panel",
        }
    }
}

/// The tabs of a place of work, and what they show.
#[component]
pub fn Results(
    /// The place of work.
    bench: Bench,
    /// Which tab is open.
    below: RwSignal<Below>,
    /// Returns how the program is started.
    argv: Callback<(), Vec<String>>,
    /// Runs the program again with this seed.
    on_replay: Callback<u32>,
    /// The text of the file that is run.
    #[prop(into)]
    code: Signal<String>,
    /// The hidden checks, where there are some.
    #[prop(optional)]
    checking: Option<Checking>,
    /// Further views that are worth a tab.
    #[prop(into)]
    further: Vec<Below>,
    /// What can be done besides looking.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let mut shown = vec![Below::Console];
    shown.extend(checking.map(|_| Below::Checks));
    shown.push(Below::Timeline);
    shown.extend(further);
    let has_steps = shown.contains(&Below::Steps);
    let browsing = Browsing::new(bench);
    let tabs: Vec<_> = shown.into_iter().map(Below::tab).collect();
    let status = move || match (below.get(), checking) {
        (Below::Checks, Some(checking)) => view! { <RunStatus runner=checking.runner/> }.into_any(),
        _ => view! { <RunStatus runner=bench.runner/> }.into_any(),
    };
    let checks = checking.map(|checking| {
        view! {
            <Panel below=below of=Below::Checks scrolls=true>
                <ChecksView checking=checking/>
            </Panel>
        }
    });
    view! {
        <div class="below-bar">
            <Tabs
                label=strings::RESULTS
                tabs=tabs
                shown=below
                on_choose=Callback::new(move |it| below.set(it))
            />
            {status}
            <span class="spring"></span>
            {children.map(|children| children())}
        </div>
        <Panel below=below of=Below::Console>
            <ConsoleView bench=bench/>
            <AdviceNote errors=bench.errors code=code/>
        </Panel>
        {checks}
        <Panel below=below of=Below::Timeline>
            <BenchTimeline bench=bench argv=argv on_replay=on_replay/>
        </Panel>
        {has_steps.then(|| view! {
            <Panel below=below of=Below::Steps>
                <BenchSteps bench=bench argv=argv/>
            </Panel>
        })}
        // These look at the machine all the time, so they are there only while they are seen.
        <Show when=move || below.get() == Below::Processes>
            <Panel below=below of=Below::Processes>
                <ProcessesView bench=bench/>
            </Panel>
        </Show>
        <Show when=move || below.get() == Below::Network>
            <Panel below=below of=Below::Network>
                <NetworkView bench=bench/>
            </Panel>
        </Show>
        <Show when=move || below.get() == Below::Browser>
            <Panel below=below of=Below::Browser>
                <BrowserView browsing=browsing/>
            </Panel>
        </Show>
    }
}

/// What one tab shows.
#[component]
fn Panel(
    /// Which tab is open.
    below: RwSignal<Below>,
    /// Which tab this belongs to.
    of: Below,
    /// Whether it is text, longer than the place there is.
    #[prop(optional)]
    scrolls: bool,
    /// What is shown.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            id=of.panel()
            class="panel"
            class:panel-scrolls=scrolls
            role="tabpanel"
            tabindex=scrolls.then_some("0")
            aria-labelledby=format!("{}-tab", of.panel())
            class:hidden=move || below.get() != of
        >
            {children()}
        </div>
    }
}
