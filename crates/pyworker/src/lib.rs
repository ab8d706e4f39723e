//! The wasm skin of the interpreter: one worker, one process.
//!
//! Owns the exports that the glue (`glue/worker.js`) calls and the talk with the page ([`port`]).
//! The glue boots the interpreter, starts one program, and delivers the page's messages while
//! every Python thread is suspended. What Python can do is pyhost's business.
#![cfg(target_arch = "wasm32")]
#![deny(warnings)]

mod browser;
mod jspi;
mod once;
mod outbox;
mod port;
mod timer;
mod usage;

use std::sync::atomic::{AtomicBool, Ordering};

use vivarium_protocol::{ExitStatus, Fd, FromWorker, PROTOCOL_VERSION, ToWorker, decode};
use vivarium_pyhost::{Boot, Python};
use wasm_bindgen::prelude::*;

use once::Once;

static PYTHON: Once<Python> = Once::new();
static CRASHED: AtomicBool = AtomicBool::new(false);

/// Builds the interpreter. `core` is the pack that start-up needs; `can_block` says whether the
/// browser has JSPI.
///
/// Afterwards all state is in linear memory and no JavaScript value is held, so that the glue can
/// take an image of the memory, and start other workers from it.
#[wasm_bindgen]
pub fn boot(core: Vec<u8>, hash_seed: u32, can_block: bool) {
    std::panic::set_hook(Box::new(|info| {
        crash(&format!("The interpreter broke down and its process had to end ({info})."));
    }));
    jspi::install();
    port::PORT.set(port::Port::new(can_block));
    PYTHON.set(Python::boot(Boot { hash_seed, core }));
}

/// Tells the page that the interpreter is up, whether it was booted or restored from an image.
#[wasm_bindgen]
pub fn ready(build: String) {
    let can_block = port::PORT.get().can_block();
    post(&FromWorker::Ready { protocol: PROTOCOL_VERSION, build, can_block });
}

/// Keeps a further pack. Needed where the browser has no JSPI, and an import cannot wait for it.
#[wasm_bindgen]
pub fn add_pack(name: String, bytes: Vec<u8>) {
    port::PORT.get().add_pack(name, bytes);
}

/// Takes messages of the page. Called only while no Python thread runs.
///
/// Returns true when a program is to be started, with `python_run`.
#[wasm_bindgen]
pub fn deliver(bytes: &[u8]) -> bool {
    match decode(bytes) {
        // Not `any`: what follows a start must be heard, too.
        Ok(messages) => messages.into_iter().fold(false, |starts, message| hear(message) || starts),
        Err(error) => {
            crash(&format!("the page sent a message that this worker does not know: {error}"));
            false
        }
    }
}

/// Takes one message; true if a program is to be started.
fn hear(message: ToWorker) -> bool {
    match message {
        ToWorker::Start(program) => {
            port::PORT.get().start(*program);
            return true;
        }
        ToWorker::Reply { id, result } => port::PORT.get().answered(id, result),
        ToWorker::Recall(lease) => port::PORT.get().recalled(lease),
        ToWorker::GoOn { at, is_alone } => port::PORT.get().go_on(at, is_alone),
        ToWorker::Signal(signal) => {
            port::PORT.get().count_signal();
            vivarium_pyhost::signals::raise(signal);
        }
        ToWorker::OutputTaken { bytes } => port::PORT.get().taken(bytes),
        ToWorker::Parse { id, source, filename } => {
            let errors = PYTHON.get().parse(&source, &filename);
            post(&FromWorker::Parsed { id, errors });
        }
    }
    false
}

/// Runs the program from its first line to the end of the process. On wasm with JSPI the glue
/// calls it through `WebAssembly.promising`, so no JavaScript frame may lie below a switch.
#[unsafe(no_mangle)]
extern "C" fn python_run() {
    let port = port::PORT.get();
    green::set_can_switch(port.can_block());
    usage::USAGE.begin();
    let status = PYTHON.get().run(port.syscalls());
    green::set_can_switch(false);
    port.flush();
    port.flush_trace(true);
    post(&FromWorker::Exited { status, files: port.changes() });
}

/// Says that the process is over because the interpreter broke down; the first call counts.
#[wasm_bindgen]
pub fn crash(message: &str) {
    if !CRASHED.swap(true, Ordering::SeqCst) {
        port::PORT.get().flush();
        port::PORT.get().flush_trace(true);
        let status = ExitStatus::Crashed { message: message.to_owned() };
        post(&FromWorker::Exited { status, files: Vec::new() });
    }
}

fn post(message: &FromWorker) {
    outbox::add(message);
    outbox::send();
}

/// Sends bytes of output, which need no reply.
fn post_output(fd: Fd, data: Vec<u8>) {
    post(&FromWorker::Output { fd, data: data.into() });
}
