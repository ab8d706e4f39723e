//! Owns what a teacher chooses for a package, and what is still missing. It knows no browser.

use std::collections::BTreeSet;

use vivarium_bundle::{
    lms::{MASTERY, Order},
    select::Selection,
};
use vivarium_course::model::Course;
use vivarium_lms::package::Standard;

/// Which lessons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// Those of one module.
    Module,
    /// Some.
    Lessons,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Module, Self::Lessons];
}

/// What a teacher has chosen so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How the package talks with the LMS.
    pub standard: Standard,
    /// Which lessons.
    pub part: Part,
    /// The module, by its id.
    pub module: Option<String>,
    /// The lessons, by their ids.
    pub lessons: BTreeSet<String>,
    /// The share of exercises to pass, as typed.
    pub mastery: String,
}

/// What is missing in a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No module or lesson is chosen.
    Lessons,
    /// The share is no number from 0 to 100.
    Mastery,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            standard: Standard::Scorm12,
            part: Part::Whole,
            module: None,
            lessons: BTreeSet::new(),
            mastery: MASTERY.to_string(),
        }
    }
}

impl Choice {
    /// Chooses a lesson, or no longer.
    pub fn toggle(&mut self, lesson: &str) {
        if !self.lessons.remove(lesson) {
            self.lessons.insert(lesson.to_owned());
        }
    }

    /// Returns the order that follows, or what is missing.
    pub fn order(&self) -> Result<Order, Missing> {
        let selection = match self.part {
            Part::Whole => Selection::Whole,
            Part::Module => Selection::Module(self.module.clone().ok_or(Missing::Lessons)?),
            Part::Lessons if self.lessons.is_empty() => return Err(Missing::Lessons),
            Part::Lessons => Selection::Lessons(self.lessons.iter().cloned().collect()),
        };
        let mastery = self.mastery.trim().trim_end_matches('%').trim_end().parse().ok();
        let mastery = mastery.filter(|it| *it <= 100).ok_or(Missing::Mastery)?;
        Ok(Order { standard: self.standard, selection, mastery })
    }

    /// Counts the lessons that are chosen.
    pub fn n_lessons(&self, course: &Course) -> usize {
        match self.part {
            Part::Whole => course.lessons().count(),
            Part::Module => {
                let module = self.module.as_deref().and_then(|id| course.module(id));
                module.map_or(0, |it| it.lessons.len())
            }
            Part::Lessons => self.lessons.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Missing, Part};
    use vivarium_bundle::select::Selection;

    #[test]
    fn an_order_needs_lessons_and_a_share() {
        let mut choice = Choice::default();
        assert_eq!(choice.order().map(|it| (it.selection, it.mastery)), Ok((Selection::Whole, 80)));
        choice.part = Part::Module;
        assert_eq!(choice.order(), Err(Missing::Lessons));
        choice.module = Some("m".into());
        assert!(choice.order().is_ok());
        choice.part = Part::Lessons;
        assert_eq!(choice.order(), Err(Missing::Lessons));
        choice.toggle("b");
        choice.toggle("a");
        choice.toggle("b");
        let chosen = Selection::Lessons(vec!["a".into()]);
        assert_eq!(choice.order().map(|it| it.selection), Ok(chosen));
    }

    #[test]
    fn a_share_is_a_number_of_percent() {
        for (typed, share) in [
            ("0", Some(0)),
            (" 65 % ", Some(65)),
            ("100", Some(100)),
            ("101", None),
            ("", None),
            ("-1", None),
            ("half", None),
        ] {
            let choice = Choice { mastery: typed.into(), ..Choice::default() };
            assert_eq!(
                choice.order().map(|it| it.mastery),
                share.ok_or(Missing::Mastery),
                "{typed}"
            );
        }
    }
}
