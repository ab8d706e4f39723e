//! English: processes, the network, and the browser of a place of work.

use vivarium_webhost::ProcessView;

use crate::machine::visits::{Failure, FailureKind, Hop};

pub const PROCESSES: &str = "Processes";
pub const PROCESSES_EMPTY: &str = "Run a program. Its processes are listed here while they live: who started whom, what each waits for and has open.";
pub const PROCESSES_GONE: &str = "The program is over. These were its processes.";
pub const COLUMN_PID: &str = "PID";
pub const COLUMN_PARENT: &str = "Parent";
pub const COLUMN_COMMAND: &str = "Command";
pub const COLUMN_STATE: &str = "State";
pub const COLUMN_END: &str = "Ended with";
pub const COLUMN_CPU: &str = "CPU";
pub const COLUMN_MEMORY: &str = "Memory";
pub const COLUMN_OPEN: &str = "Open files";
pub const COLUMN_SIGNAL: &str = "Signals";

pub const NETWORK: &str = "Network";
pub const NETWORK_EMPTY: &str = "Run a program that opens a socket. Its sockets are listed here, and every byte of each connection can be read.";
pub const SOCKETS: &str = "Sockets";
pub const NO_SOCKETS: &str = "None is open.";
pub const CONNECTIONS: &str = "Connections";
pub const NO_CONNECTIONS: &str = "Nobody has connected yet.";
pub const CLEAR_CLOSED: &str = "Clear closed ones";
pub const NOTHING_SAID: &str = "Nothing was sent over this connection yet.";
pub const COLUMN_PROTOCOL: &str = "Protocol";
pub const COLUMN_LOCAL: &str = "Local address";
pub const COLUMN_PEER: &str = "Peer";
pub const COLUMN_RECV_Q: &str = "Recv-Q";
pub const COLUMN_SEND_Q: &str = "Send-Q";
pub const RECV_Q_LONG: &str =
    "Bytes that came and were not received; of a listener, connections not accepted";
pub const SEND_Q_LONG: &str =
    "Bytes sent that the peer has not received; of a listener, its backlog";
pub const COLUMN_CONNECTION: &str = "Connection";
pub const COLUMN_KIND: &str = "Kind";
pub const COLUMN_FORTH: &str = "Sent";
pub const COLUMN_BACK: &str = "Came back";
pub const OPEN: &str = "open";
pub const CLOSED: &str = "closed";

pub const BROWSER: &str = "Browser";
pub const BROWSER_ADDRESS: &str = "Address";
pub const BROWSER_GO: &str = "Go";
pub const BROWSER_BACK: &str = "Back";
pub const BROWSER_FORWARD: &str = "Forward";
pub const BROWSER_RELOAD: &str = "Reload";
pub const BROWSER_PARTS: &str = "What of the answer is shown";
pub const BROWSER_PAGE: &str = "Page";
pub const BROWSER_SOURCE: &str = "Source";
pub const BROWSER_HEADERS: &str = "Request and response";
pub const BROWSER_LISTENING: &str = "Listening now:";
pub const BROWSER_EMPTY: &str = "Start a server with Run, then open its address here: the page comes from your own program, over the network of this workspace.";
pub const BROWSER_NO_MACHINE: &str = "No program has run yet. Start your server with Run first.";
pub const BROWSER_NO_BLOCKING: &str =
    "This browser cannot let two programs talk to each other. A newer Chrome, Edge or Firefox can.";
pub const BROWSER_BUSY: &str = "Waiting for the server…";
pub const BROWSER_BROKEN: &str =
    "The request could not be made: its process ended without an answer. Try again.";
pub const BROWSER_OUTSIDE: &str =
    "That address leads out of this workspace. Only your own servers can be reached here.";
pub const BROWSER_CUT: &str = "The answer is longer than 2 MB; the rest is not shown.";
pub const BROWSER_FRAME: &str = "The page";

/// What stands on a signal's button.
pub fn signal_word(name: &str) -> &str {
    name.trim_start_matches("SIG")
}

/// The name of a signal's button.
pub fn send_signal(name: &str, pid: u32) -> String {
    format!("{}: send {name} to process {pid}", signal_word(name))
}

/// What a process is doing.
pub fn process_state(process: &ProcessView) -> String {
    match process.letter {
        'N' => "starting".to_owned(),
        'Z' => "ended, not waited for".to_owned(),
        'S' => format!("waits for {}", process.waits_for.join(", ")),
        _ => "running".to_owned(),
    }
}

/// How a process ended.
pub fn process_end(code: i32) -> String {
    match code {
        -2 => "SIGINT".to_owned(),
        -9 => "SIGKILL".to_owned(),
        -11 => "SIGSEGV".to_owned(),
        -15 => "SIGTERM".to_owned(),
        signal if signal < 0 => format!("signal {}", -signal),
        status => format!("status {status}"),
    }
}

/// A time of computing.
pub fn cpu_time(ms: u32) -> String {
    format!("{}.{:02} s", ms / 1000, ms % 1000 / 10)
}

/// An amount of memory.
pub fn memory(bytes: u32) -> String {
    format!("{} MB", bytes.div_ceil(1 << 20))
}

/// An amount of data.
pub fn bytes(count: u64) -> String {
    match count {
        1 => "1 byte".to_owned(),
        0..=9999 => format!("{count} bytes"),
        _ => format!("{} kB", count / 1000),
    }
}

/// How a visit went, in one line.
pub fn visited(hop: &Hop, length: usize) -> String {
    let kind = hop.header("content-type").unwrap_or("no type");
    let kind = kind.split(';').next().unwrap_or(kind);
    format!("{} {} · {kind} · {} · {:.0} ms", hop.status, hop.reason, bytes(length as u64), hop.ms)
}

/// Why there is no page.
pub fn visit_failed(failure: &Failure) -> String {
    let detail = &failure.detail;
    match failure.kind {
        FailureKind::Refused => {
            format!(
                "Nobody listens on {detail}. Start a server there, and look in Network for its port."
            )
        }
        FailureKind::Unknown => {
            format!("There is no host called {detail} here. Your own servers are on localhost.")
        }
        FailureKind::Timeout => format!(
            "The server took the connection and sent no answer for {detail} seconds. Is it busy, or does it wait for more?"
        ),
        FailureKind::Broken => {
            format!("What the server sent is no complete HTTP answer: {detail}.")
        }
        FailureKind::Scheme => {
            format!("Addresses here begin with http:// and a host; {detail} cannot be opened.")
        }
        FailureKind::Loop => {
            format!("The server redirected more than {detail} times; this would not end.")
        }
    }
}
