//! Owns how a recording is shown: tools above, picture or table, the event pointed at below.

pub mod event_table;
pub mod explore_view;
mod hand;
pub mod picture;

use leptos::prelude::*;
use vivarium_webhost::SourceLine;

use self::{event_table::EventTable, picture::Picture};
use super::bench::Bench;
use crate::{
    parts::icon::{Glyph, Icon},
    recording::Recording,
    strings,
    timeline::{
        model::{Mark, Timeline, What},
        scale::Axis,
    },
};

pub use explore_view::{ExploreView, Explored};

/// The timeline of a place of work, with replay and exploration.
#[component]
pub fn BenchTimeline(
    /// The place of work.
    bench: Bench,
    /// Returns how its program is started.
    argv: Callback<(), Vec<String>>,
    /// Runs the program again with this seed.
    on_replay: Callback<u32>,
) -> impl IntoView {
    let program = Callback::new(move |()| Explored {
        files: bench.files.get_untracked(),
        argv: argv.run(()),
        hosts: bench.hosts(),
    });
    let on_line = Callback::new(move |(line, goes_there)| bench.show_line(&line, goes_there));
    view! {
        <TimelineView recording=bench.recording on_line=on_line>
            <ExploreView recording=bench.recording program=program on_replay=on_replay/>
        </TimelineView>
    }
}

/// The timeline of a block in a lesson, once there is more to see than one thread.
#[component]
pub fn BlockTimeline(
    /// What is shown.
    recording: Recording,
    /// Returns the program as it is now.
    program: Callback<(), Explored>,
    /// Runs it again with this seed.
    on_replay: Callback<u32>,
) -> impl IntoView {
    view! {
        <Show when=move || recording.is_worth_showing.get()>
            <details class="block-timeline">
                <summary>{strings::TIMELINE}</summary>
                <TimelineView recording=recording on_line=Callback::new(|_| ())>
                    <ExploreView recording=recording program=program on_replay=on_replay/>
                </TimelineView>
            </details>
        </Show>
    }
}

/// The timeline of a recording.
#[component]
pub fn TimelineView(
    /// What is shown.
    recording: Recording,
    /// Shows a line of the learner's code; with true, goes there.
    on_line: Callback<(SourceLine, bool)>,
    /// What can be done besides looking.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let is_table = RwSignal::new(false);
    let is_empty = Memo::new(move |_| {
        recording.version.track();
        recording.with(|timeline, _| timeline.marks().is_empty())
    });
    Effect::new(move |_| {
        if let Some((_, mark)) = recording.pointed_at()
            && let Some(line) = mark.line
        {
            on_line.run((line, false));
        }
    });
    let dropped = move || {
        recording.version.track();
        let dropped = recording.with(|timeline, _| timeline.dropped());
        (dropped > 0).then(
            || view! { <span class="timeline-note">{strings::events_dropped(dropped)}</span> },
        )
    };
    view! {
        <div class="timeline">
            <div class="timeline-tools" role="group" aria-label=strings::TIMELINE_TOOLS>
                {children.map(|children| children())}
                <span class="spring"></span>
                <div class="timeline-group" class:hidden=move || is_empty.get()>
                    <AxisChoice recording=recording/>
                    <Tool icon=Icon::Minus label=strings::ZOOM_OUT act=move || recording.zoom(0.5)/>
                    <Tool icon=Icon::Plus label=strings::ZOOM_IN act=move || recording.zoom(2.0)/>
                    <Tool icon=Icon::Fit label=strings::SHOW_ALL act=move || recording.fit()/>
                    <button
                        type="button"
                        class="button button-quiet button-small"
                        aria-pressed=move || if is_table.get() { "true" } else { "false" }
                        on:click=move |_| is_table.update(|it| *it = !*it)
                    >
                        {strings::AS_TABLE}
                    </button>
                </div>
            </div>
            <Show
                when=move || !is_empty.get()
                fallback=|| view! { <p class="timeline-empty">{strings::TIMELINE_EMPTY}</p> }
            >
                <Show
                    when=move || is_table.get()
                    fallback=move || view! { <Picture recording=recording on_line=on_line/> }
                >
                    <EventTable recording=recording on_line=on_line/>
                </Show>
                <div class="timeline-foot">
                    <Tool icon=Icon::Left label=strings::PREVIOUS_EVENT act=move || recording.step(false)/>
                    <Tool icon=Icon::Right label=strings::NEXT_EVENT act=move || recording.step(true)/>
                    <Pointed recording=recording on_line=on_line/>
                    {dropped}
                    <Legend/>
                </div>
            </Show>
        </div>
    }
}

