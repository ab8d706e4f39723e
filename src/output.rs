//! Owns what a program printed, bounded so that no program can flood the page.
//!
//! It keeps the last lines and says how many were cut. It strips terminal escapes, since it is
//! shown as plain text, and knows no widget.

/// Where a piece of output came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// What the program printed.
    Stdout,
    /// Errors and tracebacks.
    Stderr,
    /// What the learner typed.
    Typed,
}

/// A run of characters of one stream, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it came from.
    pub stream: Stream,
    /// Its text.
    pub text: String,
}

/// How much is kept.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// In bytes of UTF-8.
    pub bytes: usize,
    /// In lines.
    pub lines: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { bytes: 200_000, lines: 5_000 }
    }
}

/// What was cut from the front.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Whole lines.
    pub lines: usize,
    /// All bytes, those of the lines included.
    pub bytes: usize,
}

/// The output of one run.
#[derive(Clone, Debug, Default)]
pub struct Output {
    spans: std::collections::VecDeque<Span>,
    bounds: Bounds,
    cut: Cut,
    n_bytes: usize,
    n_lines: usize,
    decoders: [Decoder; 2],
}

impl Output {
    /// Returns an empty output with these bounds.
    pub fn new(bounds: Bounds) -> Self {
        Self { bounds, ..Self::default() }
    }

    /// Appends bytes as they came; a character may be split between two calls.
    pub fn push_bytes(&mut self, stream: Stream, bytes: &[u8]) {
        let index = usize::from(stream == Stream::Stderr);
        let text = self.decoders[index].feed(bytes);
        self.push_text(stream, &text);
    }

    /// Appends text.
    pub fn push_text(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        self.n_bytes += text.len();
        self.n_lines += count_lines(text);
        match self.spans.back_mut() {
            // Short spans keep cutting from the front cheap.
            Some(last) if last.stream == stream && last.text.len() < 8_192 => {
                last.text.push_str(text);
            }
            _ => self.spans.push_back(Span { stream, text: text.to_owned() }),
        }
        // Cutting a quarter at a time keeps the cost of a flood linear.
        if self.n_bytes > self.bounds.bytes + self.bounds.bytes / 4
            || self.n_lines > self.bounds.lines + self.bounds.lines / 4
        {
            self.shrink();
        }
    }

    /// Returns the pieces in order, within the bounds.
    pub fn spans(&mut self) -> Vec<Span> {
        self.shrink();
        self.spans.iter().cloned().collect()
    }

    /// Returns what was cut from the front.
    pub fn cut(&self) -> Cut {
        self.cut
    }

    /// Says whether anything was printed.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Returns what the program printed, without what was typed, in order.
    pub fn printed(&self) -> String {
        self.joined(|stream| stream != Stream::Typed)
    }

    /// Returns what went to the error stream.
    pub fn errors(&self) -> String {
        self.joined(|stream| stream == Stream::Stderr)
    }

    fn joined(&self, wanted: impl Fn(Stream) -> bool) -> String {
        self.spans.iter().filter(|it| wanted(it.stream)).map(|it| it.text.as_str()).collect()
    }

    fn shrink(&mut self) {
        while self.n_bytes > self.bounds.bytes || self.n_lines > self.bounds.lines {
            let Some(first) = self.spans.front_mut() else { break };
            let end = first.text.find('\n').map_or(first.text.len(), |at| at + 1);
            // One endless line is cut inside, at a character.
            let end = if end > self.bounds.bytes {
                let wanted = self.n_bytes - self.bounds.bytes;
                (wanted..=end).find(|at| first.text.is_char_boundary(*at)).unwrap_or(end)
            } else {
                end
            };
            let is_line = first.text[..end].ends_with('\n');
            first.text.drain(..end);
            if first.text.is_empty() {
                self.spans.pop_front();
            }
            self.n_bytes -= end;
            self.n_lines -= usize::from(is_line);
            self.cut.bytes += end;
            self.cut.lines += usize::from(is_line);
        }
    }
}

