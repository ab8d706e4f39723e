//! Owns the stand-in for `multiprocessing`'s resource tracker: it lives as long as its pipe.

use vivarium_protocol::{Fd, Reply, Syscall};

use super::{Answer, BLOCK, Step};

/// What the library starts a Python with, before the descriptor and a `)`.
const CODE: &str = "from multiprocessing.resource_tracker import main;main(";

#[derive(Debug)]
pub(super) struct Tracker {
    fd: Fd,
}

impl Tracker {
    /// Recognizes the tracker's command line.
    pub(super) fn of(argv: &[String]) -> Option<Self> {
        let position = argv.iter().position(|word| word == "-c")?;
        let number = argv.get(position + 1)?.strip_prefix(CODE)?.strip_suffix(')')?;
        Some(Self { fd: Fd(number.trim().parse().ok()?) })
    }

    pub(super) fn resume(&self, answer: Option<&Answer>) -> Step {
        match answer {
            Some(Ok(Reply::Data(data))) if data.0.is_empty() => Step::Exit(0),
            Some(Err(_)) => Step::Exit(1),
            Some(Ok(_)) | None => Step::Call(Syscall::Read { fd: self.fd, len: BLOCK }),
        }
    }
}