/// A button with an icon alone.
#[component]
fn Tool(
    /// Its icon.
    icon: Icon,
    /// Its name.
    label: &'static str,
    /// What it does.
    act: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-quiet button-small button-icon"
            aria-label=label
            title=label
            on:click=move |_| act()
        >
            <Glyph icon=icon/>
        </button>
    }
}

/// Whether the axis counts time or steps.
#[component]
fn AxisChoice(
    /// Whose axis.
    recording: Recording,
) -> impl IntoView {
    let choice = move |axis: Axis, label: &'static str| {
        view! {
            <button
                type="button"
                class="choice"
                aria-pressed=move || if recording.axis.get() == axis { "true" } else { "false" }
                on:click=move |_| recording.set_axis(axis)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="choices" role="group" aria-label=strings::AXIS_NAME>
            {choice(Axis::Clock, strings::AXIS_CLOCK)}
            {choice(Axis::Events, strings::AXIS_EVENTS)}
        </div>
    }
}

/// The event that is pointed at, in words.
#[component]
fn Pointed(
    /// Whose event.
    recording: Recording,
    /// Goes to a line.
    on_line: Callback<(SourceLine, bool)>,
) -> impl IntoView {
    let words = move || {
        let Some((index, mark)) = recording.pointed_at() else {
            return view! { <span class="timeline-note">{strings::POINT_AT_ONE}</span> }.into_any();
        };
        let (who, what, all) = recording.with(|timeline, _| {
            let (who, what) = in_words(timeline, &mark);
            (who, what, timeline.marks().len())
        });
        let line = mark.line.clone().map(|line| {
            let text = strings::place(&line);
            view! {
                <button
                    type="button"
                    class="button button-quiet button-small timeline-line"
                    on:click=move |_| on_line.run((line.clone(), true))
                >
                    {text}
                </button>
            }
        });
        view! {
            <span class="timeline-number">{strings::event_number(index + 1, all)}</span>
            <span class="timeline-moment">{strings::moment(mark.at)}</span>
            <span><b>{who}</b> " " {what}</span>
            {line}
        }
        .into_any()
    };
    view! { <div class="timeline-pointed" role="status">{words}</div> }
}

/// Says whose event it is, and what happened.
fn in_words(timeline: &Timeline, mark: &Mark) -> (String, String) {
    let name = |lane: usize| timeline.lanes()[lane].name.clone();
    let other = match mark.what {
        What::Started(other) | What::Ready(other) => other.map(name),
        _ => None,
    };
    (name(mark.lane), strings::event(&mark.what, other.as_deref()))
}

/// What the shapes mean.
#[component]
fn Legend() -> impl IntoView {
    let item = |class: &'static str, path: &'static str, word: &'static str| {
        view! {
            <span class="legend-item">
                <svg class=format!("timeline-picture {class}") width="26" height="16" aria-hidden="true">
                    <path class=class d=path></path>
                </svg>
                {word}
            </span>
        }
    };
    view! {
        <div class="legend">
            {item("lane-running", "M1 1H25V15H1z", strings::LEGEND_RUNS)}
            {item("lane-ready", "M1 4H25V12H1z", strings::LEGEND_READY)}
            {item("lane-blocked", "M1 4V12M1 8H25M25 4V12", strings::LEGEND_WAITS)}
            {item("lane-stuck", "M1 4V12M1 8H25M25 4V12", strings::LEGEND_STUCK)}
        </div>
    }
}
