//! Owns the making of scripts: packs are loosened, everything is packed once, and written as text.

use std::io::{self, Write};

use lzma_rust2::{LzmaOptions, LzmaWriter};

use crate::{loose, text};

/// The best that the format has; the dictionary is as large as the largest asset.
const LEVEL: u32 = 9;

/// Returns bytes as a script that `public/boot.js` loads: `VIVARIUM_DATA[name] = [length, text]`.
///
/// # Errors
/// When the bytes cannot be packed.
pub fn script(name: &str, content: &[u8]) -> io::Result<String> {
    let packed = packed(content)?;
    let (length, text) = (packed.len(), text::encoded(&packed));
    Ok(format!("(self.VIVARIUM_DATA ??= {{}})[\"{name}\"] = [{length}, \"{text}\"];\n"))
}

/// Packs bytes. A pack of Python modules loses its own compression first.
///
/// # Errors
/// When the bytes cannot be packed.
pub fn packed(content: &[u8]) -> io::Result<Vec<u8>> {
    let loose = loose::loosened(content);
    let content = loose.as_deref().unwrap_or(content);
    let length = u64::try_from(content.len()).map_err(io::Error::other)?;
    let options = LzmaOptions::with_preset(LEVEL);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(length))?;
    writer.write_all(content)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::{packed, script};
    use crate::{text, unpacked};

    #[test]
    fn a_script_holds_the_bytes() {
        let content: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        let script = script("a.wasm", &content).expect("it can be packed");
        let rest =
            script.strip_prefix("(self.VIVARIUM_DATA ??= {})[\"a.wasm\"] = [").expect("an array");
        let (length, rest) = rest.split_once(", \"").expect("a text");
        let text = rest.strip_suffix("\"];\n").expect("an end");
        let packed = text::decoded(text, length.parse().expect("a number")).expect("all of it");
        assert!(packed.len() < 1000);
        assert_eq!(unpacked(&packed).expect("whole"), content);
    }

    #[test]
    fn damaged_bytes_are_refused_and_never_panic() {
        let whole = packed(&b"some words, some words ".repeat(50)).expect("it can be packed");
        for length in 0..whole.len() {
            assert!(unpacked(&whole[..length]).is_err(), "{length}");
        }
        for index in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[index] ^= 0x55;
            // It may be read as something else, or the length may be beyond all memory.
            if !(5..13).contains(&index) {
                let _ = unpacked(&damaged);
            }
        }
    }
}
