//! Owns the view of the network: what `netstat` would show, and what was said over each connection.

use leptos::prelude::*;
use vivarium_webhost::{
    ConnectionId, Domain, HeldSocket, Segment, SockAddr, SocketKind, SocketState,
};

use super::pulse::pulse;
use crate::{
    machine::bytes::{as_dump, as_text},
    panes::bench::Bench,
    strings,
};

/// So many bytes of a piece are drawn.
const DRAWN: usize = 16 * 1024;

/// A connection without what was said.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: ConnectionId,
    is_stream: bool,
    client: SockAddr,
    server: SockAddr,
    is_open: bool,
    bytes: [u64; 2],
}

/// The sockets and connections of a place of work.
#[component]
pub fn NetworkView(
    /// The place of work.
    bench: Bench,
) -> impl IntoView {
    let beat = pulse(&bench);
    let cleared = RwSignal::new(0_u32);
    let sockets = Memo::new(move |_| {
        beat.track();
        let mut sockets = bench.machine().map(|it| it.sockets()).unwrap_or_default();
        sockets.retain(|it| it.socket.state != SocketState::Closed);
        sockets
    });
    let lines = Memo::new(move |_| {
        beat.track();
        cleared.track();
        bench
            .machine()
            .map(|it| it.with_connections(|all| all.iter().map(|it| line(it)).collect()))
            .unwrap_or_default()
    });
    let chosen = RwSignal::new(None::<ConnectionId>);
    let said = Memo::new(move |_| -> Option<(Line, Vec<Segment>)> {
        beat.track();
        cleared.track();
        let id = chosen.get()?;
        bench.machine()?.with_connections(|all| {
            all.iter().find(|it| it.id == id).map(|it| (line(it), it.segments.clone()))
        })
    });
    let clear = move |_| {
        if let Some(machine) = bench.machine() {
            machine.clear_connections();
        }
        cleared.update(|it| *it = it.wrapping_add(1));
    };
    let is_empty = move || sockets.with(Vec::is_empty) && lines.with(Vec::<Line>::is_empty);
    view! {
        <div class="machine" tabindex="0" role="region" aria-label=strings::NETWORK>
            <Show
                when=move || !is_empty()
                fallback=|| view! { <p class="machine-empty">{strings::NETWORK_EMPTY}</p> }
            >
                <h2 class="machine-title">{strings::SOCKETS}</h2>
                {move || socket_table(&sockets.get())}
                <div class="machine-head">
                    <h2 class="machine-title">{strings::CONNECTIONS}</h2>
                    <button type="button" class="button button-quiet button-small" on:click=clear>
                        {strings::CLEAR_CLOSED}
                    </button>
                </div>
                {move || connection_table(&lines.get(), chosen)}
                {move || said.get().map(|(line, said)| conversation(&line, &said))}
            </Show>
        </div>
    }
}

fn line(connection: &vivarium_webhost::ConnectionView) -> Line {
    Line {
        id: connection.id,
        is_stream: connection.kind == SocketKind::Stream,
        client: connection.client.clone(),
        server: connection.server.clone(),
        is_open: connection.is_open,
        bytes: connection.bytes,
    }
}

fn protocol(held: &HeldSocket) -> &'static str {
    match (held.socket.domain, held.socket.kind) {
        (Domain::Unix, _) => "unix",
        (Domain::Inet, SocketKind::Stream) => "tcp",
        (Domain::Inet, SocketKind::Datagram) => "udp",
        (Domain::Inet6, SocketKind::Stream) => "tcp6",
        (Domain::Inet6, SocketKind::Datagram) => "udp6",
    }
}

fn socket_table(sockets: &[HeldSocket]) -> AnyView {
    if sockets.is_empty() {
        return view! { <p class="machine-note">{strings::NO_SOCKETS}</p> }.into_any();
    }
    let row = |held: &HeldSocket| {
        let socket = &held.socket;
        let pids: Vec<String> = held.pids.iter().map(|it| it.0.to_string()).collect();
        view! {
            <tr>
                <td>{protocol(held)}</td>
                <td><code>{socket.local.to_string()}</code></td>
                <td>{socket.remote.as_ref().map(|it| view! { <code>{it.to_string()}</code> })}</td>
                <td>{socket.state.to_string()}</td>
                <td class="number">{socket.receive_queue}</td>
                <td class="number">{socket.send_queue}</td>
                <td class="number">{pids.join(", ")}</td>
            </tr>
        }
    };
    view! {
        <table class="machine-table">
            <thead>
                <tr>
                    <th scope="col">{strings::COLUMN_PROTOCOL}</th>
                    <th scope="col">{strings::COLUMN_LOCAL}</th>
                    <th scope="col">{strings::COLUMN_PEER}</th>
                    <th scope="col">{strings::COLUMN_STATE}</th>
                    <th scope="col" class="number" title=strings::RECV_Q_LONG>{strings::COLUMN_RECV_Q}</th>
                    <th scope="col" class="number" title=strings::SEND_Q_LONG>{strings::COLUMN_SEND_Q}</th>
                    <th scope="col" class="number">{strings::COLUMN_PID}</th>
                </tr>
            </thead>
            <tbody>{sockets.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn connection_table(lines: &[Line], chosen: RwSignal<Option<ConnectionId>>) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="machine-note">{strings::NO_CONNECTIONS}</p> }.into_any();
    }
    let row = |line: &Line| {
        let id = line.id;
        let is_chosen = move || chosen.get() == Some(id);
        let name = format!("{} → {}", line.client, line.server);
        let choose = move |_| chosen.update(|it| *it = (*it != Some(id)).then_some(id));
        view! {
            <tr class:is-chosen=is_chosen>
                <td>
                    <button
                        type="button"
                        class="button button-quiet button-small machine-choose"
                        aria-expanded=move || if is_chosen() { "true" } else { "false" }
                        on:click=choose
                    >
                        <code>{name}</code>
                    </button>
                </td>
                <td>{if line.is_stream { "stream" } else { "datagrams" }}</td>
                <td>{if line.is_open { strings::OPEN } else { strings::CLOSED }}</td>
                <td class="number">{strings::bytes(line.bytes[0])}</td>
                <td class="number">{strings::bytes(line.bytes[1])}</td>
            </tr>
        }
    };
    view! {
        <table class="machine-table">
            <thead>
                <tr>
                    <th scope="col">{strings::COLUMN_CONNECTION}</th>
                    <th scope="col">{strings::COLUMN_KIND}</th>
                    <th scope="col">{strings::COLUMN_STATE}</th>
                    <th scope="col" class="number">{strings::COLUMN_FORTH}</th>
                    <th scope="col" class="number">{strings::COLUMN_BACK}</th>
                </tr>
            </thead>
            <tbody>{lines.iter().rev().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What was said over one connection, in order.
fn conversation(line: &Line, said: &[Segment]) -> AnyView {
    let piece = |segment: &Segment| {
        let (who, class) = if segment.is_forth {
            (line.client.to_string(), "said said-forth")
        } else {
            (line.server.to_string(), "said said-back")
        };
        let shown = &segment.data[..segment.data.len().min(DRAWN)];
        let text = as_text(shown).unwrap_or_else(|| as_dump(shown));
        view! {
            <li class=class>
                <span class="said-who">{who} " · " {strings::bytes(segment.data.len() as u64)}</span>
                <pre>{text}</pre>
            </li>
        }
    };
    if said.is_empty() {
        return view! { <p class="machine-note">{strings::NOTHING_SAID}</p> }.into_any();
    }
    view! { <ol class="conversation">{said.iter().map(piece).collect_view()}</ol> }.into_any()
}
