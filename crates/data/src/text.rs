//! Owns the form of bytes inside a script: seven bits a character, in UTF-8.
//!
//! A character below 128 stands for itself. The few that neither a string in double quotes nor a page keeps as they are
//! go together with their follower into one character of two bytes, so that 7 bytes always take about 8.

/// What a character of its own cannot be: NUL and line ends, quotes, the beginning of a tag.
const BARRED: [u8; 6] = [0, b'\n', b'\r', b'"', b'<', b'\\'];

/// Writes bytes as text.
pub fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 7 * 8 + 8);
    let mut symbols = symbols(bytes);
    while let Some(symbol) = symbols.next() {
        match (0_u32..).zip(BARRED).find(|(_, barred)| *barred == symbol) {
            None => text.push(char::from(symbol)),
            Some((index, _)) => {
                let follower = symbols.next().unwrap_or(0);
                let code = 128 + (index << 7) + u32::from(follower);
                text.extend(char::from_u32(code));
            }
        }
    }
    text
}

/// Reads `length` bytes from a text; `None` if it holds fewer.
pub fn decoded(text: &str, length: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length + 2);
    let (mut held, mut n_bits) = (0_u32, 0);
    let mut take = |symbol: u32| {
        held = (held << 7 | symbol) & 0x3FFF;
        n_bits += 7;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.extend(u8::try_from(held >> n_bits & 0xFF));
        }
    };
    for code in text.chars().map(u32::from) {
        match code.checked_sub(128) {
            None => take(code),
            Some(pair) => {
                take(u32::from(*BARRED.get(pair as usize >> 7)?));
                take(pair & 127);
            }
        }
    }
    (bytes.len() >= length).then(|| bytes[..length].to_vec())
}

/// Cuts bytes into pieces of seven bits; the last one is filled up with zeros.
fn symbols(bytes: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let count = (bytes.len() * 8).div_ceil(7);
    (0..count).map(|index| {
        let (byte, bit) = (index * 7 / 8, index * 7 % 8);
        let pair =
            u16::from(bytes[byte]) << 8 | u16::from(bytes.get(byte + 1).copied().unwrap_or(0));
        (pair >> (9 - bit) & 127).to_le_bytes()[0]
    })
}

#[cfg(test)]
mod tests {
    use super::{BARRED, decoded, encoded};

    #[test]
    fn text_holds_all_bytes_and_nothing_that_a_script_would_change() {
        let mut state = 7_u32;
        let mut random = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_le_bytes()[3]
        };
        for length in (0..300).chain([100_000]) {
            let bytes: Vec<u8> = (0..length).map(|_| random()).collect();
            let text = encoded(&bytes);
            assert_eq!(decoded(&text, length).expect("all of it"), bytes);
            assert!(!text.bytes().any(|byte| BARRED.contains(&byte)));
            assert!(text.len() <= length * 8 / 7 + 3, "{length}: {}", text.len());
        }
        for byte in [0, 1, 0x0A, 0x22, 0x5C, 0x7F, 0x80, 0xFF] {
            let bytes = vec![byte; 1000];
            assert_eq!(decoded(&encoded(&bytes), 1000).expect("all of it"), bytes);
        }
    }

    #[test]
    fn a_text_that_was_cut_is_noticed() {
        let text = encoded(b"some bytes");
        assert_eq!(decoded(&text[..text.len() - 2], 10), None);
        assert_eq!(decoded("\u{500}", 1), None);
    }
}
