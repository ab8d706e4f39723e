//! Owns the modes of a raw file, such as `rb+`, and the flags of `open` they stand for.

use vivarium_protocol::OpenFlags;

/// How a file was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mode {
    letter: u8,
    updates: bool,
}

impl Mode {
    /// Says whether every write goes to the end.
    pub(super) const fn appends(self) -> bool {
        self.letter == b'a'
    }

    pub(super) fn parse(text: &str) -> Result<Self, String> {
        const ONE: &str =
            "Must have exactly one of create/read/write/append mode and at most one plus";
        let (mut letter, mut updates) = (None, false);
        for byte in text.bytes() {
            match byte {
                b'r' | b'w' | b'a' | b'x' if letter.is_none() => letter = Some(byte),
                b'+' if !updates => updates = true,
                b'r' | b'w' | b'a' | b'x' | b'+' => return Err(ONE.to_owned()),
                b'b' => {}
                _ => return Err(format!("invalid mode: {text}")),
            }
        }
        letter.map(|letter| Self { letter, updates }).ok_or_else(|| ONE.to_owned())
    }

    pub(super) const fn reads(self) -> bool {
        self.updates || self.letter == b'r'
    }

    pub(super) const fn writes(self) -> bool {
        self.updates || self.letter != b'r'
    }

    pub(super) const fn flags(self) -> u32 {
        let access = match (self.reads(), self.writes()) {
            (true, true) => OpenFlags::RDWR,
            (true, false) => OpenFlags::RDONLY,
            (false, _) => OpenFlags::WRONLY,
        };
        access
            | OpenFlags::CLOEXEC
            | match self.letter {
                b'w' => OpenFlags::CREAT | OpenFlags::TRUNC,
                b'a' => OpenFlags::CREAT | OpenFlags::APPEND,
                b'x' => OpenFlags::CREAT | OpenFlags::EXCL,
                _ => 0,
            }
    }

    pub(super) const fn text(self) -> &'static str {
        match (self.letter, self.updates) {
            (b'r', false) => "rb",
            (b'x', false) => "xb",
            (b'x', true) => "xb+",
            (b'a', false) => "ab",
            (b'a', true) => "ab+",
            (_, true) => "rb+",
            (_, false) => "wb",
        }
    }

    pub(super) const fn to_bits(self) -> u8 {
        if self.updates { self.letter | 0x80 } else { self.letter }
    }

    pub(super) const fn from_bits(bits: u8) -> Self {
        Self { letter: bits & 0x7f, updates: bits & 0x80 != 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::Mode;

    #[test]
    fn modes_are_read_and_written() {
        for (given, shown) in [("r", "rb"), ("w+b", "rb+"), ("a", "ab"), ("x+", "xb+")] {
            let mode = Mode::parse(given).unwrap();
            assert_eq!(mode.text(), shown);
            assert_eq!(Mode::from_bits(mode.to_bits()), mode);
        }
        assert_eq!(Mode::parse("q").unwrap_err(), "invalid mode: q");
        for given in ["", "rw", "r++", "b"] {
            assert!(Mode::parse(given).unwrap_err().starts_with("Must have exactly one"));
        }
    }
}
