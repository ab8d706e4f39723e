//! English: running programs, exercises and questions.

use std::collections::BTreeMap;

use vivarium_webhost::Reason;

use crate::run_state::{Ending, RunState};

pub const NAME: &str = "Vivarium";

// Running
pub const RUN: &str = "Run";
pub const STOP: &str = "Stop";
pub const KILL: &str = "Kill";
pub const RESET: &str = "Reset";
pub const RESET_REALLY: &str = "Reset everything?";
pub const RESTART: &str = "Restart Python";
pub const STARTING: &str = "Python is starting…";
pub const PYTHON_LOADS: &str = "Python is loading";
pub const TRY_AGAIN: &str = "Try again";
pub const WORD_PROGRAM: &str = " the program";
pub const INPUT_FOR_PROGRAM: &str = "Input for the program";
pub const INPUT_PLACEHOLDER: &str = "Type here, then press Enter";
pub const ENTER: &str = "Enter";
pub const EXPECTED_OUTPUT: &str = "What it prints";
pub const CONTINUES: &str = "continues";
pub const CONTINUES_LONG: &str = "Runs after the blocks before it, in the same process";
pub const DIFFERS: &str = "differs from CPython";
pub const DIFFERS_LONG: &str = "This program behaves differently in CPython, as the text explains";
pub const CODE_SHOWN: &str = "Python code";
pub const TEXT_SHOWN: &str = "Text";
pub const TRANSCRIPT: &str = "What stands on a terminal";
pub const TABLE: &str = "Table";
pub const OPENS_BESIDE: &str = " (opens in a new tab)";
pub const CONSOLE: &str = "Console";
pub const CONSOLE_EMPTY: &str = "Run the program to see its output here.\n";
pub const OLD_BROWSER: &str = "This browser cannot make a program wait. Programs, files, imports and checks work, but input(), \
     sleeping, threads and processes do not, and Stop loses a program's state. Everything works in Chrome and Edge 137, \
     Firefox 153, Safari 27, and newer.";

// Files
pub const EDITOR: &str = "Python editor";
pub const FILES: &str = "Files";
pub const NEW_FILE: &str = "New file";
pub const NEW_FILE_NAME: &str = "Name of the new file ";
pub const MAKE: &str = "Create";
pub const NAME_REFUSED: &str = "That name is taken or cannot be a file name.";
pub const MORE_FILES: &str = "Files without a tab";

// Exercises
pub const EXERCISE: &str = "Exercise";
pub const LAB: &str = "Lab";
pub const LESSON: &str = "Lesson";
pub const TASK: &str = "Task";
pub const WORK: &str = "Code";
pub const SIDES: &str = "What is shown";
pub const RESULTS: &str = "Results";
pub const CHECK: &str = "Check";
pub const STOP_CHECKS: &str = "Stop";
pub const CHECKS: &str = "Checks";
pub const CHECKING: &str = "The checks are running…";
pub const CHECKS_EMPTY: &str = "Press Check to see whether your program does what the task asks.";
pub const CHECK_PASSED: &str = "Passed";
pub const CHECK_FAILED: &str = "Failed";
pub const CHECK_RUNNING: &str = "Running";
pub const CHECK_WAITING: &str = "Waiting";
pub const CHECK_NOT_REACHED: &str = "Not reached";
pub const ALL_PASSED: &str = "All checks pass.";
pub const NOT_REPRODUCIBLE: &str = "The clock ended this run, so another try may end differently.";
pub const COURSE_BROKEN: &str = "This is a mistake of the course, not yours.";
pub const CALLED: &str = "Called";
pub const PRINTED: &str = "Your program printed";
pub const RAISED: &str = "Your program raised";
pub const EXPECTED: &str = "Expected";
pub const ACTUAL: &str = "Actual";
pub const DIFF: &str = "Expected against actual";
pub const PASSED: &str = "Passed";
pub const EXERCISE_PASSED: &str = "You passed this exercise.";
pub const GO_ON: &str = "Next";
pub const HELP: &str = "Help";
pub const SHOW_HINT: &str = "Show a hint";
pub const NEXT_HINT: &str = "Show the next hint";
pub const SHOW_SOLUTION: &str = "Show the solution";
pub const SHOW_SOLUTION_REALLY: &str = "Yes, show the solution";
pub const SOLUTION_ASKED: &str =
    "You learn most from finding it yourself. Ask again to see it anyway.";
pub const SOLUTION_ASKED_HINTS_LEFT: &str = "There is another hint, and you learn most from finding it yourself. Ask again to see the solution anyway.";
pub const SOLUTION: &str = "Solution";
pub const SOLUTION_NOTE: &str = "One way among several. Compare it with yours.";

// Questions
pub const QUIZ: &str = "Question";
pub const PREDICT: &str = "Predict";
pub const ANSWER: &str = "Answer";
pub const RUN_AND_SEE: &str = "Run and see";
pub const RIGHT: &str = "Right.";
pub const NOT_QUITE: &str = "Not quite.";
pub const ALL_RIGHT: &str = "That is the right choice.";
pub const NOT_ALL_RIGHT: &str = "Not quite yet: something is missing or too many.";

