//! Owns the standard streams of one run: what is typed or prepared, and what was printed.
//!
//! A terminal is line by line: what is typed is readable once its line is complete, and Ctrl-D
//! ends the input once, not for ever. Echo and line editing are the page's.

use std::collections::VecDeque;
use std::mem;

/// The number of a run's standard streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StdioId(pub u32);

/// Which stream was written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// The private descriptor on which checks report.
    Report,
}

/// Bytes that left through a standard stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Whose.
    pub stdio: StdioId,
    /// Which stream.
    pub stream: Stream,
    /// The bytes.
    pub data: Vec<u8>,
}

/// The size of a terminal in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) columns: u32,
    pub(crate) rows: u32,
}

/// One piece that a read returns; an empty one is the end of input.
type Segment = VecDeque<u8>;

/// The standard streams of one run.
#[derive(Debug)]
pub struct Stdio {
    pub(crate) terminal: Option<Size>,
    pub(crate) reports: bool,
    segments: VecDeque<Segment>,
    line: Vec<u8>,
}

impl Stdio {
    /// Returns streams whose input is `bytes` and then the end of file; no terminal.
    pub fn prepared(bytes: Vec<u8>) -> Self {
        let segments = if bytes.is_empty() { VecDeque::new() } else { [bytes.into()].into() };
        Self { terminal: None, reports: false, segments, line: Vec::new() }
    }

    /// Returns a terminal; its input comes with [`Stdio::type_in`].
    pub fn terminal(columns: u32, rows: u32) -> Self {
        let terminal = Some(Size { columns, rows });
        Self { terminal, reports: false, segments: VecDeque::new(), line: Vec::new() }
    }

    /// Opens descriptor 3 in the first process, as the place to report to.
    #[must_use]
    pub fn with_report(mut self) -> Self {
        self.reports = true;
        self
    }

    /// Says whether this is a terminal.
    pub fn is_terminal(&self) -> bool {
        self.terminal.is_some()
    }

    /// Adds typed text; complete lines become readable.
    pub fn type_in(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.line.push(byte);
            if byte == b'\n' {
                self.segments.push_back(mem::take(&mut self.line).into());
            }
        }
    }

    /// Does what Ctrl-D does: ends the input, or makes an unfinished line readable.
    pub fn end_input(&mut self) {
        self.segments.push_back(mem::take(&mut self.line).into());
    }

    /// Forgets what was typed and not yet read, as a terminal does at Ctrl-C.
    pub fn discard_input(&mut self) {
        if self.is_terminal() {
            self.segments.clear();
            self.line.clear();
        }
    }

    /// Tells the terminal's new size.
    pub fn resize(&mut self, columns: u32, rows: u32) {
        if self.is_terminal() {
            self.terminal = Some(Size { columns, rows });
        }
    }

    pub(crate) fn is_readable(&self) -> bool {
        !self.segments.is_empty() || !self.is_terminal()
    }

    /// Returns up to `len` bytes of one line, empty at the end; `None` if a reader has to wait.
    pub(crate) fn read(&mut self, len: usize) -> Option<Vec<u8>> {
        if len == 0 {
            return Some(Vec::new());
        }
        let Some(segment) = self.segments.front_mut() else {
            return if self.is_terminal() { None } else { Some(Vec::new()) };
        };
        let bytes = segment.drain(..len.min(segment.len())).collect();
        if segment.is_empty() {
            self.segments.pop_front();
        }
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::Stdio;

    #[test]
    fn a_terminal_gives_one_line_a_read_and_ends_once() {
        let mut stdio = Stdio::terminal(80, 24);
        assert_eq!(stdio.read(10), None);
        stdio.type_in(b"on");
        assert_eq!(stdio.read(10), None, "an unfinished line is not readable");
        stdio.type_in(b"e\ntwo\n");
        assert_eq!(stdio.read(2).as_deref(), Some(&b"on"[..]));
        assert_eq!(stdio.read(10).as_deref(), Some(&b"e\n"[..]));
        assert_eq!(stdio.read(10).as_deref(), Some(&b"two\n"[..]));
        stdio.end_input();
        assert_eq!(stdio.read(10).as_deref(), Some(&b""[..]));
        assert_eq!(stdio.read(10), None, "Ctrl-D ends the input once");
    }

    #[test]
    fn prepared_input_ends_for_ever() {
        let mut stdio = Stdio::prepared(b"ab".to_vec());
        assert_eq!(stdio.read(10).as_deref(), Some(&b"ab"[..]));
        assert_eq!(stdio.read(10).as_deref(), Some(&b""[..]));
        assert_eq!(stdio.read(10).as_deref(), Some(&b""[..]));
    }
}