fn count_lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Turns bytes into characters without terminal escapes, across calls.
#[derive(Clone, Debug, Default)]
struct Decoder {
    rest: Vec<u8>,
    escape: Escape,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Escape {
    #[default]
    Text,
    /// After ESC.
    Begun,
    /// After ESC and `[`, until a letter.
    Control,
    /// After ESC and `]`, until BEL or ESC.
    Title,
}

impl Decoder {
    fn feed(&mut self, bytes: &[u8]) -> String {
        self.rest.extend_from_slice(bytes);
        let bytes = std::mem::take(&mut self.rest);
        let mut text = String::with_capacity(bytes.len());
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            match std::str::from_utf8(rest) {
                Ok(valid) => {
                    self.strip(valid, &mut text);
                    return text;
                }
                Err(error) => {
                    let (valid, tail) = rest.split_at(error.valid_up_to());
                    self.strip(&String::from_utf8_lossy(valid), &mut text);
                    let Some(bad) = error.error_len() else {
                        self.rest = tail.to_vec();
                        return text;
                    };
                    text.push('\u{fffd}');
                    rest = &tail[bad..];
                }
            }
        }
        text
    }

    fn strip(&mut self, input: &str, text: &mut String) {
        for ch in input.chars() {
            self.escape = match (self.escape, ch) {
                (Escape::Text | Escape::Title, '\x1b') => Escape::Begun,
                (Escape::Text, '\r' | '\x07' | '\0') => Escape::Text,
                (Escape::Text, ch) => {
                    text.push(ch);
                    Escape::Text
                }
                (Escape::Begun, '[') => Escape::Control,
                (Escape::Begun, ']') => Escape::Title,
                (Escape::Begun, _) | (Escape::Control, '@'..='~') | (Escape::Title, '\x07') => {
                    Escape::Text
                }
                (state @ (Escape::Control | Escape::Title), _) => state,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, Output, Stream};

    fn output(bytes: usize, lines: usize) -> Output {
        Output::new(Bounds { bytes, lines })
    }

    #[test]
    fn streams_stay_in_order() {
        let mut output = Output::default();
        output.push_bytes(Stream::Stdout, b"a\n");
        output.push_bytes(Stream::Stderr, b"b\n");
        output.push_text(Stream::Typed, "c\n");
        assert_eq!(output.printed(), "a\nb\n");
        assert_eq!(output.errors(), "b\n");
        assert_eq!(output.spans().len(), 3);
    }

    #[test]
    fn the_last_lines_are_kept() {
        let mut output = output(1_000, 3);
        for number in 0..100 {
            output.push_text(Stream::Stdout, &format!("{number}\n"));
        }
        output.spans();
        assert_eq!(output.printed(), "97\n98\n99\n");
        assert_eq!(output.cut().lines, 97);
        assert_eq!(output.cut().bytes, 10 * 2 + 87 * 3);
    }

    #[test]
    fn an_endless_line_is_cut_at_a_character() {
        let mut output = output(10, 100);
        output.push_text(Stream::Stdout, &"é".repeat(1_000));
        output.spans();
        assert_eq!(output.printed(), "é".repeat(5));
        assert_eq!(output.cut().bytes, 1_990);
    }

    #[test]
    fn a_flood_stays_bounded() {
        let mut output = output(10_000, 500);
        let line = "x".repeat(99) + "\n";
        for _ in 0..100_000 {
            output.push_bytes(Stream::Stdout, line.as_bytes());
        }
        output.spans();
        assert_eq!(output.printed().len(), 10_000);
        assert_eq!(output.cut().bytes, 9_990_000);
    }

    #[test]
    fn characters_and_escapes_may_be_split() {
        let mut output = Output::default();
        for byte in "\x1b[1;31mhé\x1b[0m\x1b]0;title\x07€\r\n".bytes() {
            output.push_bytes(Stream::Stdout, &[byte]);
        }
        assert_eq!(output.printed(), "hé€\n");
    }

    #[test]
    fn bytes_that_are_no_text_are_marked() {
        let mut output = Output::default();
        output.push_bytes(Stream::Stdout, b"a\xff\xfeb");
        assert_eq!(output.printed(), "a\u{fffd}\u{fffd}b");
    }
}