/// `3.2 of 9.8 MB`
pub fn loading(loaded: u64, total: u64) -> String {
    if total == 0 {
        "Python is loading…".to_owned()
    } else {
        format!("Python is loading: {} of {}", size(loaded), size(total))
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

/// Why Python is not there.
pub fn python_failed(message: &str) -> String {
    format!("Python could not be loaded: {message}. Lessons can be read all the same.")
}

/// What a run is doing, or how it ended.
pub fn run_state(state: &RunState, wall_ms: Option<u32>) -> String {
    let took = wall_ms.map_or(String::new(), |ms| format!(" after {}", duration(ms)));
    match state {
        RunState::Idle => String::new(),
        RunState::Loading { .. } => "Python is loading…".to_owned(),
        RunState::Starting => "Starting…".to_owned(),
        RunState::Running => "Running…".to_owned(),
        RunState::AwaitingInput => "Waiting for input".to_owned(),
        RunState::AtPrompt => "At the prompt".to_owned(),
        RunState::Stopping => "Stopping…".to_owned(),
        RunState::Ended(Ending::Finished) => format!("Finished{took}"),
        RunState::Ended(Ending::Failed { code }) => format!("Ended with exit status {code}{took}"),
        RunState::Ended(Ending::Stopped) => "Stopped".to_owned(),
        RunState::Ended(Ending::Killed { signal }) => format!("Ended by signal {signal}{took}"),
        RunState::Ended(Ending::TimedOut) => format!("Out of time{took}"),
        RunState::Crashed { message } => {
            format!("Python broke down: {} Your next run starts afresh.", sentence(message))
        }
    }
}

fn sentence(message: &str) -> String {
    let message = message.trim();
    if message.is_empty() {
        "the reason is unknown.".to_owned()
    } else if message.ends_with(['.', '!', '?']) {
        message.to_owned()
    } else {
        format!("{message}.")
    }
}

fn duration(ms: u32) -> String {
    if ms < 1_000 { format!("{ms} ms") } else { format!("{}.{} s", ms / 1_000, ms / 100 % 10) }
}

/// What the console says below a program that is over.
pub fn console_ending(code: i32, reason: Reason, message: Option<&str>) -> String {
    match reason {
        Reason::Crash => format!(
            "\n[Python broke down: {} Your files are safe, and the next run starts afresh.]\n",
            sentence(message.unwrap_or_default())
        ),
        Reason::Timeout => "\n[Out of time.]\n".to_owned(),
        Reason::Aborted => "\n[Stopped.]\n".to_owned(),
        Reason::Signal => format!("\n[Ended by signal {}.]\n", -code),
        Reason::Exit if code == 0 => "\n[Finished.]\n".to_owned(),
        Reason::Exit => format!("\n[Ended with exit status {code}.]\n"),
    }
}

/// What was left out of a flood.
pub fn console_left_out(bytes: usize) -> String {
    format!("\n[{} of output not shown.]\n", size(bytes as u64))
}

/// What was cut from the front of an output.
pub fn output_cut(lines: usize, bytes: usize) -> String {
    let bytes = size(bytes as u64);
    if lines == 0 {
        format!("The first {bytes} of output are not shown.")
    } else {
        format!("The first {lines} lines ({bytes}) of output are not shown.")
    }
}

/// What a screen reader is told of an output: its beginning.
pub fn told(printed: &str) -> String {
    const LIMIT: usize = 400;
    if printed.trim().is_empty() {
        return "It printed nothing.".to_owned();
    }
    let begin: String = printed.chars().take(LIMIT).collect();
    let more = if printed.chars().nth(LIMIT).is_some() { " … and more" } else { "" };
    format!("It printed: {begin}{more}")
}

/// The name of a runnable block.
pub fn block_label(number: usize, name: &str) -> String {
    format!("Program {number}, {name}")
}

/// The name of a block's output.
pub fn output_of(number: usize) -> String {
    format!("Output of program {number}")
}

/// Stands after the word Run.
pub fn block_words(number: usize) -> String {
    format!(" program {number}")
}

/// How often an exercise was tried.
pub fn tried(attempts: u32) -> String {
    match attempts {
        0 => "Not tried yet".to_owned(),
        1 => "Tried once".to_owned(),
        count => format!("Tried {count} times"),
    }
}

/// How many checks pass.
pub fn n_passed(passed: usize, all: usize) -> String {
    match all {
        0 => "The checks did not run.".to_owned(),
        _ => format!("{passed} of {all} checks pass."),
    }
}

/// `Hint 1 of 3`
pub fn hint_number(number: usize, all: usize) -> String {
    format!("Hint {number} of {all}")
}

/// Removes a file.
pub fn remove_file(path: &str) -> String {
    format!("Remove {path}")
}

/// How many files have no tab.
pub fn n_more_files(count: usize) -> String {
    if count == 1 { "1 more file".to_owned() } else { format!("{count} more files") }
}

/// The files that a reload will not bring back.
pub fn left_out(files: &BTreeMap<String, usize>) -> String {
    let names: Vec<String> =
        files.iter().map(|(path, bytes)| format!("{path} ({})", size(*bytes as u64))).collect();
    format!("Too large to be stored, and gone after a reload: {}", names.join(", "))
}
