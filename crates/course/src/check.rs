//! The rules of good content that need no program to run, each with a name.
//!
//! [`check`] applies all of them and adds what it finds to the problems of reading. What the
//! folder must look like is held while reading (`read`); what programs must do is in `plan`.

mod course;
mod exercise;
mod text;

use crate::diagnostic::Diagnostics;
use crate::read::Content;

/// Applies every rule; the problems are added to those found while reading.
pub fn check(content: &mut Content) {
    let mut found = std::mem::take(&mut content.problems);
    course::check(content, &mut found);
    for (_, lesson) in content.course.lessons() {
        let Some(source) = content.lessons.get(&lesson.id) else { continue };
        text::check_lesson(content, lesson, source, &mut found);
        for exercise in &lesson.exercises {
            let Some(source) = content.exercises.get(&exercise.id) else { continue };
            exercise::check(exercise, source, &mut found);
            text::check_exercise(content, exercise, source, &mut found);
        }
    }
    content.problems = found;
}

/// Reports a count above its limit.
fn at_most(
    limit: usize,
    count: usize,
    what: &str,
    place: &crate::diagnostic::Place,
    found: &mut Diagnostics,
) {
    if count > limit {
        let message =
            format!("{what} has {count} lines, and at most {limit} are read with pleasure");
        found.add_with_hint("sizes", place, message, "split it, or leave something out");
    }
}
