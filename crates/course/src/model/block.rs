//! Text as a tree: blocks, and what stands inside a line.
//!
//! It owns the blocks a lesson is made of, the runnable and the asking ones included. It does not
//! know how they are written in Markdown.

use serde::{Deserialize, Serialize};

/// A piece of a lesson that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading below the lesson's title.
    Heading {
        /// 2 to 4.
        level: u8,
        /// Name for links to it, unique in the lesson.
        anchor: String,
        /// Its text.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation or note.
    Quote(Vec<Block>),
    /// A table.
    Table {
        /// One for each column.
        alignment: Vec<Alignment>,
        /// The cells of the first row.
        head: Vec<Vec<Inline>>,
        /// The cells of the other rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Code that is only shown.
    Code {
        /// What it is.
        kind: CodeKind,
        /// The text, without a final newline.
        text: String,
    },
    /// A line between parts.
    Rule,
    /// A program to run and to change.
    Run(RunBlock),
    /// A question with marked answers.
    Quiz(Quiz),
    /// A question that running the program answers.
    Predict(Predict),
    /// A program to step through.
    Figure(Figure),
    /// The place of the exercise with this id.
    Exercise(String),
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alignment {
    /// As the language does.
    Start,
    /// In the middle.
    Center,
    /// At the other side.
    End,
}

/// What shown code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeKind {
    /// Python.
    Python,
    /// What stands on a terminal, prompts included.
    Console,
    /// Anything else.
    Text,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Code.
    Code(String),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Strongly stressed words.
    Strong(Vec<Inline>),
    /// A link.
    Link {
        /// Where it goes.
        target: LinkTarget,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A line break.
    Break,
}

/// Where a link goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkTarget {
    /// The lesson with this id: `lesson:ID` in Markdown.
    Lesson(String),
    /// The module with this id: `module:ID`.
    Module(String),
    /// The exercise with this id: `exercise:ID`.
    Exercise(String),
    /// A heading of the same lesson: `#ANCHOR`.
    Anchor(String),
    /// An `https:` address; opened beside the page if [`LinkTarget::leads_out`] says so.
    External(String),
}

impl LinkTarget {
    /// Says whether an address may be opened. A pack may come from anybody, and other kinds of
    /// addresses run scripts or read files.
    pub fn leads_out(address: &str) -> bool {
        address.strip_prefix("https://").is_some_and(|it| !it.is_empty())
    }
}

/// A program in a lesson, with what it prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "words an author may write, each by itself")]
pub struct RunBlock {
    /// Place among the runnable blocks of the lesson, from 0.
    pub index: usize,
    /// The file name it is run under.
    pub name: String,
    /// The program, without a final newline.
    pub code: String,
    /// Whether it goes on where the block before it ended.
    pub continues: bool,
    /// Interpreter options before the file name, such as `-i`.
    pub args: Vec<String>,
    /// The lines typed; each ends with a newline.
    pub stdin: String,
    /// What it prints, standard output and error in order; `None` if that is not shown.
    pub output: Option<String>,
    /// Whether it finds the lesson's files in its folder.
    pub wants_files: bool,
    /// Whether it ends with an uncaught exception on purpose.
    pub fails: bool,
    /// Whether RustPython differs from CPython here, as the prose says.
    pub rustpython_only: bool,
}

/// A question with marked answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// What is asked.
    pub question: Vec<Inline>,
    /// Code it is about.
    pub code: Option<String>,
    /// The answers to choose from.
    pub choices: Vec<QuizChoice>,
}

impl Quiz {
    /// Says whether more than one answer is right, so that boxes are shown and not buttons.
    pub fn has_several_answers(&self) -> bool {
        self.choices.iter().filter(|choice| choice.is_correct).count() > 1
    }
}

/// An answer of a [`Quiz`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizChoice {
    /// The answer.
    pub text: Vec<Inline>,
    /// Whether it is right.
    pub is_correct: bool,
    /// Why it is right or wrong.
    pub reply: Vec<Inline>,
}

/// A question that running a program answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predict {
    /// What is asked.
    pub question: Vec<Inline>,
    /// The program.
    pub code: String,
    /// The outputs to choose from.
    pub choices: Vec<Choice>,
}

impl Predict {
    /// Returns the index of the choice that equals what the program printed.
    pub fn right_choice(&self, output: &str) -> Option<usize> {
        let output = crate::run::normalized(output);
        self.choices.iter().position(|choice| crate::run::normalized(&choice.text) == output)
    }
}

/// An answer of a [`Predict`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// An output.
    pub text: String,
    /// What to say to one who chose it.
    pub reply: Vec<Inline>,
}

/// A program to step through, drawn from its run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "words an author may write, each by itself")]
pub struct Figure {
    /// What to look at.
    pub title: Vec<Inline>,
    /// The program, without a final newline.
    pub code: String,
    /// What is drawn.
    pub view: FigureView,
    /// The line whose first execution is shown first.
    pub at: Option<usize>,
    /// The lines typed; each ends with a newline.
    pub stdin: String,
    /// Whether numbers and texts are drawn as objects, too.
    pub with_values: bool,
    /// Whether it finds the lesson's files in its folder.
    pub wants_files: bool,
    /// Whether it ends with an uncaught exception on purpose.
    pub fails: bool,
    /// Whether RustPython differs from CPython here, as the prose says.
    pub rustpython_only: bool,
}

/// What a figure draws of its program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureView {
    /// Frames, names and objects, step by step.
    Objects,
    /// The way of an attribute lookup such as `c.name`, as it stands at the end.
    Lookup(String),
    /// Which module imported which, and where they are in `sys.modules`.
    Imports,
}

/// Returns the words alone, for search, titles and screen readers.
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(content, &mut text);
    text
}

fn push_plain(content: &[Inline], text: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) => push_plain(inner, text),
            Inline::Link { content, .. } => push_plain(content, text),
            Inline::Break => text.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LinkTarget;

    #[test]
    fn only_addresses_of_the_secure_web_lead_out() {
        assert!(LinkTarget::leads_out("https://docs.python.org/3/"));
        let others = [
            "javascript:x",
            "JAVASCRIPT:x",
            " https://a",
            "data:text/html,x",
            "https:",
            "//a",
            "a.html",
            "",
        ];
        for address in others {
            assert!(!LinkTarget::leads_out(address), "{address}");
        }
    }
}
