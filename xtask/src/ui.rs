//! What the person at the terminal sees: one line a step, progress on long ones, and the end of the log of one that failed.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const POLL: Duration = Duration::from_millis(100);
/// How often a step in progress is reported where lines cannot be overwritten.
const REPORT: Duration = Duration::from_secs(20);
const LOG_TAIL: usize = 25;

pub fn say(line: &str) {
    println!("{line}");
}

pub fn heading(line: &str) {
    println!("\n== {line}");
}

/// Runs a step whose output is of interest only when it fails: it goes to `log`.
pub fn quietly(title: &str, log: &Path, command: &mut Command) -> Result<()> {
    let output = log_file(log)?;
    let started = Instant::now();
    say(title);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output)
        .spawn()
        .with_context(|| missing_program(command))?;
    let status = watched(log, started, &mut child)?;
    if !status.success() {
        bail!(
            "`{}` failed ({status}). The end of {}:\n{}",
            shown(command),
            log.display(),
            tail(log, LOG_TAIL)
        );
    }
    if started.elapsed() > Duration::from_secs(2) {
        say(&format!("  done in {}", seconds(started.elapsed())));
    }
    Ok(())
}

/// Begins a log anew.
pub fn log_file(log: &Path) -> Result<File> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(log).with_context(|| format!("{} cannot be written", log.display()))
}

/// Waits for a process that writes to `log`, however it ends.
pub fn wait(title: &str, log: &Path, child: &mut Child) -> Result<()> {
    say(title);
    watched(log, Instant::now(), child).map(drop)
}

fn watched(log: &Path, started: Instant, child: &mut Child) -> Result<ExitStatus> {
    let mut progress = Progress::new(log, started);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(POLL);
        progress.tick();
    };
    progress.clear();
    Ok(status)
}

/// Runs a command that speaks for itself, such as cargo or a test runner.
pub fn openly(command: &mut Command) -> Result<()> {
    // Our own lines must stand before those of the child.
    std::io::stdout().flush()?;
    let status = command.stdin(Stdio::null()).status().with_context(|| missing_program(command))?;
    if !status.success() {
        bail!("`{}` failed ({status}).", shown(command));
    }
    Ok(())
}

/// What a command prints; its errors go to the terminal.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| missing_program(command))?;
    if !output.status.success() {
        bail!("`{}` failed ({}).", shown(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed no text", shown(command)))
}

/// What a command prints, or nothing if it cannot be run or fails: for asking whether something is there.
pub fn probe(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// An error and what led to it, one a line.
pub fn reasons(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
}

pub fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn missing_program(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let remedy = match &*program {
        "npm" | "node" => " Install Node.js 20 or newer (Debian: apt-get install nodejs npm).",
        "cargo" => " Install Rust with rustup.",
        _ => "",
    };
    format!("The program `{program}` cannot be started.{remedy}")
}

pub fn seconds(time: Duration) -> String {
    let total = time.as_secs();
    if total < 100 {
        format!("{total} s")
    } else {
        format!("{} min {:02} s", total / 60, total % 60)
    }
}

struct Progress<'a> {
    log: &'a Path,
    started: Instant,
    reported: Instant,
    overwrite: bool,
}

impl<'a> Progress<'a> {
    fn new(log: &'a Path, started: Instant) -> Self {
        Self { log, started, reported: started, overwrite: std::io::stdout().is_terminal() }
    }

    fn tick(&mut self) {
        let pause = if self.overwrite { Duration::from_secs(1) } else { REPORT };
        if self.reported.elapsed() < pause {
            return;
        }
        self.reported = Instant::now();
        let last: String = tail(self.log, 1).trim().chars().take(60).collect();
        let line = format!("  ... {} {last}", seconds(self.started.elapsed()));
        if self.overwrite {
            print!("\r\x1b[2K{line}");
            let _ = std::io::stdout().flush();
        } else {
            say(&line);
        }
    }

    fn clear(&self) {
        if self.overwrite {
            print!("\r\x1b[2K");
            let _ = std::io::stdout().flush();
        }
    }
}

fn tail(log: &Path, lines: usize) -> String {
    let text =
        fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}
