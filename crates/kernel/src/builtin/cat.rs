//! Owns `cat [FILE]...`; `-` and no file at all are standard input.

use std::collections::VecDeque;

use vivarium_protocol::{Fd, Reply, Syscall};

use super::{Answer, BLOCK, Out, Step};

#[derive(Debug)]
enum Phase {
    Begin,
    Opening(String),
    Reading(String, Fd),
    Closing,
}

#[derive(Debug)]
pub(super) struct Cat {
    names: VecDeque<String>,
    phase: Phase,
    code: u8,
    unknown: Option<String>,
}

impl Cat {
    pub(super) fn new(argv: &[String]) -> Self {
        let (options, names) = super::split_options(argv);
        let mut names: VecDeque<String> = names.into();
        if names.is_empty() {
            names.push_back("-".to_owned());
        }
        Self { names, phase: Phase::Begin, code: 0, unknown: options.into_iter().next() }
    }

    pub(super) fn resume(&mut self, answer: Option<Answer>, out: &mut Out) -> Step {
        if let Some(option) = &self.unknown {
            out.complain(&super::unknown_option("cat", option));
            return Step::Exit(1);
        }
        match (std::mem::replace(&mut self.phase, Phase::Closing), answer) {
            (Phase::Opening(name), Some(Ok(Reply::Fd(fd)))) => self.read(name, fd),
            (Phase::Reading(name, fd), Some(Ok(Reply::Data(data)))) if !data.0.is_empty() => {
                out.print(data.0);
                self.read(name, fd)
            }
            (Phase::Reading(name, fd), Some(result)) => {
                if let Err(errno) = result {
                    out.complain(&super::complaint("cat", &name, errno));
                    self.code = 1;
                }
                if fd == Fd::STDIN { self.next() } else { Step::Call(Syscall::Close { fd }) }
            }
            (Phase::Opening(name), Some(Err(errno))) => {
                out.complain(&super::complaint("cat", &name, errno));
                self.code = 1;
                self.next()
            }
            _ => self.next(),
        }
    }

    fn read(&mut self, name: String, fd: Fd) -> Step {
        self.phase = Phase::Reading(name, fd);
        Step::Call(Syscall::Read { fd, len: BLOCK })
    }

    fn next(&mut self) -> Step {
        match self.names.pop_front() {
            Some(name) if name == "-" => self.read(name, Fd::STDIN),
            Some(name) => {
                let call = super::open(&name);
                self.phase = Phase::Opening(name);
                Step::Call(call)
            }
            None => Step::Exit(self.code),
        }
    }
}
