//! Owns how bytes are shown to people: as text if they are text, with every control character told, or as a dump.

use std::fmt::Write as _;

/// How many bytes a line of a dump holds.
const WIDTH: usize = 16;

/// Returns the text of bytes that are text, each line end and control character in the words of a Python literal.
pub fn as_text(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let is_odd = |it: char| it.is_control() && !matches!(it, '\n' | '\r' | '\t');
    // A few are told; with many of them it is no text.
    if text.chars().filter(|it| is_odd(*it)).count() * 10 > text.chars().count() {
        return None;
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '\r' => shown.push_str("\\r"),
            '\n' => shown.push_str("\\n\n"),
            '\t' => shown.push_str("\\t"),
            odd if odd.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\x{:02x}", u32::from(odd));
            }
            plain => shown.push(plain),
        }
    }
    Some(shown)
}

/// Returns a dump: place, bytes in hexadecimal, and the same as ASCII.
pub fn as_dump(bytes: &[u8]) -> String {
    let mut dump = String::new();
    for (line, chunk) in bytes.chunks(WIDTH).enumerate() {
        let mut numbers = String::new();
        for byte in chunk {
            let _ = write!(numbers, "{byte:02x} ");
        }
        let letters: String = chunk
            .iter()
            .map(
                |byte| {
                    if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '.' }
                },
            )
            .collect();
        let _ =
            writeln!(dump, "{:04x}  {numbers:<width$} {letters}", line * WIDTH, width = WIDTH * 3);
    }
    dump
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_seen() {
        assert_eq!(as_text(b"GET / HTTP/1.1\r\n\r\n").unwrap(), "GET / HTTP/1.1\\r\\n\n\\r\\n\n");
    }

    #[test]
    fn what_is_no_text_is_dumped() {
        assert_eq!(as_text(b"\x00\x01\x02\x03"), None);
        assert_eq!(as_text(b"\xff\xfe"), None);
        assert!(as_dump(b"\x00abc").starts_with("0000  00 61 62 63 "));
        assert!(as_dump(b"\x00abc").ends_with(" .abc\n"));
    }
}
