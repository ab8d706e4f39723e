//! Owns the translation between the page's progress and what an LMS keeps. It knows no browser.

use vivarium_course::{grade::Verdict, model::Course};
use vivarium_lms::work::{CheckOutcome, Outline, OutlineLesson, Work};

use crate::{progress::Progress, route::Route};

/// Returns what there is to do in a course.
pub fn outline(course: &Course) -> Outline {
    let lessons = course.lessons().map(|(_, lesson)| OutlineLesson {
        id: lesson.id.clone(),
        exercises: lesson.exercises.iter().map(|it| it.id.clone()).collect(),
    });
    Outline { lessons: lessons.collect() }
}

/// Returns the part of the progress that an LMS keeps.
pub fn work(progress: &Progress) -> Work {
    let read = progress.lessons.iter().filter(|(_, it)| it.is_read).map(|(id, _)| id.clone());
    let exercises = || progress.exercises.iter();
    Work {
        read: read.collect(),
        tried: exercises().filter(|(_, it)| it.attempts > 0).map(|(id, _)| id.clone()).collect(),
        passed: exercises().filter(|(_, it)| it.is_passed).map(|(id, _)| id.clone()).collect(),
        place: progress.last.as_ref().map(|it| it.route.clone()),
    }
}

/// Takes in what an LMS kept; its place is where the learner was last, on whatever machine.
pub fn adopt(progress: &mut Progress, work: &Work, course: &Course, now_ms: u64) {
    for id in &work.read {
        progress.finish_lesson(id);
    }
    for id in work.tried.iter().chain(&work.passed) {
        let entry = progress.exercises.entry(id.clone()).or_default();
        entry.attempts = entry.attempts.max(1);
        entry.is_passed |= work.passed.contains(id);
    }
    if let Some(route) = place(work, course) {
        progress.visit(route.to_string(), now_ms);
    }
}

/// Returns the page that an LMS names as the learner's place, if the course has it.
pub fn place(work: &Work, course: &Course) -> Option<Route> {
    let route = Route::parse(work.place.as_deref()?);
    let is_there = match &route {
        Route::Lesson { id, .. } => course.lesson(id).is_some(),
        Route::Exercise(id) => course.exercise(id).is_some(),
        _ => false,
    };
    is_there.then_some(route)
}

/// Returns where a package opens: where the learner was, or its only lesson.
pub fn first_page(work: &Work, course: &Course) -> Option<Route> {
    let mut lessons = course.lessons();
    let only = lessons.next().filter(|_| lessons.next().is_none());
    place(work, course).or_else(|| only.map(|(_, lesson)| Route::lesson(&lesson.id)))
}

/// Returns what came of each check of an attempt.
pub fn outcomes(exercise: &str, verdict: &Verdict) -> Vec<CheckOutcome> {
    let outcome = |(index, check): (usize, &vivarium_course::grade::CheckResult)| CheckOutcome {
        exercise: exercise.to_owned(),
        number: index + 1,
        sentence: check.sentence.clone(),
        passed: check.state == vivarium_course::grade::CheckState::Passed,
    };
    verdict.checks.iter().enumerate().map(outcome).collect()
}

#[cfg(test)]
mod tests {
    use super::{adopt, work};
    use crate::progress::Progress;
    use vivarium_course::model::{Course, FORMAT_VERSION};

    fn course() -> Course {
        Course {
            format_version: FORMAT_VERSION,
            title: String::new(),
            summary: String::new(),
            modules: Vec::new(),
        }
    }

    #[test]
    fn progress_comes_back_on_another_machine() {
        let mut here = Progress::default();
        here.finish_lesson("l");
        here.attempt("a", false);
        here.attempt("b", true);
        here.visit_lesson("m", "/lesson/m".into(), 5);
        let kept = work(&here);

        let mut there = Progress::default();
        there.attempt("c", true);
        adopt(&mut there, &kept, &course(), 9);
        assert!(there.lessons["l"].is_read && !there.lessons.contains_key("m"));
        assert!(there.exercise("b").is_passed && there.exercise("c").is_passed);
        assert_eq!(there.exercise("a").attempts, 1);
        assert_eq!(there.last, None, "a lesson that is not in the course is no place");
        let again = work(&there);
        assert!(again.passed.is_superset(&kept.passed) && again.tried.is_superset(&kept.tried));
    }
}
