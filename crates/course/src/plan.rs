//! The programs that prove the content, and the judgment of what they did.
//!
//! [`plan`] lists every program to run as plain data; the prover (`tests/lessons`) runs them in
//! the product and on CPython and gives back a [`Ran`] for each; [`judge`] turns those into
//! problems. It owns what counts as proved; it does not run anything.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostics, Place};
use crate::grade::{Ended, Grader, Reason, Verdict};
use crate::model::{Block, CodeKind, Exercise, Figure, Lesson, Module, Runtime, SourceFile};
use crate::read::{Answer, Content};
use crate::run::{Attempt, CHECK_SEED, Program, Stepping, echoed, normalized, output_matches};

mod figure;

/// The token of proofs; nothing has to be kept from the authors' own answers.
const TOKEN: &str = "0123456789abcdef0123456789abcdef";

const PARSE: &str = "import ast; ast.parse(open('main.py', encoding='utf-8').read(), 'main.py')";

/// One program to run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// Its name; unique.
    pub key: String,
    /// For the author to find it.
    pub path: String,
    /// Line of the block or file.
    pub line: usize,
    /// Whether CPython must agree.
    pub on_cpython: bool,
    /// The files of the workspace.
    pub files: BTreeMap<String, String>,
    /// What stands after `python`.
    pub argv: Vec<String>,
    /// Standard input.
    pub stdin: String,
    /// Added to the environment.
    pub env: BTreeMap<String, String>,
    /// Lockstep seed; `None` is live.
    pub seed: Option<u32>,
    /// Bytecodes it may execute.
    pub bytecodes: Option<u32>,
    /// Wall clock at most.
    pub timeout_ms: u32,
    /// Whether descriptor 3 is read.
    pub report: bool,
    /// Host names that it can resolve; only the product knows them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

/// What a program did.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Ran {
    /// [`Proof::key`].
    pub key: String,
    /// `product` or `cpython`.
    pub engine: String,
    /// Standard output and error in the order in which they came.
    pub output: String,
    /// What came on descriptor 3.
    #[serde(default)]
    pub report: String,
    /// Exit status; -N for signal N.
    pub exit_code: i32,
    /// Why it ended.
    pub reason: Reason,
}

/// What to make of a program's result.
enum Expect<'a> {
    /// A lesson's block: what it prints, and whether it ends with an exception.
    Prints { output: Option<&'a str>, fails: bool },
    /// A prediction: exactly one choice is the output.
    OneOf(Vec<&'a str>),
    /// An answer to an exercise.
    Answer { exercise: &'a Exercise, kind: AnswerKind<'a> },
    /// A figure: the recorder follows it to its end.
    Steps(&'a Figure),
    /// Code that is only shown: it must be Python.
    Parses,
    /// A program that fails as long as the gap is there.
    Gap(&'a str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AnswerKind<'a> {
    Stub,
    Solution,
    Right,
    Wrong { reply: Option<&'a str> },
}

/// Lists every program that proves the content, in order; `filter` is a part of a path or id.
pub fn plan(content: &Content, filter: &str) -> Vec<Proof> {
    expectations(content, filter).into_iter().map(|(proof, _)| proof).collect()
}

/// Which programs did what the content says.
#[derive(Debug, Default)]
pub struct Judged<'a> {
    /// How many did.
    pub n_right: usize,
    /// Those that did not.
    pub wrong: Vec<&'a Ran>,
}

/// Compares what the programs did with what the content says.
pub fn judge<'a>(
    content: &Content,
    filter: &str,
    ran: &'a [Ran],
    found: &mut Diagnostics,
) -> Judged<'a> {
    let expected = expectations(content, filter);
    let engines: BTreeSet<&str> = ran.iter().map(|it| it.engine.as_str()).collect();
    let mut judged = Judged::default();
    for engine in engines {
        let by_key: BTreeMap<&str, &'a Ran> =
            ran.iter().filter(|it| it.engine == engine).map(|it| (it.key.as_str(), it)).collect();
        let mut coverage = Coverage::default();
        for (proof, expect) in &expected {
            let Some(ran) = by_key.get(proof.key.as_str()) else { continue };
            match problem_of(proof, expect, ran, &mut coverage) {
                None => judged.n_right += 1,
                Some(message) => {
                    judged.wrong.push(ran);
                    let place = Place::new(proof.path.clone(), proof.line);
                    found.add("proof", &place, format!("[{engine}] {message}"));
                }
            }
        }
        coverage.report(content, engine, found);
    }
    judged
}

fn problem_of<'a>(
    proof: &Proof,
    expect: &Expect<'a>,
    ran: &Ran,
    coverage: &mut Coverage<'a>,
) -> Option<String> {
    match expect {
        Expect::Prints { output, fails } => printed(*output, *fails, &proof.stdin, ran),
        Expect::OneOf(choices) => predicted(choices, ran),
        Expect::Steps(figure) => figure::stepped(figure, ran),
        Expect::Parses => (ran.exit_code != 0)
            .then(|| format!("this code is not valid Python:\n{}", indented(&ran.output))),
        Expect::Gap(feature) => (ran.exit_code == 0 && ran.engine == "product")
            .then(|| format!("`{feature}` works now: remove the gap and use it in its lessons")),
        Expect::Answer { exercise, kind } => {
            let verdict = verdict(exercise, ran);
            coverage.take(exercise, *kind, &verdict);
            answered(*kind, &verdict, ran)
        }
    }
}

/// Which checks some stub or wrong answer fails: one that nothing fails proves nothing.
#[derive(Default)]
struct Coverage<'a> {
    n_checks: BTreeMap<&'a str, usize>,
    n_answers: BTreeMap<&'a str, usize>,
    failed: BTreeMap<&'a str, BTreeSet<usize>>,
}

