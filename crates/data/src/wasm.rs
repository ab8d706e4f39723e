//! Owns the door of the wasm: room for packed bytes, unpacking them, and where the result lies.
#![expect(
    unsafe_code,
    reason = "names that JavaScript can call are exported; there is nothing else unsafe here"
)]

use std::sync::{Mutex, MutexGuard, PoisonError};

static BYTES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn bytes() -> MutexGuard<'static, Vec<u8>> {
    BYTES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for packed bytes, and says where.
#[unsafe(no_mangle)]
extern "C" fn room(length: usize) -> *const u8 {
    let mut bytes = bytes();
    *bytes = vec![0; length];
    bytes.as_ptr()
}

/// Unpacks what lies in the room; returns the length, 0 when it is damaged.
#[unsafe(no_mangle)]
extern "C" fn unpack() -> usize {
    let mut bytes = bytes();
    *bytes = crate::unpacked(&bytes).unwrap_or_default();
    bytes.len()
}

/// Says where the unpacked bytes lie.
#[unsafe(no_mangle)]
extern "C" fn result() -> *const u8 {
    bytes().as_ptr()
}
