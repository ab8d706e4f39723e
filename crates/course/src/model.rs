//! The types of a course as the page receives it.
//!
//! A [`Course`] holds every module of the syllabus in order, also those without lessons yet, so
//! that the whole map can be drawn. Text is a tree of [`Block`]s and [`Inline`]s: the page never
//! parses Markdown and never sees HTML. Wrong and further right answers are not part of it.

mod block;
mod exercise;

pub use block::{
    Alignment, Block, Choice, CodeKind, Figure, FigureView, Inline, LinkTarget, Predict, Quiz,
    QuizChoice, RunBlock, plain_text,
};
pub use exercise::{Exercise, ExerciseKind, Limits, SourceFile};

use serde::{Deserialize, Serialize};

/// Version of the packed form; a page that meets another one asks for a reload.
pub const FORMAT_VERSION: u32 = 1;

/// Everything there is to learn, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// [`FORMAT_VERSION`] of the tool that packed it.
    pub format_version: u32,
    /// The name of the course.
    pub title: String,
    /// What it promises, in one sentence.
    pub summary: String,
    /// Every module of the syllabus, in order.
    pub modules: Vec<Module>,
}

impl Course {
    /// Returns the module with this id.
    pub fn module(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.id == id)
    }

    /// Iterates over all lessons in the order in which they are read.
    pub fn lessons(&self) -> impl Iterator<Item = (&Module, &Lesson)> {
        self.modules.iter().flat_map(|module| module.lessons.iter().map(move |it| (module, it)))
    }

    /// Returns the lesson with this id and its module.
    pub fn lesson(&self, id: &str) -> Option<(&Module, &Lesson)> {
        self.lessons().find(|(_, lesson)| lesson.id == id)
    }

    /// Returns the exercise with this id, its lesson and its module.
    pub fn exercise(&self, id: &str) -> Option<(&Module, &Lesson, &Exercise)> {
        self.lessons().find_map(|(module, lesson)| {
            let exercise = lesson.exercises.iter().find(|it| it.id == id)?;
            Some((module, lesson, exercise))
        })
    }

    /// Returns the lessons before and after the one with this id.
    pub fn neighbors(&self, id: &str) -> (Option<&Lesson>, Option<&Lesson>) {
        let lessons: Vec<&Lesson> = self.lessons().map(|(_, lesson)| lesson).collect();
        let Some(index) = lessons.iter().position(|lesson| lesson.id == id) else {
            return (None, None);
        };
        let before = index.checked_sub(1).map(|it| lessons[it]);
        (before, lessons.get(index + 1).copied())
    }

    /// Counts the topics of the syllabus.
    pub fn n_topics(&self) -> usize {
        self.modules.iter().map(|module| module.topics.len()).sum()
    }
}

/// A part of the course that has one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// Stable name, as in the syllabus.
    pub id: String,
    /// Place in the course, from 1.
    pub number: u32,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Modules to read before this one.
    pub needs: Vec<String>,
    /// Everything it is to teach, in order.
    pub topics: Vec<Topic>,
    /// The lessons written so far, in order.
    pub lessons: Vec<Lesson>,
}

/// How much of a module there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModuleState {
    /// No lesson yet.
    Coming,
    /// Some topics have no lesson yet.
    Partial,
    /// Every topic has its lesson.
    Complete,
}

impl Module {
    /// Says how much of the module there is.
    pub fn state(&self) -> ModuleState {
        if self.lessons.is_empty() {
            ModuleState::Coming
        } else if self.topics.iter().all(|topic| topic.lesson.is_some()) {
            ModuleState::Complete
        } else {
            ModuleState::Partial
        }
    }

    /// Returns the time its lessons take, in minutes.
    pub fn minutes(&self) -> u32 {
        self.lessons.iter().map(|lesson| lesson.minutes).sum()
    }
}

/// One thing the syllabus wants taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// What its programs need in order to run.
    pub runtime: Runtime,
    /// The lesson that teaches it, if it is written.
    pub lesson: Option<String>,
}

/// What the programs of a topic need in order to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Runtime {
    /// The interpreter and the pure standard library.
    Plain,
    /// An event loop.
    Async,
    /// Several threads.
    Threads,
    /// Several processes.
    Processes,
    /// Sockets.
    Network,
    /// Several modules or files.
    Filesystem,
    /// The prompt or the debugger.
    ReplDebugger,
    /// A package written in Python.
    ThirdPartyPure,
    /// Compiled code.
    CExtension,
    /// Nothing is run.
    Concept,
}

/// One page of the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Stable name, unique in the course; progress is stored under it.
    pub id: String,
    /// Folder name without its number; used in addresses.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Reading time with its exercises, in minutes.
    pub minutes: u32,
    /// Topics of the syllabus it teaches.
    pub topics: Vec<String>,
    /// What its programs need in order to run, where that is more than its topics say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runtime: Option<Runtime>,
    /// Lessons to read before this one.
    pub needs: Vec<String>,
    /// What a reader can do afterwards; inline text.
    pub goals: Vec<Vec<Inline>>,
    /// The text after the title.
    pub blocks: Vec<Block>,
    /// The exercises in order; [`Block::Exercise`] says where one is placed.
    pub exercises: Vec<Exercise>,
    /// Files that its runnable blocks find in their folder.
    pub files: Vec<SourceFile>,
    /// Host names that its programs can resolve, besides `localhost`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

impl Lesson {
    /// Iterates over the runnable blocks in order.
    pub fn runs(&self) -> impl Iterator<Item = &RunBlock> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Run(run) => Some(run),
            _ => None,
        })
    }

    /// Iterates over the exercises that the text does not place.
    pub fn unplaced_exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.exercises.iter().filter(|exercise| {
            !self.blocks.iter().any(|it| matches!(it, Block::Exercise(id) if *id == exercise.id))
        })
    }
}
