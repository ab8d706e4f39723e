//! Owns one run of the run API: its collected output, and how it is given up.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use gloo::timers::callback::Timeout;

use super::text::Decoder;
use crate::{Reason, Run, RunEvent, RunResult, RunSpec, Traced, Workspace};

/// How long a program that is being given up may take to clean up after itself.
const PATIENCE_MS: u32 = 2000;
/// How much of each stream is collected; all of it goes to the listeners.
const COLLECTED_BYTES: usize = 16 << 20;

/// Which stream a piece of output came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    Stdout,
    Stderr,
    /// Descriptor 3, for runs that ask for it.
    Report,
}

impl Output {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Stdout => "stdout",
            Self::Stderr => "stderr",
            Self::Report => "report",
        }
    }
}

/// What listeners hear while a run is under way.
pub(crate) enum Heard<'a> {
    /// A piece of output.
    Text(Output, &'a str),
    /// What threads and processes did.
    Trace(&'a Traced),
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) is_truncated: bool,
    pub(crate) result: RunResult,
}

/// A stream's text so far.
#[derive(Debug, Default)]
struct Collected {
    decoder: Decoder,
    text: String,
    is_truncated: bool,
}

impl Collected {
    fn add(&mut self, piece: &str) {
        if self.text.len() + piece.len() <= COLLECTED_BYTES {
            self.text.push_str(piece);
        } else {
            self.is_truncated = true;
        }
    }
}

/// A run under way. Clones are handles of the same run.
#[derive(Clone)]
pub(crate) struct Execution {
    run: Run,
    is_given_up: Rc<Cell<bool>>,
    last_call: Rc<RefCell<Option<Timeout>>>,
}

impl Execution {
    /// Starts a run; `listen` hears what it says, the receiver how it ended.
    pub(crate) fn begin(
        workspace: &Workspace,
        spec: RunSpec,
        listen: impl Fn(Heard<'_>) + 'static,
    ) -> (Self, oneshot::Receiver<Outcome>) {
        let (sender, receiver) = oneshot::channel();
        let mut sender = Some(sender);
        let mut streams = <[Collected; 3]>::default();
        let is_given_up = Rc::new(Cell::new(false));
        let given_up = is_given_up.clone();
        let run = workspace.run(spec, move |event| match event {
            RunEvent::Stdout(data) => hear(&mut streams[0], Output::Stdout, &data, &listen),
            RunEvent::Stderr(data) => hear(&mut streams[1], Output::Stderr, &data, &listen),
            RunEvent::Report(data) => hear(&mut streams[2], Output::Report, &data, &listen),
            RunEvent::Trace(piece) => listen(Heard::Trace(&piece)),
            RunEvent::WantsInput | RunEvent::Files => {}
            RunEvent::Ended(mut result) => {
                let names = [Output::Stdout, Output::Stderr, Output::Report];
                for (stream, output) in streams.iter_mut().zip(names) {
                    let rest = stream.decoder.finish();
                    if !rest.is_empty() {
                        stream.add(&rest);
                        listen(Heard::Text(output, &rest));
                    }
                }
                if given_up.get() {
                    result.reason = Reason::Aborted;
                }
                let [stdout, stderr, _] = std::mem::take(&mut streams);
                let is_truncated = stdout.is_truncated || stderr.is_truncated;
                let (stdout, stderr) = (stdout.text, stderr.text);
                if let Some(sender) = sender.take() {
                    // Nobody may be interested any more.
                    let _ = sender.send(Outcome { stdout, stderr, is_truncated, result });
                }
            }
        });
        let last_call = Rc::default();
        (Self { run, is_given_up, last_call }, receiver)
    }

    /// Gives the run up: interrupts it, and kills it if it goes on.
    pub(crate) fn abort(&self) {
        if self.run.has_ended() || self.is_given_up.replace(true) {
            return;
        }
        self.run.interrupt();
        let run = self.run.clone();
        let timeout = Timeout::new(PATIENCE_MS, move || run.abort());
        *self.last_call.borrow_mut() = Some(timeout);
    }
}

fn hear(stream: &mut Collected, output: Output, data: &[u8], listen: &impl Fn(Heard<'_>)) {
    let text = stream.decoder.push(data);
    if !text.is_empty() {
        stream.add(&text);
        listen(Heard::Text(output, &text));
    }
}
