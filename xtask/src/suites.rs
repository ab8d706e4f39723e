//! The test command: all parts in order, each under a heading, with what its runner prints. Knows how to call, not how to test.

use crate::ahead::Ahead;
use crate::compiler::{self, Compiler};
use crate::paths::Paths;
use crate::{assets, claim, dist, layers, python, tidy, tools, ui};
use anyhow::{Context, Result, bail, ensure};
use std::process::Command;
use std::time::{Duration, Instant};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Tidy,
    Native,
    Python,
    Build,
    Conformance,
    Lessons,
    Browser,
}

impl Part {
    const ALL: [Self; 7] = [
        Self::Tidy,
        Self::Native,
        Self::Python,
        Self::Build,
        Self::Conformance,
        Self::Lessons,
        Self::Browser,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::Native => "native",
            Self::Python => "python",
            Self::Build => "build",
            Self::Conformance => "conformance",
            Self::Lessons => "lessons",
            Self::Browser => "browser",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Tidy => "tidy: format, lints, layers, documents",
            Self::Native => "native: everything but Python",
            Self::Python => "python: the interpreter over its own system calls",
            Self::Build => "build: the product into dist/",
            Self::Conformance => "conformance: what CPython did, done by the product",
            Self::Lessons => "lessons: every example, exercise and answer",
            Self::Browser => "browser: what a learner does, in Chromium",
        }
    }

    fn run(self, paths: &Paths) -> Result<()> {
        match self {
            Self::Tidy => lint(paths),
            Self::Native => native(paths),
            Self::Python => python_tests(paths),
            Self::Build => dist::build(paths),
            Self::Conformance => conformance(paths),
            Self::Lessons => prove(paths, &[]),
            Self::Browser => browser(paths),
        }
    }
}

/// Installs everything that building and testing needs, so that both work without a network afterwards.
pub fn setup(paths: &Paths) -> Result<()> {
    let compiler = compiler::find(paths)?;
    tools::all(paths)?;
    tools::chromium(paths)?;
    for folder in NPM_FOLDERS {
        if paths.root.join(folder).join("package-lock.json").exists() {
            tools::npm(paths, folder)?;
        }
    }
    ui::say("Downloading crates");
    let mut root = Command::new("cargo");
    ui::openly(root.args(["fetch", "--quiet"]).current_dir(&paths.root))?;
    ui::openly(python::cargo(paths, &compiler)?.args(["fetch", "--quiet"]))?;
    ui::say("Everything is in place.");
    Ok(())
}

const NPM_FOLDERS: [&str; 4] = ["editor", "tests/browser", "tests/lessons", "bench"];

/// Runs all parts named, even after one failed, so that one run tells everything.
pub fn test(paths: &Paths, names: &[&str]) -> Result<()> {
    let mut parts = Vec::new();
    for name in names {
        let part = Part::ALL.into_iter().find(|part| part.name() == *name);
        parts.push(
            part.with_context(|| format!("`{name}` is no part; there are {}", part_names()))?,
        );
    }
    if parts.is_empty() {
        parts.extend(Part::ALL);
    }
    claim::root_target(paths)?;
    let has_time = parts.first() != Some(&Part::Build) && parts.contains(&Part::Build);
    let mut ahead = if has_time { Some(Ahead::start(paths)?) } else { None };
    let mut report = Vec::new();
    for part in parts {
        ui::heading(part.heading());
        let started = Instant::now();
        if part == Part::Build
            && let Some(ahead) = ahead.take()
        {
            ahead.finish(paths)?;
        }
        let result = part.run(paths);
        if let Err(error) = &result {
            ui::say(&format!("\n{} failed: {}", part.name(), ui::reasons(error)));
        }
        report.push((part, result.is_ok(), started.elapsed()));
    }
    conclude(&report)
}

fn part_names() -> String {
    Part::ALL.map(Part::name).join(", ")
}

fn conclude(report: &[(Part, bool, Duration)]) -> Result<()> {
    ui::heading("summary");
    for (part, is_good, time) in report {
        ui::say(&format!(
            "{:11} {} ({})",
            part.name(),
            if *is_good { "ok" } else { "FAILED" },
            ui::seconds(*time)
        ));
    }
    let failed: Vec<&str> =
        report.iter().filter(|(_, is_good, _)| !is_good).map(|(part, ..)| part.name()).collect();
    let passed = report.len() - failed.len();
    ui::say(&format!("test parts: {passed} passed, {} failed", failed.len()));
    ensure!(
        failed.is_empty(),
        "failed: {}. `cargo xtask test {}` runs just that.",
        failed.join(", "),
        failed.join(" ")
    );
    Ok(())
}

fn root_cargo(paths: &Paths) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(&paths.root).env("CARGO_TARGET_DIR", paths.root_target());
    command
}

fn xtask_cargo(paths: &Paths) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(paths.root.join("xtask"))
        .env("CARGO_TARGET_DIR", paths.cache.join("target/xtask"));
    command
}

