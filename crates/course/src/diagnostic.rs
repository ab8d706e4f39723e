//! Problems of content, collected and never thrown: an author sees all of them at once.

use std::fmt;

use serde::Serialize;

/// One problem, where it is, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// File or folder, relative to the repository.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// The name of the rule that was broken.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} [{}]", self.path, self.line, self.message, self.rule)?;
        match &self.hint {
            Some(hint) => write!(f, "\n    hint: {hint}"),
            None => Ok(()),
        }
    }
}

/// All problems found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a problem.
    pub fn add(&mut self, rule: &'static str, place: &Place, message: impl Into<String>) {
        self.push(rule, place, message.into(), None);
    }

    /// Adds a problem and what to do about it.
    pub fn add_with_hint(
        &mut self,
        rule: &'static str,
        place: &Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.push(rule, place, message.into(), Some(hint.into()));
    }

    fn push(&mut self, rule: &'static str, place: &Place, message: String, hint: Option<String>) {
        let Place { path, line } = place.clone();
        self.list.push(Diagnostic { path, line, rule, message, hint });
    }

    /// Returns the problems by path and line.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort();
        self.list.dedup();
        self.list
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// A place in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// File or folder, relative to the repository.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
}

impl Place {
    /// The place `line` of `path`.
    pub fn new(path: impl Into<String>, line: usize) -> Place {
        Place { path: path.into(), line }
    }

    /// Another line of the same file.
    #[must_use]
    pub fn at(&self, line: usize) -> Place {
        Place { path: self.path.clone(), line }
    }
}