impl<'a> Coverage<'a> {
    fn take(&mut self, exercise: &'a Exercise, kind: AnswerKind<'_>, verdict: &Verdict) {
        self.n_checks.insert(&exercise.id, verdict.checks.len());
        if matches!(kind, AnswerKind::Stub | AnswerKind::Wrong { .. }) {
            *self.n_answers.entry(&exercise.id).or_default() += 1;
            self.failed.entry(&exercise.id).or_default().extend(verdict.failed());
        }
    }

    fn report(&self, content: &Content, engine: &str, found: &mut Diagnostics) {
        for (id, n_checks) in &self.n_checks {
            let Some(source) = content.exercises.get(*id) else { continue };
            let path = &source.path;
            // With a filter some answers were not asked.
            if self.n_answers.get(id).is_none_or(|n_answers| *n_answers <= source.wrong.len()) {
                continue;
            }
            let is_failed = |it: &usize| self.failed.get(id).is_some_and(|all| all.contains(it));
            for index in (0..*n_checks).filter(|it| !is_failed(it)) {
                let message =
                    format!("[{engine}] no stub and no wrong answer fails check {}", index + 1);
                found.add("proof", &Place::new(format!("{path}/test.py"), 1), message);
            }
        }
    }
}

fn printed(shown: Option<&str>, fails: bool, stdin: &str, ran: &Ran) -> Option<String> {
    if ran.reason != Reason::Exit {
        return Some(format!(
            "the program ended by {:?}; it printed:\n{}",
            ran.reason,
            indented(&ran.output)
        ));
    }
    if fails && ran.exit_code == 0 {
        return Some("the block says `error`, but the program ends without one".to_owned());
    }
    if !fails && ran.exit_code != 0 {
        return Some(format!(
            "the program ends with status {}; say `error` if it is to; it printed:\n{}",
            ran.exit_code,
            indented(&ran.output)
        ));
    }
    let shown = shown?;
    let is_shown =
        output_matches(shown, &ran.output) || output_matches(shown, &echoed(&ran.output, stdin));
    (!is_shown).then(|| {
        format!(
            "the output is another one; printed:\n{}\n  shown:\n{}",
            indented(&ran.output),
            indented(shown)
        )
    })
}

fn predicted(choices: &[&str], ran: &Ran) -> Option<String> {
    let output = normalized(&ran.output);
    let n_equal = choices.iter().filter(|choice| normalized(choice) == output).count();
    (n_equal != 1).then(|| {
        format!(
            "{n_equal} choices equal the output, and one must; printed:\n{}",
            indented(&ran.output)
        )
    })
}

