//! Owns the messages that are not posted yet: one post takes all of them along, in order.

use std::cell::RefCell;

use vivarium_protocol::{FromWorker, encode};
use wasm_bindgen::prelude::*;

/// Beyond this many bytes a copy costs more than handing the buffer over.
const HANDED_OVER: usize = 16 << 10;

struct Outbox(RefCell<Vec<u8>>);

// SAFETY: wasm without shared memory has one OS thread, and no borrow is held across a switch.
unsafe impl Sync for Outbox {}

static OUTBOX: Outbox = Outbox(RefCell::new(Vec::new()));

/// Adds a message that may wait for the next one.
pub(crate) fn add(message: &FromWorker) {
    // A crash may come while it is being added to.
    let Ok(mut gathered) = OUTBOX.0.try_borrow_mut() else { return };
    let bytes = encode(message, std::mem::take(&mut *gathered));
    *gathered = bytes.expect("every message of the protocol has a binary form");
}

/// Posts what has gathered.
pub(crate) fn send() {
    let Ok(mut gathered) = OUTBOX.0.try_borrow_mut() else { return };
    if gathered.is_empty() {
        return;
    }
    let bytes = js_sys::Uint8Array::from(gathered.as_slice());
    if gathered.len() > HANDED_OVER {
        post_message_with(&bytes, &js_sys::Array::of1(&bytes.buffer()));
        *gathered = Vec::new();
    } else {
        post_message(&bytes);
        gathered.clear();
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = postMessage)]
    fn post_message(message: &JsValue);
    #[wasm_bindgen(js_name = postMessage)]
    fn post_message_with(message: &JsValue, handed_over: &js_sys::Array);
}
