//! Owns `sleep NUMBER[smhd]...`

use vivarium_protocol::Syscall;

use super::{Answer, Out, Step};

#[derive(Debug)]
pub(super) struct Sleep {
    /// Milliseconds, or what is wrong with the command line; `None` sleeps for ever.
    time: Result<Option<u32>, String>,
}

impl Sleep {
    pub(super) fn new(argv: &[String]) -> Self {
        if argv.is_empty() {
            return Self { time: Err("sleep: missing operand\n".to_owned()) };
        }
        let mut seconds = 0.0;
        for word in argv {
            match parse(word) {
                Some(time) => seconds += time,
                None => {
                    return Self {
                        time: Err(format!("sleep: invalid time interval ‘{word}’\n"))
                    };
                }
            }
        }
        Self { time: Ok(milliseconds(seconds)) }
    }

    pub(super) fn resume(&mut self, answer: Option<Answer>, out: &mut Out) -> Step {
        match &self.time {
            Err(complaint) => {
                out.complain(complaint);
                Step::Exit(1)
            }
            Ok(_) if answer.is_some() => Step::Exit(0),
            Ok(timeout_ms) => {
                Step::Call(Syscall::Poll { fds: Vec::new(), timeout_ms: *timeout_ms })
            }
        }
    }
}

fn parse(word: &str) -> Option<f64> {
    let (number, factor) = match word.char_indices().last()? {
        (end, 's') => (&word[..end], 1.0),
        (end, 'm') => (&word[..end], 60.0),
        (end, 'h') => (&word[..end], 3600.0),
        (end, 'd') => (&word[..end], 86_400.0),
        _ => (word, 1.0),
    };
    let number: f64 = number.parse().ok()?;
    (number >= 0.0).then_some(number * factor)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number was compared with both ends of the range"
)]
fn milliseconds(seconds: f64) -> Option<u32> {
    let ms = (seconds * 1000.0).ceil();
    (ms < f64::from(u32::MAX)).then_some(ms as u32)
}
