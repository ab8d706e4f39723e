//! Owns what a learner has done: lessons read, questions answered, exercises tried and passed.
//!
//! Everything in it only grows, so that two tabs, or a file and a page, can be merged in any
//! order with one result. It knows neither storage nor clock; the caller gives the time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a learner has done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// By lesson id.
    pub lessons: BTreeMap<String, LessonProgress>,
    /// By exercise id.
    pub exercises: BTreeMap<String, ExerciseProgress>,
    /// Where the learner was last.
    pub last: Option<Visit>,
}

/// What was done in one lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LessonProgress {
    /// Its end has been reached.
    pub is_read: bool,
    /// The questions answered rightly, by their place in the lesson.
    pub answered: BTreeMap<usize, bool>,
}

/// What was done in one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExerciseProgress {
    /// How often it was checked.
    pub attempts: u32,
    /// Whether all checks have passed once.
    pub is_passed: bool,
    /// How many hints were shown.
    pub hints: usize,
    /// Whether the solution was seen before it was passed.
    pub saw_solution: bool,
}

/// A page that was open at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Its address, as `Route` writes it.
    pub route: String,
    /// Milliseconds since 1970.
    pub at_ms: u64,
}

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Standing {
    /// Never opened.
    New,
    /// Begun.
    Begun,
    /// Nothing is left to do.
    Done,
}

impl Progress {
    /// Notes that a lesson was opened.
    pub fn visit_lesson(&mut self, id: &str, route: String, at_ms: u64) {
        self.lessons.entry(id.to_owned()).or_default();
        self.visit(route, at_ms);
    }

    /// Notes where the learner is.
    pub fn visit(&mut self, route: String, at_ms: u64) {
        self.last = Some(Visit { route, at_ms });
    }

    /// Notes that the end of a lesson was reached.
    pub fn finish_lesson(&mut self, id: &str) {
        self.lessons.entry(id.to_owned()).or_default().is_read = true;
    }

    /// Notes an answer; a right one is never taken back.
    pub fn answer(&mut self, lesson: &str, question: usize, is_right: bool) {
        let answers = &mut self.lessons.entry(lesson.to_owned()).or_default().answered;
        *answers.entry(question).or_default() |= is_right;
    }

    /// Notes a checked run and says whether it is the first that passed.
    pub fn attempt(&mut self, exercise: &str, passed: bool) -> bool {
        let entry = self.exercises.entry(exercise.to_owned()).or_default();
        entry.attempts += 1;
        let is_first = passed && !entry.is_passed;
        entry.is_passed |= passed;
        is_first
    }

    /// Notes how many hints are shown.
    pub fn show_hints(&mut self, exercise: &str, hints: usize) {
        let entry = self.exercises.entry(exercise.to_owned()).or_default();
        entry.hints = entry.hints.max(hints);
    }

    /// Notes that the solution was shown.
    pub fn show_solution(&mut self, exercise: &str) {
        let entry = self.exercises.entry(exercise.to_owned()).or_default();
        entry.saw_solution |= !entry.is_passed;
    }

    /// Returns what was done in an exercise.
    pub fn exercise(&self, id: &str) -> ExerciseProgress {
        self.exercises.get(id).cloned().unwrap_or_default()
    }

    /// Says how far a lesson with these exercises is.
    pub fn lesson_standing<'a>(
        &self,
        id: &str,
        exercises: impl IntoIterator<Item = &'a str>,
    ) -> Standing {
        let lesson = self.lessons.get(id);
        let mut begun = lesson.is_some();
        let mut done = lesson.is_some_and(|it| it.is_read);
        for exercise in exercises {
            let entry = self.exercises.get(exercise);
            begun |= entry.is_some();
            done &= entry.is_some_and(|it| it.is_passed);
        }
        match (begun, done) {
            (_, true) => Standing::Done,
            (true, false) => Standing::Begun,
            (false, false) => Standing::New,
        }
    }

    /// Takes in what another tab or a file knows.
    pub fn merge(&mut self, other: &Self) {
        for (id, theirs) in &other.lessons {
            let ours = self.lessons.entry(id.clone()).or_default();
            ours.is_read |= theirs.is_read;
            for (question, is_right) in &theirs.answered {
                *ours.answered.entry(*question).or_default() |= is_right;
            }
        }
        for (id, theirs) in &other.exercises {
            let ours = self.exercises.entry(id.clone()).or_default();
            ours.attempts = ours.attempts.max(theirs.attempts);
            ours.is_passed |= theirs.is_passed;
            ours.hints = ours.hints.max(theirs.hints);
            ours.saw_solution |= theirs.saw_solution;
        }
        let theirs_is_later = match (&self.last, &other.last) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(ours), Some(theirs)) => theirs.at_ms > ours.at_ms,
        };
        if theirs_is_later {
            self.last.clone_from(&other.last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Progress, Standing};

    #[test]
    fn a_lesson_is_done_when_it_is_read_and_its_exercises_pass() {
        let mut progress = Progress::default();
        let standing = |progress: &Progress| progress.lesson_standing("l", ["a", "b"]);
        assert_eq!(standing(&progress), Standing::New);
        progress.visit_lesson("l", "/lesson/l".into(), 1);
        assert_eq!(standing(&progress), Standing::Begun);
        progress.finish_lesson("l");
        progress.attempt("a", true);
        progress.attempt("b", false);
        assert_eq!(standing(&progress), Standing::Begun);
        progress.attempt("b", true);
        assert_eq!(standing(&progress), Standing::Done);
    }

    #[test]
    fn only_the_first_pass_is_news() {
        let mut progress = Progress::default();
        assert!(!progress.attempt("a", false));
        assert!(progress.attempt("a", true));
        assert!(!progress.attempt("a", true));
        assert!(!progress.attempt("a", false));
        assert!(progress.exercise("a").is_passed, "a pass is never taken back");
        assert_eq!(progress.exercise("a").attempts, 4);
    }

    #[test]
    fn merging_gives_the_same_in_either_order() {
        let mut one = Progress::default();
        one.visit_lesson("l", "/lesson/l".into(), 5);
        one.answer("l", 0, true);
        one.attempt("a", false);
        one.show_hints("a", 2);
        let mut two = Progress::default();
        two.visit_lesson("l", "/lesson/m".into(), 9);
        two.answer("l", 0, false);
        two.finish_lesson("l");
        two.attempt("a", true);

        let mut both = one.clone();
        both.merge(&two);
        let mut other = two.clone();
        other.merge(&one);
        assert_eq!(both, other);
        let again = both.clone();
        both.merge(&again);
        assert_eq!(both, other, "merging with itself changes nothing");
        assert_eq!(both.last.map(|it| it.at_ms), Some(9));
        assert!(both.lessons["l"].answered[&0] && both.exercises["a"].is_passed);
    }

    #[test]
    fn a_solution_seen_after_a_pass_does_not_count() {
        let mut progress = Progress::default();
        progress.attempt("a", true);
        progress.show_solution("a");
        assert!(!progress.exercise("a").saw_solution);
        progress.show_solution("b");
        assert!(progress.exercise("b").saw_solution);
    }
}
