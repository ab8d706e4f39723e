//! Owns the bytes in which messages cross `postMessage`: several may follow each other in one.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Adds a message to `out`.
///
/// # Errors
/// Where a type has no binary form; none of this crate's.
pub fn encode<T: Serialize>(message: &T, out: Vec<u8>) -> Result<Vec<u8>, String> {
    postcard::to_extend(message, out).map_err(|error| error.to_string())
}

/// Takes messages apart, in order.
///
/// # Errors
/// Where the bytes are of another version; the messages before are lost, too.
pub fn decode<T: DeserializeOwned>(mut bytes: &[u8]) -> Result<Vec<T>, String> {
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        let (message, rest) =
            postcard::take_from_bytes(bytes).map_err(|error| error.to_string())?;
        messages.push(message);
        bytes = rest;
    }
    Ok(messages)
}