fn lint(paths: &Paths) -> Result<()> {
    let mut problems = Vec::new();
    let mut note =
        |result: Result<()>| problems.extend(result.err().map(|error| ui::reasons(&error)));
    note(tidy::check(paths));
    note(layers::check(paths));
    let compiler = compiler::find(paths)?;
    for mut cargo in formatters(paths, &compiler)? {
        note(ui::openly(&mut cargo).context("`cargo fmt` mends it."));
    }
    for mut cargo in [root_cargo(paths), xtask_cargo(paths)] {
        cargo.args(["clippy", "--quiet", "--workspace", "--all-targets"]);
        note(ui::openly(cargo.args(["--", "-D", "warnings"])));
    }
    if let Compiler::Default { .. } = compiler {
        // Debian's compiler has no clippy of its version.
        let mut cargo = python::cargo(paths, &compiler)?;
        note(ui::openly(cargo.args([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])));
    }
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    Ok(())
}

/// Each names its packages: cargo would format the patched copies of others' crates, too.
fn formatters(paths: &Paths, compiler: &Compiler) -> Result<Vec<Command>> {
    let (mut root, mut xtask, mut python) =
        (root_cargo(paths), xtask_cargo(paths), python::cargo(paths, compiler)?);
    root.args(["fmt", "--check", "--all"]);
    xtask.args(["fmt", "--check"]);
    python.args([
        "fmt",
        "--check",
        "-p",
        "vivarium-pyhost",
        "-p",
        "vivarium-packer",
        "-p",
        "vivarium-pyworker",
    ]);
    let mut green = Command::new("rustfmt");
    green
        .args(["--check", "--edition", "2024", "crates/green/src/lib.rs"])
        .current_dir(&paths.root);
    Ok(vec![root, xtask, python, green])
}

fn native(paths: &Paths) -> Result<()> {
    ui::openly(root_cargo(paths).args([
        "test",
        "--workspace",
        "--features",
        "vivarium-course/tools,vivarium-bundle/tools,vivarium-data/write",
    ]))?;
    ui::openly(xtask_cargo(paths).arg("test"))?;
    tools::npm(paths, "editor")?;
    for script in ["check", "test"] {
        let mut npm = Command::new("npm");
        npm.args(["run", "--silent", script]).current_dir(paths.root.join("editor"));
        ui::openly(&mut npm).with_context(|| format!("`npm run {script}` in editor/ failed."))?;
    }
    Ok(())
}

fn python_tests(paths: &Paths) -> Result<()> {
    const PACKAGES: [&str; 3] = ["vivarium-pyhost", "vivarium-packer", "vivarium-green"];
    let compiler = compiler::find(paths)?;
    // Programs in these tests import the library.
    assets::packs(paths, &compiler)?;
    let mut cargo = python::cargo(paths, &compiler)?;
    // No documentation tests: rustdoc may be of another version than the compiler of this workspace.
    cargo
        .args(["test", "--lib", "--bins", "--tests"])
        .args(PACKAGES.iter().flat_map(|package| ["-p", package]));
    ui::openly(&mut cargo)
}

/// `cargo xtask lessons check [filter]`.
pub fn lessons(paths: &Paths, filter: &[&str]) -> Result<()> {
    dist::build(paths)?;
    prove(paths, filter)
}

/// First what can be read off the files; then every program, in the product and on CPython.
fn prove(paths: &Paths, filter: &[&str]) -> Result<()> {
    let mut command = assets::course(paths);
    ui::openly(command.args(["check", "lessons"]).args(filter))?;
    let mut proof = npm_script(paths, "tests/lessons", "test")?;
    ui::openly(proof.arg("--").args(filter))
}

/// First that the transcripts are what this machine's CPython does, if there is one; then that the product does the same.
fn conformance(paths: &Paths) -> Result<()> {
    let run = |script| {
        ui::openly(&mut npm_script(paths, "tests/browser", script)?)
            .with_context(|| format!("`npm run {script}` in tests/browser failed."))
    };
    let transcripts = run("transcripts");
    run("conformance").and(transcripts)
}

fn browser(paths: &Paths) -> Result<()> {
    ui::openly(&mut npm_script(paths, "tests/browser", "test")?)
}

/// `cargo xtask test --soak`; the browser part has a twentieth of it.
pub fn soak(paths: &Paths) -> Result<()> {
    let mut suite = npm_script(paths, "tests/browser", "test")?;
    ui::openly(suite.args(["--", "soak"]).env("VIVARIUM_SOAK", "full"))
}

pub fn bench(paths: &Paths, options: &[&str]) -> Result<()> {
    dist::build(paths)?;
    // It unzips packages with what the browser tests have.
    tools::npm(paths, "tests/browser")?;
    ui::openly(npm_script(paths, "bench", "bench")?.arg("--").args(options))
}

pub fn screenshots(paths: &Paths, options: &[&str]) -> Result<()> {
    dist::build(paths)?;
    ui::openly(npm_script(paths, "tests/browser", "screenshots")?.arg("--").args(options))
}

/// A script of one of the npm packages, which finds the product and the browser in its environment.
fn npm_script(paths: &Paths, folder: &str, script: &str) -> Result<Command> {
    tools::npm(paths, folder)?;
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", script])
        .current_dir(paths.root.join(folder))
        .env("VIVARIUM_DIST", paths.dist())
        .env("VIVARIUM_CHROMIUM", tools::chromium(paths)?);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_part_fails_the_run_and_is_named() {
        let time = Duration::from_secs(1);
        assert!(conclude(&[(Part::Tidy, true, time), (Part::Native, true, time)]).is_ok());
        let error =
            conclude(&[(Part::Tidy, true, time), (Part::Browser, false, time)]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "failed: browser. `cargo xtask test browser` runs just that."
        );
    }
}
