//! The TOML files of the content: their keys, and parsing them with a place for each mistake.
//!
//! It knows which keys exist, and that others are mistakes. What the values must be is the
//! business of the rules in `check`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostics, Place};
use crate::model::{ExerciseKind, Runtime};

/// `course.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CourseToml {
    /// Version of the format of the whole folder.
    pub(super) format_version: u32,
    /// The name of the course.
    pub(super) title: String,
    /// What it promises, in one sentence.
    pub(super) summary: String,
}

/// `syllabus.toml`: what is to be taught.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SyllabusToml {
    /// The modules in order.
    #[serde(default)]
    pub(super) module: Vec<SyllabusModule>,
}

/// A module of the syllabus.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SyllabusModule {
    /// Stable name.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// One sentence.
    pub(super) summary: String,
    /// What it is to teach.
    #[serde(default)]
    pub(super) topic: Vec<SyllabusTopic>,
}

/// A topic of the syllabus.
#[expect(dead_code, reason = "every key is named, so that others are mistakes")]
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SyllabusTopic {
    /// Stable name.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// What the lesson must teach.
    pub(super) teaches: String,
    /// The documents that ask for it.
    pub(super) sources: Vec<String>,
    /// What its programs need.
    pub(super) runtime: Runtime,
    /// A suggestion for its form.
    pub(super) kind: String,
}

/// `module.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModuleToml {
    /// The module of the syllabus.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// One sentence.
    pub(super) summary: String,
    /// Ids of modules to read before.
    #[serde(default)]
    pub(super) needs: Vec<String>,
    /// Topics whose lessons are still to be written.
    #[serde(default)]
    pub(super) later: Vec<String>,
}

/// `lesson.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonToml {
    /// Stable name, unique in the course.
    pub(super) id: String,
    /// Title, the same as the first line of the text.
    pub(super) title: String,
    /// Time with its exercises.
    pub(super) minutes: u32,
    /// Topics of the syllabus.
    pub(super) topics: Vec<String>,
    /// What its programs need, where that is more than its topics say.
    #[serde(default)]
    pub(super) runtime: Option<Runtime>,
    /// Ids of lessons to read before.
    #[serde(default)]
    pub(super) needs: Vec<String>,
    /// What a reader can do afterwards.
    pub(super) goals: Vec<String>,
    /// Host names that its programs can resolve.
    #[serde(default)]
    pub(super) hosts: Vec<String>,
}

/// `exercise.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExerciseToml {
    /// Stable name, unique in the course.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// How large it is.
    pub(super) kind: ExerciseKind,
    /// The file that is run and checked.
    #[serde(default = "main_py")]
    pub(super) entry: String,
    /// From a nudge to nearly there.
    pub(super) hints: Vec<String>,
    /// Where a checked run is stopped.
    #[serde(default)]
    pub(super) limits: LimitsToml,
    /// Replies to typical wrong answers.
    #[serde(default)]
    pub(super) messages: BTreeMap<String, String>,
}

fn main_py() -> String {
    "main.py".to_owned()
}

/// `[limits]` of an exercise.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsToml {
    /// Bytecodes a checked run may execute.
    pub(super) bytecodes: Option<u32>,
    /// Bytes it may print in one check.
    pub(super) output_bytes: Option<u32>,
}

/// `known_gaps.toml`: what RustPython lacks, each with the lessons it touches.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownGapsToml {
    /// The gaps.
    #[serde(default)]
    pub(super) gap: Vec<KnownGap>,
}

/// Something RustPython lacks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct KnownGap {
    /// The name of the gap.
    pub feature: String,
    /// Why it is there.
    pub reason: String,
    /// A program that fails as long as the gap is there.
    pub probe: String,
    /// Ids of lessons that work around it.
    #[serde(default)]
    pub lessons: Vec<String>,
}

/// A `quiz` block.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuizToml {
    /// What is asked.
    pub(super) question: String,
    /// Code it is about.
    pub(super) code: Option<String>,
    /// The answers.
    #[serde(default)]
    pub(super) choice: Vec<QuizChoiceToml>,
}

/// An answer of a quiz.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuizChoiceToml {
    /// The answer.
    pub(super) text: String,
    /// Whether it is right.
    #[serde(default)]
    pub(super) correct: bool,
    /// Why it is right or wrong.
    pub(super) reply: String,
}

/// A `predict` block.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PredictToml {
    /// What is asked.
    #[serde(default = "what_does_this_print")]
    pub(super) question: String,
    /// The program.
    pub(super) code: String,
    /// The outputs to choose from.
    #[serde(default)]
    pub(super) choice: Vec<PredictChoiceToml>,
}

fn what_does_this_print() -> String {
    "What does this print?".to_owned()
}

/// An answer of a `predict` block.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PredictChoiceToml {
    /// An output.
    pub(super) text: String,
    /// What to say to one who chose it.
    pub(super) reply: String,
}

/// A `figure` block.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "words an author may write, each by itself")]
pub(super) struct FigureToml {
    /// What to look at.
    pub(super) title: String,
    /// The program.
    pub(super) code: String,
    /// What is drawn.
    #[serde(default)]
    pub(super) view: FigureViewToml,
    /// The attribute that is looked up.
    pub(super) of: Option<String>,
    /// The line whose first execution is shown first.
    pub(super) at: Option<usize>,
    /// The lines typed.
    #[serde(default)]
    pub(super) stdin: String,
    /// Draws numbers and texts as objects.
    #[serde(default)]
    pub(super) values: bool,
    /// Puts the lesson's files beside it.
    #[serde(default)]
    pub(super) files: bool,
    /// It ends with an exception.
    #[serde(default)]
    pub(super) error: bool,
    /// Only the product runs it.
    #[serde(default)]
    pub(super) rustpython: bool,
}

/// The views of a `figure` block by their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FigureViewToml {
    /// Frames, names, objects.
    #[default]
    Objects,
    /// An attribute lookup.
    Lookup,
    /// Modules.
    Imports,
}

/// Parses TOML that begins at `place`; a mistake becomes a problem at its own line.
pub(super) fn parse<T: DeserializeOwned>(
    text: &str,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<T> {
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let before = error
                .span()
                .map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count());
            let message = error.message().lines().next().unwrap_or("not valid TOML").to_owned();
            found.add("toml", &place.at(place.line + before), message);
            None
        }
    }
}

/// Returns the line on which `key` is set, or 1.
pub(super) fn line_of(text: &str, key: &str) -> usize {
    text.lines()
        .position(|line| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        })
        .map_or(1, |index| index + 1)
}
