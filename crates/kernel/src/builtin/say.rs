//! Owns the commands that say what they know and end: `echo`, `env`, `true`, `false`, `pwd`.

use vivarium_protocol::{Reply, Syscall};

use super::{Answer, Out, Step};

/// Prints a text, and ends with a status.
#[derive(Debug)]
pub(super) struct Say {
    text: String,
    complaint: String,
    code: u8,
}

impl Say {
    pub(super) fn new(text: &str, complaint: &str, code: u8) -> Self {
        Self { text: text.to_owned(), complaint: complaint.to_owned(), code }
    }

    pub(super) fn resume(&mut self, out: &mut Out) -> Step {
        out.print(std::mem::take(&mut self.text));
        out.complain(&self.complaint);
        Step::Exit(self.code)
    }
}

/// `echo [-n] [STRING]...`
pub(super) fn echo(argv: &[String]) -> Say {
    match argv.split_first() {
        Some((option, words)) if option == "-n" => Say::new(&words.join(" "), "", 0),
        Some(_) | None => Say::new(&format!("{}\n", argv.join(" ")), "", 0),
    }
}

/// `pwd`
#[derive(Debug)]
pub(super) struct Pwd;

impl Pwd {
    pub(super) fn resume(answer: Option<Answer>, out: &mut Out) -> Step {
        match answer {
            None => Step::Call(Syscall::Getcwd),
            Some(Ok(Reply::Path(path))) => {
                out.print(format!("{path}\n"));
                Step::Exit(0)
            }
            Some(Ok(_)) => Step::Exit(1),
            Some(Err(errno)) => {
                out.complain(&super::complaint("pwd", "current directory", errno));
                Step::Exit(1)
            }
        }
    }
}
