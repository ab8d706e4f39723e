//! Which hints and whether the solution a learner may see.
//!
//! It owns the ladder: hints come one at a time, and the solution comes after a pass or when the
//! learner asks for it twice. It does not store anything; the page keeps the value.

use serde::{Deserialize, Serialize};

/// How much help a learner has had with one exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Hints shown so far.
    pub n_hints: usize,
    /// What of the solution was asked for.
    pub solution: SolutionState,
}

/// What of the solution was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SolutionState {
    /// Nothing.
    #[default]
    Hidden,
    /// It was asked for once, and waits for a second time.
    AskedOnce,
    /// It was asked for twice, or the exercise is passed.
    Shown,
}

/// What to do when a learner asks for the solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SolutionAnswer {
    /// Ask whether they are sure, and offer the next hint if there is one.
    AskAgain,
    /// Show it.
    Show,
}

impl Help {
    /// Shows one more hint of `n_available`; returns its index, or `None` if all are shown.
    pub fn take_hint(&mut self, n_available: usize) -> Option<usize> {
        let index = self.n_hints;
        if index >= n_available {
            return None;
        }
        self.n_hints += 1;
        Some(index)
    }

    /// Says whether there is another hint.
    pub fn has_hint(&self, n_available: usize) -> bool {
        self.n_hints < n_available
    }

    /// The learner asks for the solution.
    pub fn ask_solution(&mut self, has_passed: bool) -> SolutionAnswer {
        if has_passed || self.solution != SolutionState::Hidden {
            self.solution = SolutionState::Shown;
            return SolutionAnswer::Show;
        }
        self.solution = SolutionState::AskedOnce;
        SolutionAnswer::AskAgain
    }

    /// The learner decides to go on alone.
    pub fn withdraw(&mut self) {
        if self.solution == SolutionState::AskedOnce {
            self.solution = SolutionState::Hidden;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_come_one_at_a_time_and_end() {
        let mut help = Help::default();
        assert_eq!(help.take_hint(2), Some(0));
        assert_eq!(help.take_hint(2), Some(1));
        assert!(!help.has_hint(2));
        assert_eq!(help.take_hint(2), None);
    }

    #[test]
    fn the_solution_is_shown_when_asked_twice() {
        let mut help = Help::default();
        assert_eq!(help.ask_solution(false), SolutionAnswer::AskAgain);
        assert_eq!(help.ask_solution(false), SolutionAnswer::Show);
        assert_eq!(help.solution, SolutionState::Shown);
    }

    #[test]
    fn going_on_alone_takes_the_question_back() {
        let mut help = Help::default();
        help.ask_solution(false);
        help.withdraw();
        assert_eq!(help.ask_solution(false), SolutionAnswer::AskAgain);
    }

    #[test]
    fn after_a_pass_the_solution_is_shown_at_once() {
        assert_eq!(Help::default().ask_solution(true), SolutionAnswer::Show);
    }
}
