//! Owns what a learner's work amounts to: how much is done, the score, and whether that is enough.

use crate::work::{Outline, Work};

/// The share of exercises to pass, in ten-thousandths: as exact as any LMS can say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mastery(u32);

impl Mastery {
    /// From 0 to 100 percent; more counts as 100.
    pub fn percent(percent: u32) -> Self {
        Self(percent.min(100) * 100)
    }

    /// From 0 to 1, as SCORM 2004 and cmi5 say it; anything else is none.
    pub fn scaled(value: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000")]
        (0.0..=1.0).contains(&value).then(|| Self((value * 10_000.0).round() as u32))
    }

    /// From 0 to 100, as SCORM 1.2 says it; anything else is none.
    pub fn parse_percent(text: &str) -> Option<Self> {
        Self::scaled(text.trim().parse::<f64>().ok()? / 100.0)
    }

    /// From 0 to 1 in digits; anything else is none.
    pub fn parse_scaled(text: &str) -> Option<Self> {
        Self::scaled(text.trim().parse::<f64>().ok()?)
    }

    /// Returns it as a number from 0 to 1.
    pub fn as_scaled(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }

    fn is_reached(self, share: Share) -> bool {
        share.done as u64 * 10_000 >= u64::from(self.0) * share.total as u64
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are done.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

impl Share {
    /// Returns it as a number from 0 to 1, cut to four places so that no rounding reaches a mastery score.
    pub fn scaled(self) -> f64 {
        if self.total == 0 {
            return 0.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "small counts")]
        let parts = (self.done * 10_000 / self.total) as f64;
        parts / 10_000.0
    }

    /// Returns it as a number from 0 to 100 with at most two places.
    pub fn percent(self) -> f64 {
        self.scaled() * 10_000.0 / 100.0
    }
}

/// Whether the work is good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Success {
    /// There is nothing to judge, or not yet.
    Unknown,
    /// Enough exercises are passed.
    Passed,
    /// All was read and tried, and too few exercises are passed. Later work can change it.
    Failed,
}

/// What a learner's work amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Lessons read and exercises passed, of all.
    pub progress: Share,
    /// Exercises passed, of all; `None` if there are none.
    pub score: Option<Share>,
    /// Every lesson was read and every exercise tried.
    pub completed: bool,
    /// Whether the work is good enough.
    pub success: Success,
}

impl Report {
    /// Judges the work.
    pub fn new(outline: &Outline, work: &Work, mastery: Mastery) -> Self {
        let lessons = outline.lessons.len();
        let read = outline.lessons.iter().filter(|it| work.read.contains(&it.id)).count();
        let exercises = outline.exercises().count();
        let passed = outline.exercises().filter(|it| work.passed.contains(*it)).count();
        let tried = outline.exercises().filter(|it| work.has_tried(it)).count();
        let completed = lessons > 0 && read == lessons && tried == exercises;
        let score = (exercises > 0).then_some(Share { done: passed, total: exercises });
        let success = match score {
            // A mastery score of 0 is not reached by doing nothing.
            Some(score) if mastery.is_reached(score) && (score.done > 0 || completed) => {
                Success::Passed
            }
            Some(_) if completed => Success::Failed,
            _ => Success::Unknown,
        };
        let progress = Share { done: read + passed, total: lessons + exercises };
        Self { progress, score, completed, success }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mastery, Report, Share, Success};
    use crate::work::{Outline, OutlineLesson, Work};

    fn outline(lessons: &[(&str, &[&str])]) -> Outline {
        let lesson = |(id, exercises): &(&str, &[&str])| OutlineLesson {
            id: (*id).to_owned(),
            exercises: exercises.iter().map(|it| (*it).to_owned()).collect(),
        };
        Outline { lessons: lessons.iter().map(lesson).collect() }
    }

    fn work(read: &[&str], tried: &[&str], passed: &[&str]) -> Work {
        let set = |ids: &[&str]| ids.iter().map(|it| (*it).to_owned()).collect();
        Work { read: set(read), tried: set(tried), passed: set(passed), place: None }
    }

    #[test]
    fn completion_asks_for_all_and_success_for_enough() {
        let outline = outline(&[("l", &["a", "b"]), ("m", &["c"])]);
        let judge = |work: &Work| {
            let report = Report::new(&outline, work, Mastery::percent(60));
            (report.completed, report.success)
        };
        assert_eq!(judge(&Work::default()), (false, Success::Unknown));
        assert_eq!(judge(&work(&["l"], &["a"], &["a"])), (false, Success::Unknown));
        assert_eq!(judge(&work(&["l"], &[], &["a", "b"])), (false, Success::Passed));
        assert_eq!(judge(&work(&["l", "m"], &["a", "b", "c"], &["a"])), (true, Success::Failed));
        assert_eq!(judge(&work(&["l", "m"], &["c"], &["a", "b"])), (true, Success::Passed));
    }

    #[test]
    fn work_outside_the_package_counts_for_nothing() {
        let outline = outline(&[("l", &["a"])]);
        let report = Report::new(&outline, &work(&["x"], &[], &["y"]), Mastery::percent(0));
        assert_eq!(report.progress, Share { done: 0, total: 2 });
        assert_eq!(report.success, Success::Unknown);
    }

    #[test]
    fn without_exercises_there_is_no_score() {
        let outline = outline(&[("l", &[])]);
        let report = Report::new(&outline, &work(&["l"], &[], &[]), Mastery::percent(80));
        assert_eq!(
            (report.completed, report.success, report.score),
            (true, Success::Unknown, None)
        );
    }

    #[test]
    fn a_score_is_never_rounded_up_to_the_mastery_score() {
        let third = Share { done: 2, total: 3 };
        assert!((third.scaled() - 0.6666).abs() < 1e-9);
        let mastery = Mastery::parse_scaled("0.6667").expect("a share");
        assert!(!mastery.is_reached(third) && third.scaled() < mastery.as_scaled());
        assert_eq!(Mastery::parse_percent("80"), Mastery::parse_scaled("0.8"));
        assert_eq!(Mastery::parse_percent(""), None);
        assert_eq!(Mastery::parse_scaled("7"), None);
    }
}
