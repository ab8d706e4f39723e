//! What Python programs see of their world: files, streams, clocks, signals, the library.
//!
//! Each test runs a program in a process of its own (`vivarium-python`, over `LocalSyscalls`) with
//! the packs that `cargo xtask test` makes.

mod clocks;
mod files;
mod library;
mod shared;
mod signals;
mod sockets;
mod streams;
mod trace;

use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Output},
    sync::atomic::{AtomicU32, Ordering},
};

/// A program, with what it is started with.
#[derive(Default)]
pub(crate) struct Start<'a> {
    /// What stands after `python`; `main.py` holds the source.
    pub(crate) argv: &'a [&'a str],
    /// Files in the working directory besides `main.py`.
    pub(crate) files: &'a [(&'a str, &'a str)],
    /// What standard input gives.
    pub(crate) stdin: &'a str,
    /// Lockstep with this seed.
    pub(crate) seed: Option<u32>,
    /// Has its threads recorded.
    pub(crate) traced: bool,
}

/// What a program printed and how it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// As a shell says it: 128 and more for a signal.
    pub(crate) code: i32,
    /// What its threads did, one event a line, if that was recorded.
    pub(crate) trace: String,
}

/// Runs `source` as `main.py`.
pub(crate) fn run(source: &str, start: Start<'_>) -> Ended {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", std::process::id()));
    let home = folder.join("home");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("main.py"), source).unwrap();
    for (name, text) in start.files {
        let path = home.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let stdin = folder.join("stdin");
    fs::write(&stdin, start.stdin).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_vivarium-python"));
    let argv = if start.argv.is_empty() { &["main.py"] } else { start.argv };
    command.args(argv).env_clear().env("VIVARIUM_PACKS", packs());
    command.env("VIVARIUM_FILES", &home).env("VIVARIUM_STDIN", &stdin);
    if let Some(seed) = start.seed {
        command.env("VIVARIUM_SEED", seed.to_string());
    }
    let trace = folder.join("trace");
    if start.traced {
        command.env("VIVARIUM_TRACE", &trace);
    }
    let Output { status, stdout, stderr } = command.output().unwrap();
    let trace = fs::read_to_string(trace).unwrap_or_default();
    fs::remove_dir_all(&folder).unwrap();
    Ended {
        trace,
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
        code: status.code().unwrap_or(-1),
    }
}

/// Runs a program whose assertions say what is right.
pub(crate) fn check(source: &str) {
    let ended = run(source, Start::default());
    assert!(ended.code == 0, "exit status {}\n{}{}", ended.code, ended.stdout, ended.stderr);
}

/// Runs a program and compares what it prints.
pub(crate) fn check_output(source: &str, stdin: &str, expected: &str) {
    let ended = run(source, Start { stdin, ..Start::default() });
    assert_eq!(ended.stdout, expected, "{}", ended.stderr);
    assert_eq!(ended.code, 0, "{}", ended.stderr);
}

/// `VIVARIUM_PACKS`, else what the last build left in the checkout.
fn packs() -> PathBuf {
    let built = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../.assets/packs");
    let packs = env::var_os("VIVARIUM_PACKS").map_or(built, PathBuf::from);
    assert!(
        packs.join("core.pack").exists(),
        "{packs:?} has no packs; `cargo xtask test` makes them"
    );
    packs
}
