//! Owns UTF-8 that comes in pieces: a character cut in two waits for its second half.

/// Turns bytes into text, piece by piece; what is not UTF-8 becomes U+FFFD.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    rest: Vec<u8>,
}

impl Decoder {
    /// Returns the text that `bytes` complete.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> String {
        self.rest.extend_from_slice(bytes);
        let mut end = self.rest.len();
        if let Err(error) = std::str::from_utf8(&self.rest[last_start(&self.rest)..])
            && error.error_len().is_none()
        {
            end = last_start(&self.rest);
        }
        let text = String::from_utf8_lossy(&self.rest[..end]).into_owned();
        self.rest.drain(..end);
        text
    }

    /// Returns what is left at the end.
    pub(crate) fn finish(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.rest)).into_owned()
    }
}

/// Returns where the last character begins, as far as the last four bytes tell.
fn last_start(bytes: &[u8]) -> usize {
    let is_start = |&index: &usize| bytes[index] & 0b1100_0000 != 0b1000_0000;
    let first = bytes.len().saturating_sub(4);
    (first..bytes.len()).rev().find(is_start).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::Decoder;

    #[test]
    fn every_cut_gives_the_same_text() {
        let text = "é€😀 end";
        for cut in 0..=text.len() {
            let mut decoder = Decoder::default();
            let (first, second) = text.as_bytes().split_at(cut);
            let joined = decoder.push(first) + &decoder.push(second) + &decoder.finish();
            assert_eq!(joined, text, "cut at {cut}");
        }
    }

    #[test]
    fn what_is_not_utf_8_is_replaced_and_does_not_wait() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.push(b"a\xffb"), "a\u{fffd}b");
        assert_eq!(decoder.push(b"\xe2\x82"), "");
        assert_eq!(decoder.finish(), "\u{fffd}");
    }
}
