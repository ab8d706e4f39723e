//! Fenced blocks: programs, what they print, questions, and places of exercises.
//!
//! It owns the words after the fence and what belongs together: `stdin` and `output` complete
//! the runnable block right before them. It does not know how fences are found in Markdown.

use super::manifest::{self, FigureToml, FigureViewToml, PredictToml, QuizToml};
use super::markdown::parse_inline;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{
    Block, Choice, CodeKind, Figure, FigureView, Predict, Quiz, QuizChoice, RunBlock,
};

/// A fenced block as written.
pub(super) struct Fence {
    /// The words after the fence.
    pub(super) info: String,
    /// The text, without a final newline.
    pub(super) text: String,
    /// The line of the fence.
    pub(super) place: Place,
}

/// Reads a fence that only shows something.
pub(super) fn shown(fence: &Fence) -> Option<Block> {
    let kind = match fence.info.as_str() {
        "python show" => CodeKind::Python,
        "console" => CodeKind::Console,
        "text" => CodeKind::Text,
        _ => return None,
    };
    Some(Block::Code { kind, text: fence.text.clone() })
}

/// Reads any fence; one that completes the last of `before` changes that and gives nothing.
pub(super) fn read(fence: Fence, before: &mut [Block], found: &mut Diagnostics) -> Option<Block> {
    if let Some(block) = shown(&fence) {
        return Some(block);
    }
    let mut words = fence.info.split_whitespace();
    match (words.next(), words.next()) {
        (Some("python"), Some("run")) => {
            let index = before.iter().filter(|it| matches!(it, Block::Run(_))).count();
            Some(Block::Run(run_block(fence, index, found)))
        }
        (Some("output"), None) => {
            complete(&fence, before, found, |run| run.output.replace(fence.text.clone()).is_none());
            None
        }
        (Some("stdin"), None) => {
            complete(&fence, before, found, |run| {
                let is_first = run.stdin.is_empty() && run.output.is_none();
                run.stdin = format!("{}\n", fence.text);
                is_first
            });
            None
        }
        (Some("quiz"), None) => quiz(&fence, found),
        (Some("predict"), None) => predict(&fence, found),
        (Some("figure"), None) => figure(&fence, found),
        (Some("exercise"), None) => Some(Block::Exercise(fence.text.trim().to_owned())),
        _ => {
            found.add_with_hint(
                "fences",
                &fence.place,
                format!("a block `{}` is not part of the format", fence.info),
                "use python run, output, stdin, python show, console, text, quiz, predict, figure, exercise",
            );
            None
        }
    }
}

fn complete(
    fence: &Fence,
    before: &mut [Block],
    found: &mut Diagnostics,
    set: impl FnOnce(&mut RunBlock) -> bool,
) {
    let message = match before.last_mut() {
        Some(Block::Run(run)) => {
            if set(run) {
                return;
            }
            "stdin comes once, then output once"
        }
        _ => "this block must directly follow a `python run` block",
    };
    found.add("fences", &fence.place, format!("`{}`: {message}", fence.info));
}

fn run_block(fence: Fence, index: usize, found: &mut Diagnostics) -> RunBlock {
    let mut run = RunBlock {
        index,
        name: "main.py".to_owned(),
        code: fence.text,
        continues: false,
        args: Vec::new(),
        stdin: String::new(),
        output: None,
        wants_files: false,
        fails: false,
        rustpython_only: false,
    };
    for (option, value) in options(&fence.info) {
        match (option.as_str(), value) {
            ("name", Some(name)) => run.name = name,
            ("args", Some(args)) => {
                run.args = args.split_whitespace().map(str::to_owned).collect();
            }
            ("continue", None) => run.continues = true,
            ("files", None) => run.wants_files = true,
            ("error", None) => run.fails = true,
            ("rustpython", None) => run.rustpython_only = true,
            _ => found.add_with_hint(
                "fences",
                &fence.place,
                format!("`{option}` is no option of a runnable block"),
                "options are name=..., args=\"...\", continue, files, error, rustpython",
            ),
        }
    }
    if run.continues && index == 0 {
        found.add("fences", &fence.place, "the first runnable block has nothing to continue");
    }
    run
}

