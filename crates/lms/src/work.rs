//! Owns what there is to do in a package, and what of it a learner has done.

use std::collections::BTreeSet;

/// What there is to do, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The lessons.
    pub lessons: Vec<OutlineLesson>,
}

/// One lesson of an [`Outline`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineLesson {
    /// Its id.
    pub id: String,
    /// The ids of its exercises, in order.
    pub exercises: Vec<String>,
}

impl Outline {
    /// Iterates over the ids of all exercises.
    pub fn exercises(&self) -> impl Iterator<Item = &str> {
        self.lessons.iter().flat_map(|lesson| lesson.exercises.iter().map(String::as_str))
    }

    /// Says whether an exercise belongs to it.
    pub fn has_exercise(&self, id: &str) -> bool {
        self.exercises().any(|it| it == id)
    }
}

/// What a learner has done. It only grows, except for the place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The lessons whose end was reached.
    pub read: BTreeSet<String>,
    /// The exercises that were checked at least once, passed or not.
    pub tried: BTreeSet<String>,
    /// The exercises that were passed.
    pub passed: BTreeSet<String>,
    /// Where the learner was last, as an address inside the page.
    pub place: Option<String>,
}

impl Work {
    /// Takes in what another place knows; our place wins.
    pub fn merge(&mut self, other: &Self) {
        self.read.extend(other.read.iter().cloned());
        self.tried.extend(other.tried.iter().cloned());
        self.passed.extend(other.passed.iter().cloned());
        if self.place.is_none() {
            self.place.clone_from(&other.place);
        }
    }

    /// Says whether an exercise was tried, which one that was passed has been.
    pub fn has_tried(&self, exercise: &str) -> bool {
        self.tried.contains(exercise) || self.passed.contains(exercise)
    }
}

/// What came of one hidden check in an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOutcome {
    /// The exercise.
    pub exercise: String,
    /// The check's place among those of the exercise, from 1.
    pub number: usize,
    /// What it checks, as a sentence.
    pub sentence: String,
    /// Whether it passed.
    pub passed: bool,
}

impl CheckOutcome {
    /// Returns the name under which an LMS sees the check.
    pub fn id(&self) -> String {
        format!("{}.{}", self.exercise, self.number)
    }
}