fn verdict(exercise: &Exercise, ran: &Ran) -> Verdict {
    let mut grader = Grader::new(TOKEN.to_owned());
    grader.push(ran.report.as_bytes());
    grader.finish(exercise, &Ended { reason: ran.reason, exit_code: ran.exit_code, message: None })
}

fn answered(kind: AnswerKind<'_>, verdict: &Verdict, ran: &Ran) -> Option<String> {
    let details = || {
        let mut text = verdict.summary();
        if !ran.output.trim().is_empty() {
            text.push_str("\n  printed:\n");
            text.push_str(&indented(&ran.output));
        }
        text
    };
    if verdict.is_broken {
        return Some(format!("the checks themselves break:\n{}", details()));
    }
    match kind {
        AnswerKind::Stub if verdict.passed => Some("the stub passes every check".to_owned()),
        AnswerKind::Solution if !verdict.passed => {
            Some(format!("the solution does not pass:\n{}", details()))
        }
        AnswerKind::Right if !verdict.passed => {
            Some(format!("this right answer does not pass:\n{}", details()))
        }
        AnswerKind::Wrong { .. } if verdict.passed => {
            Some("this wrong answer passes every check".to_owned())
        }
        AnswerKind::Wrong { reply } if verdict.reply.as_deref() != reply => Some(format!(
            "it draws the reply {}, not `{}`:\n{}",
            verdict.reply.as_ref().map_or("none".to_owned(), |it| format!("`{it}`")),
            reply.unwrap_or("none"),
            details()
        )),
        _ => None,
    }
}

fn indented(text: &str) -> String {
    normalized(text).lines().map(|line| format!("    | {line}")).collect::<Vec<_>>().join("\n")
}

fn expectations<'a>(content: &'a Content, filter: &str) -> Vec<(Proof, Expect<'a>)> {
    let mut list = Vec::new();
    for (module, lesson) in content.course.lessons() {
        let Some(source) = content.lessons.get(&lesson.id) else { continue };
        let on_cpython = has_oracle(module, lesson);
        let base = Proof {
            key: String::new(),
            path: source.path.clone(),
            line: 1,
            on_cpython,
            files: BTreeMap::new(),
            argv: Vec::new(),
            stdin: String::new(),
            env: BTreeMap::new(),
            seed: Some(CHECK_SEED),
            bytecodes: None,
            timeout_ms: 30_000,
            report: false,
            hosts: lesson.hosts.clone(),
        };
        for (block, line) in lesson.blocks.iter().zip(&source.lines) {
            let proof = Proof { line: *line, ..base.clone() };
            list.extend(of_block(lesson, block, proof));
        }
        for exercise in &lesson.exercises {
            list.extend(of_exercise(content, exercise, &base));
        }
    }
    for (index, gap) in content.gaps.iter().enumerate() {
        let key = format!("gap {}", gap.feature);
        let mut proof = file_proof(&key, &gap.probe);
        proof.line = index + 1;
        list.push((proof, Expect::Gap(&gap.feature)));
    }
    list.retain(|(proof, _)| proof.path.contains(filter) || proof.key.contains(filter));
    list
}

fn file_proof(key: &str, code: &str) -> Proof {
    Proof {
        key: key.to_owned(),
        path: "lessons/known_gaps.toml".to_owned(),
        line: 1,
        on_cpython: false,
        files: BTreeMap::from([("main.py".to_owned(), code.to_owned())]),
        argv: vec!["main.py".to_owned()],
        stdin: String::new(),
        env: BTreeMap::new(),
        seed: Some(CHECK_SEED),
        bytecodes: None,
        timeout_ms: 30_000,
        report: false,
        hosts: Vec::new(),
    }
}

/// CPython is asked where what it answers does not depend on how processes and threads are made.
fn has_oracle(module: &Module, lesson: &Lesson) -> bool {
    let topics = module.topics.iter().filter(|topic| lesson.topics.contains(&topic.id));
    topics.map(|topic| topic.runtime).chain(lesson.runtime).all(|runtime| {
        matches!(runtime, Runtime::Plain | Runtime::Async | Runtime::Filesystem | Runtime::Concept)
    })
}

