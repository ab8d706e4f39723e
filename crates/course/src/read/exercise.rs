//! The folder of one exercise.
//!
//! It owns the two forms an answer can have (one file, or a folder of them) and the line that says
//! which reply a wrong answer draws. It does not run anything.

use super::folder::Folder;
use super::manifest::{self, ExerciseToml};
use super::markdown;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Exercise, Limits, SourceFile};

/// What `# expect:` says of an answer that fails without a reply; only for tests of the format.
const NO_REPLY: &str = "none";

/// What of an exercise only authors and the prover need.
#[derive(Debug)]
pub struct ExerciseSource {
    /// Its folder, relative to the repository.
    pub path: String,
    /// Answers that must fail and draw a reply.
    pub wrong: Vec<Answer>,
    /// Further answers that must pass.
    pub right: Vec<Answer>,
    /// `task.md`, for rules about its length and words.
    pub task: String,
    /// `exercise.toml`, to find lines in it.
    pub toml: String,
}

/// An answer to an exercise.
#[derive(Debug)]
pub struct Answer {
    /// File or folder name without its ending.
    pub name: String,
    /// Its entry file.
    pub place: Place,
    /// Its files; they replace the stub's.
    pub files: Vec<SourceFile>,
    /// The reply it must draw; for wrong answers.
    pub expect: Option<String>,
}

/// Reads the exercise in `folder`.
pub(super) fn read(
    folder: &Folder,
    slug: String,
    found: &mut Diagnostics,
) -> Option<(Exercise, ExerciseSource)> {
    let toml_text = folder.text("exercise.toml", found);
    let place = folder.place("exercise.toml", 1);
    let toml: Option<ExerciseToml> =
        toml_text.as_ref().and_then(|text| manifest::parse(text, &place, found));
    let task_text = folder.text("task.md", found);
    let test = folder.text("test.py", found);
    let names = ["exercise.toml", "task.md", "test.py", "files", "wrong", "right"];
    let answers = ["stub.py", "solution.py", "stub", "solution"];
    folder.report_unknown(&[names.as_slice(), answers.as_slice()].concat(), found);
    let (toml, toml_text, task_text, test) = (toml?, toml_text?, task_text?, test?);
    let entry = toml.entry.clone();
    let stub = named_answer(folder, "stub", &entry, found)?;
    let solution = named_answer(folder, "solution", &entry, found)?;
    let mut wrong = answers_in(&folder.child("wrong"), &entry, found);
    for answer in &mut wrong {
        answer.expect = expectation(answer, &entry, found);
    }
    let right = answers_in(&folder.child("right"), &entry, found);
    let limits = limits_of(&toml);
    let task = markdown::parse(&task_text, &folder.place("task.md", 1), found);
    if task.title.is_some() {
        let message = "the title stands in exercise.toml, not in the task";
        found.add("title", &folder.place("task.md", 1), message);
    }
    let hints = toml
        .hints
        .iter()
        .map(|hint| {
            let at = place.at(manifest::line_of(&toml_text, "hints"));
            markdown::parse(hint, &at, found).blocks
        })
        .collect();
    let messages = toml
        .messages
        .iter()
        .map(|(id, text)| {
            let at = place.at(manifest::line_of(&toml_text, id));
            (id.clone(), markdown::parse_inline(text, &at, found))
        })
        .collect();
    let exercise = Exercise {
        id: toml.id,
        slug,
        title: toml.title,
        kind: toml.kind,
        task: task.blocks,
        entry,
        stub: stub.files,
        files: folder.child("files").all_files(found),
        solution: solution.files,
        test,
        hints,
        messages,
        limits,
        hosts: Vec::new(),
    };
    let path = folder.shown().to_owned();
    Some((exercise, ExerciseSource { path, wrong, right, task: task_text, toml: toml_text }))
}

fn limits_of(toml: &ExerciseToml) -> Limits {
    let usual = Limits::default();
    Limits {
        bytecodes: toml.limits.bytecodes.unwrap_or(usual.bytecodes),
        output_bytes: toml.limits.output_bytes.unwrap_or(usual.output_bytes),
        watchdog_ms: usual.watchdog_ms,
    }
}

/// Reads `name.py`, or the folder `name`.
fn named_answer(
    folder: &Folder,
    name: &str,
    entry: &str,
    found: &mut Diagnostics,
) -> Option<Answer> {
    let file = format!("{name}.py");
    if folder.has(name) && !folder.has(&file) {
        return Some(folder_answer(folder, name, entry, found));
    }
    let text = folder.text(&file, found)?;
    let files = vec![SourceFile { path: entry.to_owned(), text }];
    Some(Answer { name: name.to_owned(), place: folder.place(&file, 1), files, expect: None })
}

fn folder_answer(folder: &Folder, name: &str, entry: &str, found: &mut Diagnostics) -> Answer {
    let inner = folder.child(name);
    let files = inner.all_files(found);
    let place = inner.place(entry, 1);
    if !files.iter().any(|it| it.path == entry) {
        found.add("missing-file", &place, format!("the entry `{entry}` is missing"));
    }
    Answer { name: name.to_owned(), place, files, expect: None }
}

fn answers_in(folder: &Folder, entry: &str, found: &mut Diagnostics) -> Vec<Answer> {
    let mut answers = Vec::new();
    for name in folder.files() {
        match name.strip_suffix(".py") {
            Some(stem) => answers.extend(named_answer(folder, stem, entry, found)),
            None => found.add("unknown-files", &folder.place(&name, 1), "nothing reads this file"),
        }
    }
    for name in folder.folders() {
        answers.push(folder_answer(folder, &name, entry, found));
    }
    answers
}

/// Takes `# expect: ID` off the entry file's first line: the learner's file has no such line.
fn expectation(answer: &mut Answer, entry: &str, found: &mut Diagnostics) -> Option<String> {
    let file = answer.files.iter_mut().find(|it| it.path == entry)?;
    let first = file.text.lines().next().unwrap_or_default().to_owned();
    let Some(id) = first.strip_prefix("# expect:") else {
        found.add_with_hint(
            "wrong-answers",
            &answer.place,
            "the first line must say which reply this answer draws",
            "write `# expect: ID`, with an id of [messages] in exercise.toml",
        );
        return None;
    };
    let rest = file.text.split_once('\n').map_or("", |(_, rest)| rest);
    file.text = rest.trim_start_matches('\n').to_owned();
    Some(id.trim().to_owned()).filter(|id| id != NO_REPLY)
}
