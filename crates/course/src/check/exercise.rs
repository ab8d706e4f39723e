//! Rules about one exercise: hints, replies, further answers, sizes.

use std::collections::BTreeSet;

use super::at_most;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Block, Exercise, ExerciseKind, SourceFile};
use crate::read::ExerciseSource;

/// Shortest line of a solution that a hint must not give away; `else:` gives nothing away.
const TELLING_CHARACTERS: usize = 12;

pub(super) fn check(exercise: &Exercise, source: &ExerciseSource, found: &mut Diagnostics) {
    let place = Place::new(format!("{}/exercise.toml", source.path), 1);
    hints(exercise, source, &place, found);
    replies(exercise, source, &place, found);
    sizes(exercise, source, found);
    if source.right.len() < 2 {
        found.add_with_hint(
            "right-answers",
            &place,
            format!("there are {} further right answers, not two", source.right.len()),
            "write right/*.py with other approaches: they show what the checks demand too much",
        );
    }
    if !(3..=8).contains(&source.wrong.len()) {
        let message = format!("there are {} wrong answers, not 3 to 8", source.wrong.len());
        found.add("wrong-answers", &place, message);
    }
    if !exercise.stub.iter().any(|file| file.path == exercise.entry) {
        found.add("entry", &place, format!("the stub has no file `{}`", exercise.entry));
    }
}

fn hints(exercise: &Exercise, source: &ExerciseSource, place: &Place, found: &mut Diagnostics) {
    if !(2..=4).contains(&exercise.hints.len()) {
        let message = format!("there are {} hints, not 2 to 4", exercise.hints.len());
        found.add_with_hint("hints", place, message, "go from a nudge to nearly there");
    }
    let given: BTreeSet<&str> = lines_of(&exercise.stub).collect();
    let telling: Vec<&str> = lines_of(&exercise.solution)
        .filter(|line| line.len() >= TELLING_CHARACTERS && !given.contains(line))
        .filter(|line| !line.starts_with(['#', '"', '\'']))
        .collect();
    for (number, hint) in (1..).zip(&exercise.hints) {
        let text = all_text(hint);
        if text.trim().is_empty() {
            found.add("hints", place, format!("hint {number} is empty"));
        }
        if text.lines().count() > 6 {
            found.add("hints", place, format!("hint {number} is longer than 6 lines"));
        }
        for line in telling.iter().filter(|line| text.contains(**line)) {
            let message = format!("hint {number} contains a line of the solution: `{line}`");
            let line =
                source.toml.lines().position(|it| it.starts_with("hints")).map_or(1, |it| it + 1);
            found.add("hints", &place.at(line), message);
        }
    }
}

fn lines_of(files: &[SourceFile]) -> impl Iterator<Item = &str> {
    files.iter().flat_map(|file| file.text.lines().map(str::trim))
}

fn all_text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                lines.push(crate::model::plain_text(content));
            }
            Block::Code { text, .. } => lines.push(text.clone()),
            Block::List { items, .. } => lines.extend(items.iter().map(|it| all_text(it))),
            Block::Quote(inner) => lines.push(all_text(inner)),
            _ => {}
        }
    }
    lines.join("\n")
}

/// Each reply has a wrong answer that draws it, and each wrong answer names a reply.
fn replies(exercise: &Exercise, source: &ExerciseSource, place: &Place, found: &mut Diagnostics) {
    let expected: BTreeSet<&str> =
        source.wrong.iter().filter_map(|answer| answer.expect.as_deref()).collect();
    for id in exercise.messages.keys() {
        if !expected.contains(id.as_str()) {
            let message = format!("no wrong answer draws the reply `{id}`");
            found.add_with_hint(
                "replies",
                place,
                message,
                "write wrong/*.py that makes this mistake",
            );
        }
        if !exercise.test.contains(&format!("\"{id}\""))
            && !exercise.test.contains(&format!("'{id}'"))
        {
            found.add("replies", place, format!("test.py never gives the reply `{id}`"));
        }
    }
    for answer in &source.wrong {
        if answer.expect.is_none() {
            found.add("replies", &answer.place, "this wrong answer names no reply");
        }
        if let Some(id) = answer.expect.as_ref().filter(|id| !exercise.messages.contains_key(*id)) {
            found.add("replies", &answer.place, format!("exercise.toml has no reply `{id}`"));
        }
    }
}

fn sizes(exercise: &Exercise, source: &ExerciseSource, found: &mut Diagnostics) {
    let (solution, test) = match exercise.kind {
        ExerciseKind::Exercise => (60, 120),
        ExerciseKind::Lab => (120, 180),
    };
    let place = |name: &str| Place::new(format!("{}/{name}", source.path), 1);
    let n_lines = |files: &[SourceFile]| files.iter().map(|it| it.text.lines().count()).sum();
    at_most(40, source.task.lines().count(), "the task", &place("task.md"), found);
    at_most(solution, n_lines(&exercise.solution), "the solution", &place("solution.py"), found);
    at_most(test, exercise.test.lines().count(), "the test", &place("test.py"), found);
}
