//! Owns the handle of one execution of a program.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use vivarium_kernel::{Event, RunId, Terminal};

use crate::Workspace;

/// One execution of a program. Clones are handles of the same run; dropping them ends nothing.
#[derive(Clone)]
pub struct Run {
    workspace: Workspace,
    shared: Rc<RunShared>,
}

/// What a handle and its workspace both know of a run.
#[derive(Default)]
pub(crate) struct RunShared {
    state: RefCell<State>,
}

enum State {
    /// Python is loading; what is done to the run meanwhile waits.
    Waiting(Vec<Wish>),
    GivenUp,
    Launched(RunId),
    Ended,
}

impl Default for State {
    fn default() -> Self {
        Self::Waiting(Vec::new())
    }
}

/// Something done to a run.
enum Wish {
    Type(String),
    EndInput,
    Resize(Terminal),
}

impl Wish {
    fn event(self, run: RunId) -> Event {
        match self {
            Self::Type(text) => Event::Typed { run, data: text.into_bytes() },
            Self::EndInput => Event::EndOfInput(run),
            Self::Resize(terminal) => Event::Resized { run, terminal },
        }
    }
}

impl RunShared {
    pub(crate) fn is_given_up(&self) -> bool {
        matches!(*self.state.borrow(), State::GivenUp)
    }

    /// Notes the run's number, and returns what was done to it meanwhile.
    pub(crate) fn launched(&self, run: RunId) -> Vec<Event> {
        match mem::replace(&mut *self.state.borrow_mut(), State::Launched(run)) {
            State::Waiting(wishes) => wishes.into_iter().map(|wish| wish.event(run)).collect(),
            State::GivenUp | State::Launched(_) | State::Ended => Vec::new(),
        }
    }

    pub(crate) fn end(&self) {
        *self.state.borrow_mut() = State::Ended;
    }
}

impl Run {
    pub(crate) fn new(workspace: Workspace, shared: Rc<RunShared>) -> Self {
        Self { workspace, shared }
    }

    /// Stop: SIGINT. A second one, or no answer within two seconds, kills.
    pub fn interrupt(&self) {
        self.end_with(Event::Interrupt);
    }

    /// Ends the run at once.
    pub fn kill(&self) {
        self.end_with(|run| Event::Kill { run, is_abort: false });
    }

    /// Gives the run up: it is killed, and its reason is [`crate::Reason::Aborted`].
    pub fn abort(&self) {
        self.end_with(|run| Event::Kill { run, is_abort: true });
    }

    /// Types into the terminal. A program sees complete lines.
    pub fn send_input(&self, text: &str) {
        self.wish(Wish::Type(text.to_owned()));
    }

    /// Ctrl-D: ends the input.
    pub fn close_input(&self) {
        self.wish(Wish::EndInput);
    }

    /// Tells the terminal's new size.
    pub fn resize(&self, columns: u32, rows: u32) {
        self.wish(Wish::Resize(Terminal { columns, rows }));
    }

    /// Says whether the run is over.
    pub fn has_ended(&self) -> bool {
        matches!(*self.shared.state.borrow(), State::Ended)
    }

    fn end_with(&self, event: impl FnOnce(RunId) -> Event) {
        let mut state = self.shared.state.borrow_mut();
        match *state {
            State::Launched(run) => {
                drop(state);
                self.workspace.dispatch(event(run));
            }
            State::Waiting(_) => *state = State::GivenUp,
            State::GivenUp | State::Ended => {}
        }
    }

    fn wish(&self, wish: Wish) {
        let run = match &mut *self.shared.state.borrow_mut() {
            State::Launched(run) => *run,
            State::Waiting(wishes) => {
                wishes.push(wish);
                return;
            }
            State::GivenUp | State::Ended => return,
        };
        self.workspace.dispatch(wish.event(run));
    }
}
