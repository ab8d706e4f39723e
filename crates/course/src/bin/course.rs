//! The command line of the course: `course pack|check|plan|judge`.
//!
//! It owns arguments, files and exit status; every decision is the library's.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a command-line tool")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use serde_json::json;
use vivarium_course::diagnostic::Diagnostic;
use vivarium_course::plan::{self, Ran};
use vivarium_course::read::Content;
use vivarium_course::{check, pack, read};

const USAGE: &str = "usage:
  course check LESSONS [FILTER]          tell every mistake that needs no program to run
  course pack  LESSONS OUT.json          write what the page loads
  course plan  LESSONS OUT.json [FILTER] write the programs that prove the content
  course judge LESSONS RAN.json WRONG.json [FILTER]
                                         compare what the programs did with what the content says, and list
                                         those that did something else
  course judge-runs LESSONS RAN.json WRONG.json
                                         the same, without the rules that need no program";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> anyhow::Result<bool> {
    let (command, lessons, rest) = match args {
        [command, lessons, rest @ ..] => (*command, Path::new(lessons), rest),
        _ => bail!("{USAGE}"),
    };
    if !lessons.is_dir() {
        bail!("there is no folder {}", lessons.display());
    }
    match (command, rest) {
        ("check", []) => Ok(tell(checked(lessons), "")),
        ("check", [filter]) => Ok(tell(checked(lessons), filter)),
        ("pack", [out]) => {
            let content = read::read(lessons);
            let bytes = pack::pack(&content.course)?;
            write(out, &bytes)?;
            let problems = content.problems.into_sorted();
            // What could be read is shown; it is `check` that fails.
            for problem in &problems {
                eprintln!("warning: {problem}");
            }
            Ok(true)
        }
        ("plan", [out, filter @ ..]) => {
            let content = read::read(lessons);
            let proofs = plan::plan(&content, filter.first().unwrap_or(&""));
            write(out, &serde_json::to_vec(&proofs)?)?;
            Ok(true)
        }
        ("judge", [ran, out, filter @ ..]) => {
            judge(checked(lessons), ran, out, filter.first().unwrap_or(&""))
        }
        ("judge-runs", [ran, out]) => judge(read::read(lessons), ran, out, ""),
        _ => bail!("{USAGE}"),
    }
}

fn checked(lessons: &Path) -> Content {
    let mut content = read::read(lessons);
    check::check(&mut content);
    content
}

/// Proofs and the rules together: an author sees everything at once.
fn judge(mut content: Content, ran: &str, out: &str, filter: &str) -> anyhow::Result<bool> {
    let text = fs::read(ran).with_context(|| format!("cannot read {ran}"))?;
    let ran: Vec<Ran> =
        serde_json::from_slice(&text).context("cannot read what the programs did")?;
    let mut problems = std::mem::take(&mut content.problems);
    let judged = plan::judge(&content, filter, &ran, &mut problems);
    content.problems = problems;
    let n_right = judged.n_right;
    let n_wrong = ran.len() - n_right;
    let wrong: Vec<_> =
        judged.wrong.iter().map(|it| json!({ "engine": it.engine, "key": it.key })).collect();
    write(out, &serde_json::to_vec(&wrong)?)?;
    let is_right = tell(content, filter);
    let result = if is_right { "ok" } else { "FAILED" };
    println!(
        "test result: {result}. {n_right} passed; {n_wrong} failed; of {} programs",
        ran.len()
    );
    Ok(is_right)
}

fn tell(content: Content, filter: &str) -> bool {
    let problems: Vec<Diagnostic> = content
        .problems
        .into_sorted()
        .into_iter()
        .filter(|problem| problem.path.contains(filter) || problem.rule == "proof")
        .collect();
    for problem in &problems {
        println!("{problem}");
    }
    let n_lessons = content.lessons.len();
    let n_exercises = content.exercises.len();
    println!("{n_lessons} lessons, {n_exercises} exercises, {} problems", problems.len());
    problems.is_empty()
}

fn write(path: &str, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(parent) = Path::new(path).parent() {
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {path}"))
}
