//! What is given to a process: a lesson's runnable block, or an exercise with its checks.
//!
//! It owns the command lines, the files beside the learner's, and how printed text is compared.
//! It does not start anything. [`Program`] is for blocks and for running an exercise's entry,
//! [`Attempt`] for a checked run; `python/lab` is the other side of both.

use crate::model::{Exercise, Figure, FigureView, Lesson, SourceFile};

/// Where a program finds its files, and its working directory.
pub const HOME: &str = "/home/learner";

/// The folder for what the page adds to the learner's files; views of the files leave it out.
pub const PRIVATE_PREFIX: &str = ".vivarium/";

/// The seed of every checked run, so that a verdict can be reproduced.
pub const CHECK_SEED: u32 = 1;

/// What `workspace.run` needs besides the learner's own files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Files to write first, relative to the workspace.
    pub files: Vec<SourceFile>,
    /// What stands after `python` on a command line.
    pub argv: Vec<String>,
    /// The lines typed, if the run is not at a terminal.
    pub stdin: String,
    /// Host names that it can resolve.
    pub hosts: Vec<String>,
}

impl Program {
    /// Prepares the runnable block `index` of a lesson.
    ///
    /// `text` gives the learner's present version of a block where there is one. A block that
    /// goes on where others ended runs after them in one process, their output discarded.
    pub fn of_block(
        lesson: &Lesson,
        index: usize,
        text: impl Fn(usize) -> Option<String>,
    ) -> Option<Program> {
        let runs: Vec<_> = lesson.runs().collect();
        let block = *runs.get(index)?;
        let code = |it: usize| text(it).unwrap_or_else(|| runs[it].code.clone());
        let chain = chain_of(lesson, index);
        let mut files = Vec::new();
        if chain.iter().any(|it| runs[*it].wants_files) {
            files.extend(lesson.files.iter().cloned());
        }
        let mut argv = block.args.clone();
        let mut stdin = String::new();
        if chain.len() > 1 {
            argv.extend(["-m".to_owned(), "lab.chain".to_owned()]);
        }
        for it in chain {
            let path = if it == index {
                block.name.clone()
            } else {
                format!("{PRIVATE_PREFIX}part{}.py", it + 1)
            };
            stdin.push_str(&runs[it].stdin);
            argv.push(path.clone());
            files.push(SourceFile { path, text: with_newline(code(it)) });
        }
        Some(Program { files, argv, stdin, hosts: lesson.hosts.clone() })
    }

    /// Prepares the program of a figure, as it is when nobody steps through it.
    pub fn of_figure(lesson: &Lesson, figure: &Figure) -> Program {
        let mut files = if figure.wants_files { lesson.files.clone() } else { Vec::new() };
        files.push(SourceFile {
            path: "main.py".to_owned(),
            text: with_newline(figure.code.clone()),
        });
        Program {
            files,
            argv: vec!["main.py".to_owned()],
            stdin: figure.stdin.clone(),
            hosts: lesson.hosts.clone(),
        }
    }

    /// Prepares a plain run of an exercise: the learner's files are in the workspace already.
    pub fn of_exercise(exercise: &Exercise) -> Program {
        Program {
            files: exercise.files.clone(),
            argv: vec![exercise.entry.clone()],
            stdin: String::new(),
            hosts: exercise.hosts.clone(),
        }
    }
}

/// Returns the indices of the blocks that run when block `index` does; it is the last of them.
pub fn chain_of(lesson: &Lesson, index: usize) -> Vec<usize> {
    let continues: Vec<bool> = lesson.runs().map(|run| run.continues).collect();
    let mut first = index;
    while first > 0 && continues[first] {
        first -= 1;
    }
    (first..=index).collect()
}

/// What the page adds to a program that is stepped through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stepping {
    /// Steps after which the program is ended.
    pub max_steps: usize,
    /// Whether numbers and texts are drawn as objects, too.
    pub with_values: bool,
    /// The attribute whose lookup is wanted, such as `c.name`.
    pub of: String,
}

/// Steps that a figure of a lesson may take.
pub const FIGURE_STEPS: usize = 300;

/// Steps of any other program.
pub const PLAY_STEPS: usize = 1_000;

/// Starts the recorder; like the checks, it is imported before the learner's files can be found.
const START_STEPS: &str = "import sys; \
    sys.path[:] = [p for p in sys.path if p not in ('', '.', '/home/learner')]; \
    __import__('steps.record', fromlist=['main']).main()";

impl Stepping {
    /// Returns how a figure is stepped through.
    pub fn of_figure(figure: &Figure) -> Stepping {
        let of = match &figure.view {
            FigureView::Lookup(of) => of.clone(),
            FigureView::Objects | FigureView::Imports => String::new(),
        };
        Stepping { max_steps: FIGURE_STEPS, with_values: figure.with_values, of }
    }

    /// Returns what stands after `python` to step through `program`, its file and its arguments.
    pub fn argv(&self, program: &[String]) -> Vec<String> {
        let start = ["-c".to_owned(), START_STEPS.to_owned()];
        start.into_iter().chain(program.iter().cloned()).collect()
    }