/// Splits what follows `python run` at spaces outside quotation marks.
fn options(info: &str) -> Vec<(String, Option<String>)> {
    let rest = info.trim_start().strip_prefix("python").unwrap_or(info).trim_start();
    let rest = rest.strip_prefix("run").unwrap_or(rest);
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for it in rest.chars() {
        match it {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            it => words.last_mut().expect("one word at least").push(it),
        }
    }
    words.retain(|word| !word.is_empty());
    words
        .into_iter()
        .map(|word| match word.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (word, None),
        })
        .collect()
}

fn quiz(fence: &Fence, found: &mut Diagnostics) -> Option<Block> {
    let place = fence.place.at(fence.place.line + 1);
    let toml: QuizToml = manifest::parse(&fence.text, &place, found)?;
    let choices: Vec<QuizChoice> = toml
        .choice
        .iter()
        .map(|choice| QuizChoice {
            text: parse_inline(&choice.text, &fence.place, found),
            is_correct: choice.correct,
            reply: parse_inline(&choice.reply, &fence.place, found),
        })
        .collect();
    if choices.len() < 2 || !choices.iter().any(|it| it.is_correct) {
        found.add("quiz", &fence.place, "a quiz has two or more choices, one of them correct");
    }
    let question = parse_inline(&toml.question, &fence.place, found);
    let code = toml.code.map(|code| code.trim_end().to_owned());
    Some(Block::Quiz(Quiz { question, code, choices }))
}

fn predict(fence: &Fence, found: &mut Diagnostics) -> Option<Block> {
    let place = fence.place.at(fence.place.line + 1);
    let toml: PredictToml = manifest::parse(&fence.text, &place, found)?;
    let choices: Vec<Choice> = toml
        .choice
        .into_iter()
        .map(|choice| Choice {
            text: choice.text.trim_end().to_owned(),
            reply: parse_inline(&choice.reply, &fence.place, found),
        })
        .collect();
    if choices.len() < 2 {
        found.add("predict", &fence.place, "a prediction has two or more choices");
    }
    let question = parse_inline(&toml.question, &fence.place, found);
    Some(Block::Predict(Predict { question, code: toml.code.trim_end().to_owned(), choices }))
}

fn figure(fence: &Fence, found: &mut Diagnostics) -> Option<Block> {
    let place = fence.place.at(fence.place.line + 1);
    let toml: FigureToml = manifest::parse(&fence.text, &place, found)?;
    let is_lookup = toml.view == FigureViewToml::Lookup;
    let of = toml.of.unwrap_or_default();
    if is_lookup != of.contains('.') {
        found.add_with_hint(
            "figure",
            &fence.place,
            "the view \"lookup\" shows one attribute, and the other views none",
            "say of = \"c.name\" with view = \"lookup\", and leave it out elsewhere",
        );
    }
    let code = toml.code.trim_end().to_owned();
    if toml.at.is_some_and(|at| at == 0 || at > code.lines().count()) {
        found.add("figure", &fence.place, "`at` is no line of the code");
    }
    let mut stdin = toml.stdin.trim_end().to_owned();
    if !stdin.is_empty() {
        stdin.push('\n');
    }
    Some(Block::Figure(Figure {
        title: parse_inline(&toml.title, &fence.place, found),
        code,
        view: match toml.view {
            FigureViewToml::Objects => FigureView::Objects,
            FigureViewToml::Lookup => FigureView::Lookup(of),
            FigureViewToml::Imports => FigureView::Imports,
        },
        at: toml.at,
        stdin,
        with_values: toml.values,
        wants_files: toml.files,
        fails: toml.error,
        rustpython_only: toml.rustpython,
    }))
}
