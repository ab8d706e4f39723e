//! Exercises and their files.
//!
//! It owns what a learner gets and what checks it. It does not know how a check runs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Block, Inline};

/// A task with hidden checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exercise {
    /// Stable name, unique in the course; progress and drafts are stored under it.
    pub id: String,
    /// Folder name without its number; used in addresses.
    pub slug: String,
    /// Title.
    pub title: String,
    /// How large it is.
    pub kind: ExerciseKind,
    /// What to do.
    pub task: Vec<Block>,
    /// The file that is run and checked.
    pub entry: String,
    /// What the learner starts from; the entry is one of them.
    pub stub: Vec<SourceFile>,
    /// Further files in the folder, not meant to be changed.
    pub files: Vec<SourceFile>,
    /// The reference answer; replaces the stub's files.
    pub solution: Vec<SourceFile>,
    /// The hidden checks: Python that uses the `lab` package.
    pub test: String,
    /// From a nudge to nearly there.
    pub hints: Vec<Vec<Block>>,
    /// What to say to typical wrong answers, by the name a check gives.
    pub messages: BTreeMap<String, Vec<Inline>>,
    /// Where a checked run is stopped.
    pub limits: Limits,
    /// Host names that its programs can resolve: those of its lesson.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

/// How large an exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExerciseKind {
    /// A few minutes on one idea.
    Exercise,
    /// Ties several lessons together.
    Lab,
}

/// Where a checked run is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytecodes it may execute in all.
    pub bytecodes: u32,
    /// Bytes it may print in one check.
    pub output_bytes: u32,
    /// Wall clock behind the budget; a run it stops has no reproducible verdict.
    pub watchdog_ms: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytecodes: 200_000_000, output_bytes: 64 * 1024, watchdog_ms: 30_000 }
    }
}

/// A text file of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Relative to the workspace, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}
