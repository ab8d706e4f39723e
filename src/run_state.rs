//! Owns what a run can be doing, from the click to its end; knows neither kernel nor widget.

/// What a run is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RunState {
    /// Nothing was started yet.
    #[default]
    Idle,
    /// Python is being fetched.
    Loading {
        /// Bytes that are here.
        loaded: u64,
        /// Bytes in all; 0 if that is unknown.
        total: u64,
    },
    /// Python is here, and its first process starts.
    Starting,
    /// The program runs.
    Running,
    /// The program waits for a line.
    AwaitingInput,
    /// The program is over, and Python's prompt waits for a line.
    AtPrompt,
    /// It was told to stop.
    Stopping,
    /// It is over.
    Ended(Ending),
    /// The interpreter broke down.
    Crashed {
        /// What happened, as a sentence.
        message: String,
    },
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With status 0.
    Finished,
    /// With another status: an uncaught exception, or `sys.exit`.
    Failed {
        /// The status.
        code: i32,
    },
    /// Stopped by the learner.
    Stopped,
    /// Ended by a signal.
    Killed {
        /// Its number.
        signal: i32,
    },
    /// It took too long.
    TimedOut,
}

impl RunState {
    /// Says whether a run is under way.
    pub fn is_active(&self) -> bool {
        matches!(
            self,
            Self::Loading { .. }
                | Self::Starting
                | Self::Running
                | Self::AwaitingInput
                | Self::Stopping
        )
    }

    /// Says whether there is a process: at the prompt the program is over, and its threads may go on.
    pub fn has_process(&self) -> bool {
        self.can_stop() || *self == Self::AtPrompt
    }

    /// Says whether the program itself can be told to stop.
    pub fn can_stop(&self) -> bool {
        matches!(self, Self::Running | Self::AwaitingInput | Self::Stopping)
    }

    /// The program shows that it lives: it printed, or read what was typed.
    #[must_use]
    pub fn on_activity(self) -> Self {
        match self {
            Self::Starting | Self::AwaitingInput | Self::AtPrompt => Self::Running,
            other => other,
        }
    }

    /// The program waits for a line; one that is stopping is not asked for it.
    #[must_use]
    pub fn on_wants_input(self) -> Self {
        match self {
            Self::Starting | Self::Running => Self::AwaitingInput,
            other => other,
        }
    }

    /// What waits for a line is Python's prompt.
    #[must_use]
    pub fn on_prompt(self) -> Self {
        match self {
            Self::Starting | Self::Running | Self::AwaitingInput | Self::Stopping => Self::AtPrompt,
            other => other,
        }
    }

    /// The learner asks it to stop.
    #[must_use]
    pub fn on_stop(self) -> Self {
        if self.can_stop() { Self::Stopping } else { self }
    }
}

impl Ending {
    /// Reads an exit code, in which -N stands for signal N.
    pub fn of_code(code: i32, was_stopped: bool) -> Self {
        match code {
            // 130: an uncaught KeyboardInterrupt.
            130 | -2 | -9 if was_stopped => Self::Stopped,
            0 => Self::Finished,
            code if code < 0 => Self::Killed { signal: -code },
            1 if was_stopped => Self::Stopped,
            code => Self::Failed { code },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, RunState};

    #[test]
    fn a_program_that_stops_is_not_asked_for_input() {
        let state = RunState::AwaitingInput.on_stop();
        assert_eq!(state, RunState::Stopping);
        assert_eq!(state.clone().on_wants_input(), RunState::Stopping);
        assert_eq!(state.on_activity(), RunState::Stopping);
    }

    #[test]
    fn the_prompt_is_no_run_until_a_line_is_typed() {
        let state = RunState::Running.on_wants_input().on_prompt();
        assert!(!state.is_active() && !state.can_stop());
        assert_eq!(state.on_activity(), RunState::Running);
        assert_eq!(RunState::Stopping.on_prompt(), RunState::AtPrompt, "the state has survived");
    }

    #[test]
    fn nothing_stops_what_is_over() {
        let over = RunState::Ended(Ending::Finished);
        assert_eq!(over.clone().on_stop(), over);
        assert!(!over.is_active());
    }

    #[test]
    fn an_interrupt_counts_as_stopped_only_if_the_learner_stopped_it() {
        assert_eq!(Ending::of_code(130, true), Ending::Stopped);
        assert_eq!(Ending::of_code(130, false), Ending::Failed { code: 130 });
        assert_eq!(Ending::of_code(-9, false), Ending::Killed { signal: 9 });
        assert_eq!(Ending::of_code(0, true), Ending::Finished);
    }
}