fn of_block<'a>(
    lesson: &Lesson,
    block: &'a Block,
    mut proof: Proof,
) -> Option<(Proof, Expect<'a>)> {
    match block {
        Block::Run(run) => {
            let program = Program::of_block(lesson, run.index, |_| None)?;
            proof.key = format!("{} run {}", lesson.id, run.index + 1);
            proof.on_cpython &= !run.rustpython_only;
            proof.files = as_map(&program.files);
            proof.argv = program.argv;
            proof.stdin = program.stdin;
            Some((proof, Expect::Prints { output: run.output.as_deref(), fails: run.fails }))
        }
        Block::Predict(predict) => {
            proof.key = format!("{} predict at line {}", lesson.id, proof.line);
            proof.files = BTreeMap::from([("main.py".to_owned(), format!("{}\n", predict.code))]);
            proof.argv = vec!["main.py".to_owned()];
            let choices = predict.choices.iter().map(|choice| choice.text.as_str()).collect();
            Some((proof, Expect::OneOf(choices)))
        }
        Block::Figure(figure) => {
            let program = Program::of_figure(lesson, figure);
            let stepping = Stepping::of_figure(figure);
            proof.key = format!("{} figure at line {}", lesson.id, proof.line);
            proof.on_cpython &= !figure.rustpython_only;
            proof.files = as_map(&program.files);
            proof.argv = stepping.argv(&program.argv);
            proof.env = stepping.env().into_iter().collect();
            proof.stdin = program.stdin;
            proof.report = true;
            Some((proof, Expect::Steps(figure)))
        }
        Block::Code { kind: CodeKind::Python, text } => {
            proof.key = format!("{} code at line {}", lesson.id, proof.line);
            proof.files = BTreeMap::from([("main.py".to_owned(), format!("{text}\n"))]);
            proof.argv = vec!["-c".to_owned(), PARSE.to_owned()];
            Some((proof, Expect::Parses))
        }
        _ => None,
    }
}

fn of_exercise<'a>(
    content: &'a Content,
    exercise: &'a Exercise,
    base: &Proof,
) -> Vec<(Proof, Expect<'a>)> {
    let Some(source) = content.exercises.get(&exercise.id) else { return Vec::new() };
    let folder = &source.path;
    let proof = |name: &str, place: &Place, files: &[SourceFile]| {
        let attempt = Attempt::new(exercise, &over(&exercise.stub, files), TOKEN.to_owned());
        Proof {
            key: format!("{} {name}", exercise.id),
            path: place.path.clone(),
            line: place.line,
            files: as_map(&attempt.files),
            argv: attempt.argv,
            env: attempt.env.into_iter().collect(),
            bytecodes: Some(attempt.bytecodes),
            report: true,
            ..base.clone()
        }
    };
    let answer = |kind| Expect::Answer { exercise, kind };
    let file = |name: &str| Place::new(format!("{folder}/{name}"), 1);
    let named =
        |kind: &str, it: &Answer| proof(&format!("{kind} {}", it.name), &it.place, &it.files);
    let mut list = vec![
        (proof("stub", &file("stub.py"), &exercise.stub), answer(AnswerKind::Stub)),
        (proof("solution", &file("solution.py"), &exercise.solution), answer(AnswerKind::Solution)),
    ];
    list.extend(source.right.iter().map(|it| (named("right", it), answer(AnswerKind::Right))));
    list.extend(
        source.wrong.iter().map(|it| {
            (named("wrong", it), answer(AnswerKind::Wrong { reply: it.expect.as_deref() }))
        }),
    );
    list
}

/// The stub's files, with those of an answer in their place.
fn over(stub: &[SourceFile], answer: &[SourceFile]) -> Vec<SourceFile> {
    let kept = stub.iter().filter(|it| !answer.iter().any(|other| other.path == it.path));
    kept.chain(answer).cloned().collect()
}

fn as_map(files: &[SourceFile]) -> BTreeMap<String, String> {
    files.iter().map(|file| (file.path.clone(), file.text.clone())).collect()
}
