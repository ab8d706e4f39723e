//! Owns the view of processes: what `ps` and `lsof` would show, with the signals one may send.

use leptos::prelude::*;
use vivarium_webhost::{ProcessResult, Signal};

use super::pulse::pulse;
use crate::{
    machine::families::{Member, families},
    panes::bench::Bench,
    strings,
};

/// The signals that have a button, from the gentlest on.
const SIGNALS: [(&str, Signal); 3] =
    [("SIGINT", Signal::INT), ("SIGTERM", Signal::TERM), ("SIGKILL", Signal::KILL)];

/// The processes of a place of work.
#[component]
pub fn ProcessesView(
    /// The place of work.
    bench: Bench,
) -> impl IntoView {
    let beat = pulse(&bench);
    let members = Memo::new(move |_| {
        beat.track();
        bench.machine().map(|it| families(&it.processes())).unwrap_or_default()
    });
    let ended = Memo::new(move |_| {
        bench.runner.result.with(|it| it.as_ref().map(|it| it.processes.clone()))
    });
    view! {
        <div class="machine" tabindex="0" role="region" aria-label=strings::PROCESSES>
            {move || {
                let members = members.get();
                if !members.is_empty() {
                    return alive(&bench, &members);
                }
                match ended.get() {
                    Some(ended) => gone(&ended),
                    None => view! { <p class="machine-empty">{strings::PROCESSES_EMPTY}</p> }.into_any(),
                }
            }}
        </div>
    }
}

fn alive(bench: &Bench, members: &[Member]) -> AnyView {
    let rows = members.iter().map(|member| row(bench, member)).collect_view();
    view! {
        <table class="machine-table">
            <thead>
                <tr>
                    <th scope="col" class="number">{strings::COLUMN_PID}</th>
                    <th scope="col">{strings::COLUMN_COMMAND}</th>
                    <th scope="col">{strings::COLUMN_STATE}</th>
                    <th scope="col" class="number">{strings::COLUMN_PARENT}</th>
                    <th scope="col" class="number">{strings::COLUMN_CPU}</th>
                    <th scope="col" class="number">{strings::COLUMN_MEMORY}</th>
                    <th scope="col">{strings::COLUMN_OPEN}</th>
                    <th scope="col">{strings::COLUMN_SIGNAL}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(bench: &Bench, member: &Member) -> impl IntoView + use<> {
    let bench = *bench;
    let process = &member.process;
    let pid = process.pid;
    let indent = format!("padding-left: {}rem", member.depth);
    let open: Vec<String> = process.open_files.iter().map(ToString::to_string).collect();
    let buttons = SIGNALS.map(|(name, signal)| {
        let send = move |_| {
            if let Some(machine) = bench.machine() {
                machine.signal(pid, signal);
            }
        };
        view! {
            <button
                type="button"
                class="button button-small button-signal"
                class:button-danger=signal == Signal::KILL
                aria-label=strings::send_signal(name, pid.0)
                on:click=send
            >
                {strings::signal_word(name)}
            </button>
        }
    });
    let is_zombie = process.letter == 'Z';
    view! {
        <tr>
            <td class="number">{pid.0}</td>
            <td style=indent><code>{command(&process.command, &process.argv)}</code></td>
            <td>{strings::process_state(process)}</td>
            <td class="number">{(process.ppid.0 != 0).then(|| process.ppid.0.to_string())}</td>
            <td class="number">{process.busy_ms.map(strings::cpu_time)}</td>
            <td class="number">{process.memory.map(strings::memory)}</td>
            <td>
                <details class="machine-open">
                    <summary>{open.len()}</summary>
                    <ul>{open.into_iter().map(|it| view! { <li><code>{it}</code></li> }).collect_view()}</ul>
                </details>
            </td>
            <td>{(!is_zombie).then(|| view! { <div class="machine-signals">{buttons}</div> })}</td>
        </tr>
    }
}

fn gone(ended: &[ProcessResult]) -> AnyView {
    let rows = ended
        .iter()
        .map(|process| {
            view! {
                <tr>
                    <td class="number">{process.pid}</td>
                    <td><code>{command(&process.command, &process.argv)}</code></td>
                    <td>{strings::process_end(process.exit_code)}</td>
                    <td class="number">{(process.ppid != 0).then(|| process.ppid.to_string())}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="machine-note">{strings::PROCESSES_GONE}</p>
        <table class="machine-table">
            <thead>
                <tr>
                    <th scope="col" class="number">{strings::COLUMN_PID}</th>
                    <th scope="col">{strings::COLUMN_COMMAND}</th>
                    <th scope="col">{strings::COLUMN_END}</th>
                    <th scope="col" class="number">{strings::COLUMN_PARENT}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A command line, short enough for a row.
fn command(program: &str, argv: &[String]) -> String {
    const MOST: usize = 60;
    let line = std::iter::once(program).chain(argv.iter().map(String::as_str)).collect::<Vec<_>>();
    let line = line.join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    line.chars().take(MOST).chain(['…']).collect()
}
