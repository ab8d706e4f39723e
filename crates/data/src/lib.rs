//! Bytes as scripts, for pages that may fetch nothing: from a folder, as a single file, in a sandbox without an origin.
//!
//! [`text`] puts seven bits into each character of a script, `loose` takes the compression out of packs, so that it is
//! done once and over all of a pack, and `script` puts both together with LZMA. As a wasm of its own the crate
//! is what unpacks them in the browser (`crates/data/unpack.js`). It knows neither packs' contents nor pages.

#[cfg(feature = "write")]
mod loose;
pub mod text;
#[cfg(target_family = "wasm")]
mod wasm;
#[cfg(feature = "write")]
mod write;

use std::io::{self, Read};

use lzma_rust2::LzmaReader;

#[cfg(feature = "write")]
pub use write::{packed, script};

/// The header of packed bytes: one of properties, four of the dictionary's size, eight of the length.
const HEADER: usize = 13;

/// Unpacks the whole of some bytes.
///
/// # Errors
/// When they are damaged, or are more or fewer than they say.
pub fn unpacked(packed: &[u8]) -> io::Result<Vec<u8>> {
    let header = packed.get(..HEADER).ok_or(io::ErrorKind::UnexpectedEof)?;
    let length = header[5..].iter().rev().fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    let length = usize::try_from(length).map_err(|_| io::ErrorKind::InvalidData)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).map_err(|_| io::ErrorKind::OutOfMemory)?;
    LzmaReader::new_mem_limit(packed, u32::MAX, None)?.read_to_end(&mut bytes)?;
    if bytes.len() == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