    /// Returns what is added to the environment.
    pub fn env(&self) -> Vec<(String, String)> {
        let values = if self.with_values { "1" } else { "" };
        vec![
            ("VIVARIUM_STEPS".to_owned(), self.max_steps.to_string()),
            ("VIVARIUM_STEPS_VALUES".to_owned(), values.to_owned()),
            ("VIVARIUM_STEPS_OF".to_owned(), self.of.clone()),
        ]
    }
}

/// Everything a checked run is given. It runs in lockstep with [`CHECK_SEED`], in a workspace of
/// its own, with descriptor 3 open for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The whole workspace: the learner's files and ours.
    pub files: Vec<SourceFile>,
    /// What stands after `python` on a command line.
    pub argv: Vec<String>,
    /// Added to the default environment.
    pub env: Vec<(String, String)>,
    /// Bytecodes it may execute.
    pub bytecodes: u32,
    /// Wall clock behind that budget.
    pub watchdog_ms: u32,
    /// What every line of the report must carry; see [`crate::grade::Grader`].
    pub token: String,
    /// Host names that it can resolve.
    pub hosts: Vec<String>,
}

/// Starts the checks. The workspace leaves the search path first, so that no file of the learner
/// can stand in for `lab` or for what it imports; and no name is left in `__main__`.
const START_CHECKS: &str = "import sys; \
    sys.path[:] = [p for p in sys.path if p not in ('', '.', '/home/learner')]; \
    __import__('lab.session', fromlist=['main']).main()";

impl Attempt {
    /// Prepares the checks of `exercise` over the learner's files.
    ///
    /// `token` must be unguessable for the program: some 16 random bytes as hexadecimal digits.
    pub fn new(exercise: &Exercise, learner: &[SourceFile], token: String) -> Attempt {
        let mut files: Vec<SourceFile> = learner.to_vec();
        for file in &exercise.files {
            files.retain(|it| it.path != file.path);
            files.push(file.clone());
        }
        files.push(SourceFile {
            path: format!("{PRIVATE_PREFIX}test.py"),
            text: exercise.test.clone(),
        });
        let env = [
            ("VIVARIUM_TOKEN", token.clone()),
            ("VIVARIUM_ENTRY", exercise.entry.clone()),
            ("VIVARIUM_OUTPUT_LIMIT", exercise.limits.output_bytes.to_string()),
        ];
        Attempt {
            files,
            argv: vec!["-c".to_owned(), START_CHECKS.to_owned()],
            env: env.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            bytecodes: exercise.limits.bytecodes,
            watchdog_ms: exercise.limits.watchdog_ms,
            token,
            hosts: exercise.hosts.clone(),
        }
    }
}

/// Returns printed text without what nobody sees: spaces before line ends, and empty last lines.
pub fn normalized(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let n_lines = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |it| it + 1);
    lines[..n_lines].join("\n")
}

/// Says whether a program printed what its lesson shows. A shown line `...` stands for any lines.
pub fn output_matches(shown: &str, printed: &str) -> bool {
    let (shown, printed) = (normalized(shown), normalized(printed));
    let shown: Vec<&str> = shown.lines().collect();
    let printed: Vec<&str> = printed.lines().collect();
    lines_match(&shown, &printed)
}

/// Prompts after which the line that was typed stands on a terminal.
const PROMPTS: [&str; 3] = [">>> ", "... ", "(Pdb) "];

/// Returns printed text as a terminal shows it, with the typed lines after their prompts.
///
/// Where input is prepared nothing is echoed, so a session at a prompt would read as prompts only.
pub fn echoed(printed: &str, stdin: &str) -> String {
    let mut typed = stdin.lines();
    let mut text = String::new();
    let mut rest = printed;
    while !rest.is_empty() {
        if let Some(prompt) = PROMPTS.iter().find(|prompt| rest.starts_with(**prompt)) {
            text.push_str(prompt);
            rest = &rest[prompt.len()..];
            if let Some(line) = typed.next() {
                text.push_str(line);
                text.push('\n');
            }
        } else {
            let end = rest.find('\n').map_or(rest.len(), |it| it + 1);
            text.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    text
}

fn lines_match(shown: &[&str], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first.trim() == "..." => {
            (0..=printed.len()).any(|it| lines_match(rest, &printed[it..]))
        }
        Some((first, rest)) => {
            printed.split_first().is_some_and(|(it, after)| it == first && lines_match(rest, after))
        }
    }
}

fn with_newline(mut code: String) -> String {
    if !code.ends_with('\n') {
        code.push('\n');
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_three_dots_stands_for_any_lines() {
        assert!(output_matches("a\n...\nz", "a\nb\nc\nz\n"));
        assert!(output_matches("a\n...\nz", "a\nz"));
        assert!(!output_matches("a\n...\nz", "a\nb"));
    }

    #[test]
    fn typed_lines_stand_after_their_prompts() {
        let printed = ">>> 3\n>>> ... ... >>> ";
        let typed = "1 + 2\nfor it in ():\n    pass\n\n";
        assert_eq!(
            echoed(printed, typed),
            ">>> 1 + 2\n3\n>>> for it in ():\n...     pass\n... \n>>> "
        );
    }

    #[test]
    fn spaces_at_line_ends_do_not_count_and_others_do() {
        assert!(output_matches("a\nb", "a  \nb\n\n"));
        assert!(!output_matches("a\nb", " a\nb"));
        assert!(!output_matches("a", "a\nb"));
    }
}
