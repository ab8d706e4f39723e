//! Owns output on its way to a console: bounded between two drawings, so that a flood costs
//! nothing and the program can be stopped all the while.

/// Bytes kept between two drawings.
const MAX_BYTES: usize = 256 * 1024;

/// A piece on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What the program printed.
    Out(Vec<u8>),
    /// What it wrote to its error stream.
    Error(Vec<u8>),
    /// Here so many bytes were left out.
    LeftOut(usize),
}

/// Output on its way to a console.
#[derive(Debug, Default)]
pub struct Spill {
    pieces: std::collections::VecDeque<(bool, Vec<u8>)>,
    n_bytes: usize,
    left_out: usize,
    /// The end of the last line, by which a prompt is known.
    tail: Vec<u8>,
}

impl Spill {
    /// Takes a piece; the oldest give way.
    pub fn push(&mut self, is_error: bool, bytes: Vec<u8>) {
        self.note_tail(&bytes);
        self.n_bytes += bytes.len();
        self.pieces.push_back((is_error, bytes));
        while self.n_bytes > MAX_BYTES {
            let Some((is_error, oldest)) = self.pieces.pop_front() else { break };
            let surplus = self.n_bytes - MAX_BYTES;
            let cut = surplus.min(oldest.len());
            // A cut inside a line would look like output: go on to the next line.
            let cut = oldest[cut..]
                .iter()
                .position(|it| *it == b'\n')
                .map_or(oldest.len(), |at| cut + at + 1);
            self.n_bytes -= cut;
            self.left_out += cut;
            if cut < oldest.len() {
                self.pieces.push_front((is_error, oldest[cut..].to_vec()));
                break;
            }
        }
    }

    /// Gives everything to draw, in order.
    pub fn take(&mut self) -> Vec<Piece> {
        let mut out = Vec::new();
        if self.left_out > 0 {
            out.push(Piece::LeftOut(std::mem::take(&mut self.left_out)));
        }
        out.extend(self.pieces.drain(..).map(|(is_error, bytes)| {
            if is_error { Piece::Error(bytes) } else { Piece::Out(bytes) }
        }));
        self.n_bytes = 0;
        out
    }

    /// Says whether Python's prompt stands at the end.
    pub fn is_at_prompt(&self) -> bool {
        self.tail == b">>> " || self.tail == b"... "
    }

    fn note_tail(&mut self, bytes: &[u8]) {
        if let Some(at) = bytes.iter().rposition(|it| *it == b'\n') {
            self.tail = bytes[at + 1..].to_vec();
        } else {
            self.tail.extend_from_slice(bytes);
        }
        // Longer than any prompt: not one, whatever follows.
        self.tail.truncate(64);
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, Piece, Spill};

    #[test]
    fn a_flood_is_cut_at_a_line_and_counted() {
        let mut spill = Spill::default();
        let line = b"0123456789\n";
        for _ in 0..100_000 {
            spill.push(false, line.to_vec());
        }
        let pieces = spill.take();
        let Piece::LeftOut(left_out) = pieces[0] else { panic!("nothing was cut") };
        let kept: usize = pieces[1..]
            .iter()
            .map(|it| if let Piece::Out(bytes) = it { bytes.len() } else { 0 })
            .sum();
        assert_eq!(left_out + kept, 100_000 * line.len());
        assert!(kept <= MAX_BYTES && kept > MAX_BYTES - line.len());
        assert_eq!(pieces[1], Piece::Out(line.to_vec()));
        assert!(spill.take().is_empty());
    }

    #[test]
    fn one_huge_piece_is_cut_too() {
        let mut spill = Spill::default();
        let mut huge = vec![b'x'; MAX_BYTES];
        huge.extend(b"\nend\n");
        spill.push(true, huge);
        assert_eq!(spill.take(), [Piece::LeftOut(MAX_BYTES + 1), Piece::Error(b"end\n".to_vec())]);
    }

    #[test]
    fn a_prompt_is_known_by_the_end_of_the_last_line() {
        let mut spill = Spill::default();
        spill.push(false, b"hello\n>>".to_vec());
        assert!(!spill.is_at_prompt());
        spill.push(false, b"> ".to_vec());
        assert!(spill.is_at_prompt());
        spill.push(false, b"What? ".to_vec());
        assert!(!spill.is_at_prompt());
        spill.push(false, b"\n... ".to_vec());
        assert!(spill.is_at_prompt());
    }
}
