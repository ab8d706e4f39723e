//! Rules about prose: links, headings, length, spelling, and blocks that need another.

use std::collections::BTreeSet;

use super::at_most;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Block, Exercise, Inline, Lesson, LinkTarget, plain_text};
use crate::read::{Content, ExerciseSource, LessonSource};

/// British spellings and their American ones, as beginnings of words.
const SPELLINGS: [(&str, &str); 34] = [
    ("analyse", "analyze"),
    ("artefact", "artifact"),
    ("authoris", "authoriz"),
    ("behaviour", "behavior"),
    ("cancelled", "canceled"),
    ("catalogue", "catalog"),
    ("categoris", "categoriz"),
    ("centre", "center"),
    ("colour", "color"),
    ("customis", "customiz"),
    ("defence", "defense"),
    ("emphasis", "emphasiz"),
    ("favour", "favor"),
    ("finalis", "finaliz"),
    ("fulfil ", "fulfill "),
    ("generalis", "generaliz"),
    ("grey", "gray"),
    ("honour", "honor"),
    ("initialis", "initializ"),
    ("judgement", "judgment"),
    ("labelled", "labeled"),
    ("learnt", "learned"),
    ("licence", "license"),
    ("minimis", "minimiz"),
    ("modelling", "modeling"),
    ("neighbour", "neighbor"),
    ("normalis", "normaliz"),
    ("optimis", "optimiz"),
    ("organis", "organiz"),
    ("programme ", "program "),
    ("recognis", "recogniz"),
    ("serialis", "serializ"),
    ("summaris", "summariz"),
    ("whilst", "while"),
];

pub(super) fn check_lesson(
    content: &Content,
    lesson: &Lesson,
    source: &LessonSource,
    found: &mut Diagnostics,
) {
    let place = Place::new(source.path.clone(), 1);
    if !(1..=4).contains(&lesson.goals.len()) {
        found.add("goals", &source.toml, "a lesson has one to four goals");
    }
    if !(1..=60).contains(&lesson.minutes) {
        found.add("minutes", &source.toml, "a lesson takes 1 to 60 minutes");
    }
    at_most(90, n_prose_lines(&source.text), "the prose", &place, found);
    let anchors: BTreeSet<&str> = lesson
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { anchor, .. } => Some(anchor.as_str()),
            _ => None,
        })
        .collect();
    let mut level = 1;
    for (block, line) in lesson.blocks.iter().zip(&source.lines) {
        let place = place.at(*line);
        one_block(lesson, block, &place, &mut level, found);
        for_each_inline(block, &mut |inline| {
            check_inline(content, &anchors, inline, &place, found);
        });
    }
    for goal in &lesson.goals {
        spelling(&plain_text(goal), &source.toml, found);
    }
}

pub(super) fn check_exercise(
    content: &Content,
    exercise: &Exercise,
    source: &ExerciseSource,
    found: &mut Diagnostics,
) {
    let task = Place::new(format!("{}/task.md", source.path), 1);
    let toml = Place::new(format!("{}/exercise.toml", source.path), 1);
    let hints = exercise.hints.iter().flatten().map(|block| (block, &toml));
    for (block, place) in exercise.task.iter().map(|block| (block, &task)).chain(hints) {
        if matches!(
            block,
            Block::Run(_)
                | Block::Quiz(_)
                | Block::Predict(_)
                | Block::Figure(_)
                | Block::Exercise(_)
        ) {
            found.add("task", place, "a task or hint shows code, but has nothing to run or answer");
        }
        for_each_inline(block, &mut |inline| {
            check_inline(content, &BTreeSet::new(), inline, place, found);
        });
    }
    for message in exercise.messages.values() {
        for inline in message {
            check_inline(content, &BTreeSet::new(), inline, &toml, found);
        }
    }
}

