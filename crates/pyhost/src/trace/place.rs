//! Owns the look at a thread's own frames: which line of the learner's code it is at, and which
//! call of the library it waits in. Runs no Python.

use green::ThreadId;
use rustpython_vm::frame::{InterpreterFrame, current_thread_iframe};
use vivarium_protocol::SourceLine;

use super::reason;

/// Where the learner's files are.
pub(super) const HOME: &str = "/home/learner/";
/// How far down is looked.
const DEPTH: usize = 200;

/// Returns the line of the learner's own code that is innermost on the running stack.
pub(crate) fn line() -> Option<SourceLine> {
    let mut found = None;
    walk(|frame| {
        found = learners_line(frame);
        found.is_none()
    });
    found
}

/// Returns what a thread that is about to wait waits for, and the learner's line.
pub(super) fn wait(id: ThreadId) -> (String, Option<SourceLine>) {
    let mut line = None;
    let mut called = None;
    walk(|frame| {
        line = learners_line(frame);
        if line.is_some() {
            return false;
        }
        let name = frame.code().qualname.as_str();
        // What the library runs a thread with is not what the thread waits for.
        if !matches!(name, "Thread._bootstrap" | "Thread._bootstrap_inner" | "Thread.run") {
            called = Some(name.to_owned());
        }
        true
    });
    (reason::of(id, called.as_deref()), line)
}

fn learners_line(frame: &InterpreterFrame) -> Option<SourceLine> {
    let code = frame.code();
    let file = code.source_path.as_str();
    if !file.starts_with(HOME) {
        return None;
    }
    let index = (frame.get_lasti() as usize).saturating_sub(1);
    let line = code.locations.get(index).map(|(start, _)| start.line.get());
    let line = line.and_then(|line| u32::try_from(line).ok())?;
    Some(SourceLine { file: file.to_owned(), line })
}

/// Shows the running thread's frames to `look`, innermost first, while it wants more.
fn walk(mut look: impl FnMut(&InterpreterFrame) -> bool) {
    let mut next = current_thread_iframe();
    for _ in 0..DEPTH {
        // SAFETY: the chain is that of the running thread, whose frames live until they return,
        // and nothing returns while we look; its end is null.
        let Some(frame) = (unsafe { next.as_ref() }) else { return };
        if !look(frame) {
            return;
        }
        next = frame.previous();
    }
}
