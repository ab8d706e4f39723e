//! The rules of the house that need no compiler: headers, sizes, and documents that name only what is there.

use crate::hash::{files_below, portable};
use crate::paths::Paths;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

const LONGEST_FILE: usize = 800;
const LARGEST_FILE: u64 = 1024 * 1024;
/// Others' code comes as a dependency or as a patch.
const FOREIGN_FOLDERS: [&str; 4] = ["vendor", "third_party", "third-party", "site-packages"];
const DOCUMENTS: [&str; 4] =
    ["ARCHITECTURE.md", "README.md", "docs/authoring.md", "docs/embedding.md"];

pub fn check(paths: &Paths) -> Result<()> {
    let problems = problems(&paths.root)?;
    if !problems.is_empty() {
        bail!("{} problems:\n{}", problems.len(), problems.join("\n"));
    }
    crate::ui::say("tidy: headers, sizes and paths are right");
    Ok(())
}

/// All of them at once, as `path:line: message`.
fn problems(root: &Path) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for path in files_below(root)? {
        let name = portable(root, &path);
        foreign(&name, fs::metadata(&path)?.len(), &mut problems);
        if let Some(language) = Language::of(&name) {
            let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
            source(&name, language, &text, &mut problems);
        }
    }
    for name in DOCUMENTS {
        match fs::read_to_string(root.join(name)) {
            Ok(text) => document(root, name, &text, &mut problems),
            Err(_) => problems.push(format!("{name}:1: the document is missing")),
        }
    }
    Ok(problems)
}

fn foreign(name: &str, size: u64, problems: &mut Vec<String>) {
    if let Some(folder) = name.split('/').find(|part| FOREIGN_FOLDERS.contains(part)) {
        problems.push(format!(
            "{name}:1: a folder `{folder}` holds others' code; make it a dependency or a patch"
        ));
    }
    if size > LARGEST_FILE {
        problems.push(format!("{name}:1: {size} bytes are too many for a source"));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Rust,
    Python,
    Script,
    Style,
}

impl Language {
    fn of(name: &str) -> Option<Self> {
        // What a learner reads and edits begins as the lesson wants it to.
        if name.starts_with("lessons/") || name.contains("/exercises/") {
            return None;
        }
        match name.rsplit_once('.')?.1 {
            "rs" => Some(Self::Rust),
            "py" => Some(Self::Python),
            "ts" | "js" | "mjs" => Some(Self::Script),
            "css" => Some(Self::Style),
            _ => None,
        }
    }

    fn openings(self) -> &'static [&'static str] {
        match self {
            Self::Rust => &["//!"],
            Self::Python => &["\"\"\"", "r\"\"\"", "#"],
            Self::Script => &["//", "/*"],
            Self::Style => &["/*"],
        }
    }
}

fn source(name: &str, language: Language, text: &str, problems: &mut Vec<String>) {
    if text.trim().is_empty() {
        return;
    }
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with("#!"))
        .unwrap_or_default();
    if !language.openings().iter().any(|opening| first.starts_with(opening)) {
        problems.push(format!(
            "{name}:1: the file does not open with a comment that says what it owns"
        ));
    }
    let length = production_lines(language, text);
    if !is_test(name) && length > LONGEST_FILE {
        problems.push(format!(
            "{name}:{LONGEST_FILE}: {length} lines are too many; at most {LONGEST_FILE}"
        ));
    }
}

fn is_test(name: &str) -> bool {
    name.split('/').any(|part| part == "tests" || part == "test")
        || name.ends_with("_test.rs")
        || name.ends_with("tests.rs")
}

/// Lines before the unit tests that stand at the end of a Rust file.
fn production_lines(language: Language, text: &str) -> usize {
    if language != Language::Rust {
        return text.lines().count();
    }
    text.lines().take_while(|line| *line != "#[cfg(test)]").count()
}

/// Paths in backticks must exist, unless they are products of the build.
fn document(root: &Path, name: &str, text: &str, problems: &mut Vec<String>) {
    let mut is_code = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
            continue;
        }
        if is_code {
            continue;
        }
        for word in line.split('`').skip(1).step_by(2) {
            if is_path_of_ours(root, word) && !exists(root, word) {
                problems.push(format!("{name}:{}: there is no `{word}`", index + 1));
            }
        }
    }
}