fn one_block(
    lesson: &Lesson,
    block: &Block,
    place: &Place,
    level: &mut u8,
    found: &mut Diagnostics,
) {
    match block {
        Block::Heading { level: here, .. } => {
            if *here > *level + 1 {
                found.add("headings", place, "this heading skips a level");
            }
            *level = *here;
        }
        Block::Run(run) => {
            at_most(30, run.code.lines().count(), "this program", place, found);
            if run.output.is_none() {
                found.add_with_hint(
                    "output",
                    place,
                    "this program does not say what it prints",
                    "add an `output` block right after it",
                );
            }
            if run.wants_files && lesson.files.is_empty() {
                found.add("files", place, "the lesson has no folder files/ with files");
            }
        }
        Block::Figure(figure) => {
            at_most(30, figure.code.lines().count(), "this program", place, found);
            if figure.title.is_empty() {
                found.add("figure", place, "a figure's title says what to look at");
            }
            if figure.wants_files && lesson.files.is_empty() {
                found.add("files", place, "the lesson has no folder files/ with files");
            }
        }
        Block::Predict(predict) => {
            let texts: BTreeSet<&str> = predict.choices.iter().map(|it| it.text.as_str()).collect();
            if texts.len() < predict.choices.len() {
                found.add("predict", place, "two choices are the same");
            }
        }
        _ => {}
    }
}

fn n_prose_lines(text: &str) -> usize {
    let mut is_code = false;
    let mut n_lines = 0;
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
        } else if !is_code && !line.trim().is_empty() {
            n_lines += 1;
        }
    }
    n_lines
}

fn check_inline(
    content: &Content,
    anchors: &BTreeSet<&str>,
    inline: &Inline,
    place: &Place,
    found: &mut Diagnostics,
) {
    match inline {
        Inline::Text(words) => spelling(words, place, found),
        Inline::Link { target, .. } => {
            let course = &content.course;
            let (is_there, what) = match target {
                LinkTarget::Lesson(id) => (course.lesson(id).is_some(), format!("lesson `{id}`")),
                LinkTarget::Module(id) => (course.module(id).is_some(), format!("module `{id}`")),
                LinkTarget::Exercise(id) => {
                    (course.exercise(id).is_some(), format!("exercise `{id}`"))
                }
                LinkTarget::Anchor(id) => {
                    (anchors.contains(id.as_str()), format!("heading `#{id}`"))
                }
                LinkTarget::External(_) => return,
            };
            if !is_there {
                found.add("links", place, format!("there is no {what} to link to"));
            }
        }
        _ => {}
    }
}

fn spelling(words: &str, place: &Place, found: &mut Diagnostics) {
    let lower = words.to_lowercase();
    for (british, american) in SPELLINGS {
        // Emphasis itself is a good American word.
        let is_found = lower.match_indices(british).any(|(at, _)| {
            let starts_word = !lower[..at].ends_with(char::is_alphanumeric);
            let rest = &lower[at + british.len()..];
            let is_noun = (british == "emphasis" || british == "catalogue" || british == "optimis")
                && !rest.starts_with(['e', 'i', 'a']);
            starts_word && !is_noun
        });
        if is_found {
            let message =
                format!("`{}...` is `{}...` in American spelling", british.trim(), american.trim());
            found.add("spelling", place, message);
        }
    }
}

/// Visits every piece of a line in a block, nested ones included.
fn for_each_inline(block: &Block, visit: &mut dyn FnMut(&Inline)) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => each(content, visit),
        Block::List { items, .. } => {
            items.iter().flatten().for_each(|block| for_each_inline(block, visit));
        }
        Block::Quote(blocks) => blocks.iter().for_each(|block| for_each_inline(block, visit)),
        Block::Table { head, rows, .. } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| each(cell, visit));
        }
        Block::Quiz(quiz) => {
            each(&quiz.question, visit);
            for choice in &quiz.choices {
                each(&choice.text, visit);
                each(&choice.reply, visit);
            }
        }
        Block::Predict(predict) => {
            each(&predict.question, visit);
            predict.choices.iter().for_each(|choice| each(&choice.reply, visit));
        }
        Block::Figure(figure) => each(&figure.title, visit),
        Block::Code { .. } | Block::Rule | Block::Run(_) | Block::Exercise(_) => {}
    }
}

fn each(content: &[Inline], visit: &mut dyn FnMut(&Inline)) {
    for inline in content {
        visit(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { content: inner, .. } => {
                each(inner, visit);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}