fn is_path_of_ours(root: &Path, word: &str) -> bool {
    const PRODUCTS: [&str; 5] = ["dist", "target", ".assets", "node_modules", "assets"];
    let is_plain =
        word.chars().all(|letter| letter.is_ascii_alphanumeric() || "./_-{},*".contains(letter));
    let first = word.split('/').next().unwrap_or_default();
    // A first part that is nowhere in the checkout may be the very mistake, so only known others are let through.
    is_plain
        && word.contains('/')
        && !word.starts_with(['/', '.'])
        && !PRODUCTS.contains(&first)
        && (root.join(first).exists() || has_source_ending(word))
}

fn has_source_ending(word: &str) -> bool {
    [".rs", ".toml", ".md", ".ts", ".mjs", ".css", ".patch"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// `{a,b}` and `*` may stand for several; each part that is written out must be there.
fn exists(root: &Path, word: &str) -> bool {
    if let Some((before, rest)) = word.split_once('{') {
        let Some((choices, after)) = rest.split_once('}') else { return false };
        return choices.split(',').all(|choice| exists(root, &format!("{before}{choice}{after}")));
    }
    match word.split_once('*') {
        Some((before, _)) => {
            root.join(before.rsplit_once('/').map_or("", |(folder, _)| folder)).exists()
        }
        None => root.join(word).exists(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_source(name: &str, text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        source(name, Language::of(name).unwrap(), text, &mut problems);
        problems
    }

    #[test]
    fn each_language_has_its_opening() {
        assert!(of_source("src/a.rs", "//! Owns a.\n").is_empty());
        assert!(of_source("python/a.py", "\"\"\"Owns a.\"\"\"\n").is_empty());
        assert!(of_source("editor/src/a.ts", "// Owns a.\n").is_empty());
        assert!(of_source("public/styles/a.css", "/* Owns a. */\n").is_empty());
        assert!(of_source("tests/a.mjs", "#!/usr/bin/env node\n// Owns a.\n").is_empty());
        assert_eq!(of_source("src/a.rs", "use std::fs;\n").len(), 1);
        assert_eq!(of_source("python/a.py", "import os\n").len(), 1);
    }

    #[test]
    fn what_learners_read_is_free() {
        assert!(Language::of("lessons/07-exceptions/01-x/exercises/01-y/stub.py").is_none());
    }

    #[test]
    fn tests_do_not_count_as_production() {
        let long = format!("//! Owns.\n{}", "x\n".repeat(LONGEST_FILE));
        assert_eq!(of_source("src/a.rs", &long).len(), 1);
        assert!(of_source("tests/native/a.rs", &long).is_empty());
        let tested = format!("//! Owns.\n#[cfg(test)]\n{}", "x\n".repeat(LONGEST_FILE));
        assert!(of_source("src/a.rs", &tested).is_empty());
    }

    #[test]
    fn documents_name_what_is_there() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("crates/kernel/src")).unwrap();
        fs::write(root.path().join("crates/kernel/src/lib.rs"), "").unwrap();
        let of = |text: &str| {
            let mut problems = Vec::new();
            document(root.path(), "README.md", text, &mut problems);
            problems
        };
        assert!(of("See `crates/kernel/src/lib.rs`, `crates/*/src`, `cargo xtask`, `dist/index.html`, `a/b`.").is_empty());
        assert!(of("`crates/{kernel}/src`").is_empty());
        assert_eq!(
            of("one\n`crates/vfs/src` is gone"),
            ["README.md:2: there is no `crates/vfs/src`"]
        );
        assert_eq!(of("`crates/{kernel,vfs}/src`").len(), 1);
        assert_eq!(of("`nowhere/a.rs`").len(), 1);
        assert!(of("```\n`crates/none`\n```\n").is_empty());
    }

    #[test]
    fn foreign_code_is_found() {
        let mut problems = Vec::new();
        foreign("crates/a/vendor/x.rs", 10, &mut problems);
        foreign("public/large.bin", LARGEST_FILE + 1, &mut problems);
        foreign("src/main.rs", 10, &mut problems);
        assert_eq!(problems.len(), 2);
    }
}
