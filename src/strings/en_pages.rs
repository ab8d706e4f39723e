//! English: the frame, the pages, settings and storage.

use crate::{
    route::Route,
    settings::{Motion, TextSize, Theme},
    transfer::TransferError,
};

// The frame
pub const SKIP: &str = "Skip to the content";
pub const MAIN_NAVIGATION: &str = "Main";
pub const TRAIL: &str = "Where you are";
pub const PLAYGROUND: &str = "Playground";
pub const SEARCH: &str = "Search";
pub const SEARCH_LESSONS: &str = "Search the lessons";
pub const SEARCH_EVERYWHERE: &str = "Search from every page";
pub const SETTINGS: &str = "Settings";
pub const ABOUT: &str = "About";
pub const EMBEDDED: &str = "Vivarium runs programs for the page around it.";
pub const PAGE_LOADS: &str = "The page is loading…";
pub const LATER_MISSING: &str =
    "A part of the page cannot be read. Check the connection and load the page again.";
pub const COURSE_LOADS: &str = "The lessons are loading…";
pub const COURSE_OTHER_VERSION: &str = "they belong to another version of this page; load it again";
pub const STORAGE_REFUSED: &str = "This browser does not let the page store anything. Your progress and your programs last as long as \
     this tab is open; download them to keep them.";
pub const STORAGE_FULL: &str = "This browser's storage is full. What you do from now on lasts as long as this tab is open; download \
     your progress to keep it.";
pub const DOWNLOAD_PROGRESS: &str = "Download my progress";
pub const EXPORT_FILE: &str = "vivarium-progress.json";
pub const NOT_FOUND: &str = "Nothing is here";
pub const NOT_FOUND_LONG: &str = "The address names no page of this course. It may have been mistyped, or come from another version.";
pub const TO_HOME: &str = "To the first page";

// Home
pub const MAP: &str = "The course";
pub const HERO: &str = "From generators and exceptions to threads, processes and sockets: every page has programs to change, \
     run and break. Python runs right here, in your browser.";
pub const DEMO: &str = "Try it";
pub const DEMO_EMPTY: &str = "Press Run. You can change the program, too.";
pub const DEMO_PROGRAM: &str = "import os, time\n\nfor step in range(1, 4):\n    print(f\"process {os.getpid()}, step {step}\")\n    \
     time.sleep(0.3)\n\nname = input(\"What is your name? \")\nprint(f\"Hello, {name}!\")";
pub const CONTINUE: &str = "Continue";
pub const BEGIN: &str = "Start with the first lesson";
pub const OPEN_PLAYGROUND: &str = "Open the playground";
pub const PROMISE_INSTALL: &str = "Nothing to install";
pub const PROMISE_REAL: &str = "Real processes, files and input in your browser";
pub const PROMISE_PRIVATE: &str = "No account; what you write stays with you";
pub const COMING: &str = "Coming";

// Modules and lessons
pub const NEEDS: &str = "Read first:";
pub const NEXT_MODULES: &str = "What comes next:";
pub const MODULE_GOALS: &str = "After this module you can…";
pub const COMING_TOPICS: &str = "Topics to come";
pub const DONE: &str = "Done";
pub const BEGUN: &str = "Begun";
pub const GOALS: &str = "After this lesson you can";
pub const CONTENTS: &str = "On this page";
pub const CONTENTS_NONE: &str = "A short lesson, without parts.";
pub const MARK_READ: &str = "Mark as read";
pub const NEIGHBORS: &str = "Neighboring lessons";
pub const PREVIOUS: &str = "Previous";
pub const NEXT: &str = "Next";

// Playground
pub const PLAYGROUND_PROGRAM: &str = "# Write any program here. Ctrl-Enter runs it; afterwards the console is a Python prompt.\n\n\
     name = input(\"What is your name? \")\nprint(f\"Hello, {name}!\")\n";
pub const OPTIONS: &str = "Options";
pub const ARGUMENTS: &str = "Arguments (sys.argv)";
pub const LOCKSTEP: &str = "Lockstep: a virtual clock and a seed";
pub const LOCKSTEP_LONG: &str = "With the same seed every run is the same, random numbers and times included. Sleeping takes no time.";
pub const SEED: &str = "Seed";
pub const ANEW: &str = "Start anew";
pub const ANEW_REALLY: &str = "Remove all files?";

// Search
pub const SEARCH_PLACEHOLDER: &str = "For example: raise from, ExceptionGroup, finally";
pub const SEARCH_EMPTY: &str = "Lessons, exercises and topics that hold every word you type.";

// Settings
pub const LOOK: &str = "Look";
pub const THEME: &str = "Theme";
pub const TEXT_SIZE: &str = "Text size";
pub const MOTION: &str = "Motion";
pub const STORED: &str = "Your progress and programs";
pub const STORED_LONG: &str =
    "They are stored in this browser only. Take them to another one, or keep a copy, as one file.";
pub const EXPORT: &str = "Export";
pub const IMPORT: &str = "Import…";
pub const IMPORTED: &str = "The file was taken in.";
pub const CLEAR: &str = "Clear everything";
pub const CLEAR_REALLY: &str = "Yes, clear everything";
pub const CLEAR_LONG: &str =
    "This removes your progress and your programs from this browser. It cannot be undone.";

// About
pub const ABOUT_TITLE: &str = "About Vivarium";
pub const ABOUT_LEAD: &str =
    "A page in which you learn advanced Python by running it: processes, threads, sockets and all.";
pub const ABOUT_HOW: &str = "How it works";
pub const ABOUT_HOW_1: &str = "Python is RustPython, an interpreter written in Rust and compiled to WebAssembly, with the standard \
     library of CPython 3.14 on top.";
pub const ABOUT_HOW_2: &str = "Every Python process runs in a worker of its own. A small kernel in the page connects them and gives \
     them files, pipes, signals and a clock, so that blocking calls and Stop behave as on your own machine.";
pub const ABOUT_HOW_3: &str = "There is no server. The page is a folder of files, which can also be opened from a memory stick or \
     live inside a learning platform.";
pub const ABOUT_BROWSERS: &str = "Browsers";
pub const ABOUT_BROWSERS_1: &str = "Everything works in Chrome and Edge 137, Firefox 153, Safari 27, and newer. In older ones programs \
     run, but cannot wait for input, time or each other.";
pub const ABOUT_PRIVATE: &str = "Privacy";
pub const ABOUT_PRIVATE_1: &str = "Your programs run in this browser. Nothing you type or do leaves it: there are no accounts, no \
     cookies and no measurements.";
pub const ABOUT_NOTICES: &str = "Thanks and licenses";
pub const ABOUT_NOTICES_1: &str =
    "Vivarium is free software under the MIT license. It stands on the work of others:";
pub const NOTICE_RUSTPYTHON: &str = "RustPython, the interpreter (MIT)";
pub const NOTICE_STDLIB: &str = "The Python standard library (PSF license)";
pub const NOTICE_EDITOR: &str = "CodeMirror and xterm.js, the editor and the console (MIT)";
pub const NOTICE_LEPTOS: &str = "Leptos and wasm-bindgen, the frame of the page (MIT)";
pub const NOTICE_FONTS: &str =
    "Inter, Source Serif and JetBrains Mono, the typefaces (SIL Open Font License)";
pub const NOTICES_ALL: &str = "All notices and license texts";
pub const PYTHON_READY: &str = "In this browser everything works.";
pub const PYTHON_COMING: &str = "Python is still loading in this browser.";
pub const PYTHON_MISSING: &str = "Python could not be loaded in this browser.";

/// The title of the tab.
pub fn page_title(route: &Route, title: Option<&str>) -> String {
    let title = title.or(match route {
        Route::Playground(_) => Some(PLAYGROUND),
        Route::Search(_) => Some(SEARCH),
        Route::Settings => Some(SETTINGS),
        Route::Package => Some(super::PACKAGE),
        Route::Class => Some(super::CLASS),
        Route::About => Some(ABOUT),
        Route::NotFound(_) => Some(NOT_FOUND),
        Route::Home | Route::Module(_) | Route::Lesson { .. } | Route::Exercise(_) => None,
    });
    match title {
        Some(title) => format!("{title} · Vivarium"),
        None => "Vivarium: learn advanced Python by running it".to_owned(),
    }
}

/// Why the course is not there.
pub fn course_failed(message: &str) -> String {
    format!("The lessons could not be read: {message}. The playground works all the same.")
}

/// A module that another one builds on, in the map.
pub fn needed(number: u32, title: &str) -> String {
    format!("{number}\u{a0}{title}")
}

/// `Module 7`
pub fn module_number(number: u32) -> String {
    format!("Module {number}")
}

/// The name of the list of a module's lessons.
pub fn module_lessons(title: &str) -> String {
    format!("Lessons of {title}")
}

/// `16 topics`
pub fn n_topics(count: usize) -> String {
    if count == 1 { "1 topic".to_owned() } else { format!("{count} topics") }
}

/// `16 lessons, about 3 hours`
pub fn lessons_and_time(lessons: usize, minutes: u32) -> String {
    let lessons = if lessons == 1 { "1 lesson".to_owned() } else { format!("{lessons} lessons") };
    format!("{lessons}, {}", time(minutes))
}

fn time(minutes: u32) -> String {
    match minutes {
        0..90 => format!("about {minutes} minutes"),
        _ => format!("about {} hours", (minutes + 30) / 60),
    }
}

/// `10 minutes`
pub fn minutes(count: u32) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}

/// How many lessons are done.
pub fn n_done(done: usize, all: usize) -> String {
    if done == all { "All done".to_owned() } else { format!("{done} of {all} done") }
}

/// The end of a lesson that was read.
pub fn lesson_read(open_exercises: usize) -> String {
    match open_exercises {
        0 => "You are done with this lesson.".to_owned(),
        1 => "Read. One exercise is still open.".to_owned(),
        count => format!("Read. {count} exercises are still open."),
    }
}

/// How much a search found.
pub fn n_found(count: usize, limit: usize, words: &str) -> String {
    match count {
        0 => format!("Nothing holds “{words}”. Fewer or shorter words find more."),
        1 => "1 find".to_owned(),
        count if count == limit => format!("The first {count} finds"),
        count => format!("{count} finds"),
    }
}

/// The name of a theme.
pub fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// The name of a text size.
pub fn text_size(size: TextSize) -> &'static str {
    match size {
        TextSize::Small => "Small",
        TextSize::Medium => "Medium",
        TextSize::Large => "Large",
        TextSize::Larger => "Larger",
    }
}

/// The name of a choice of motion.
pub fn motion(motion: Motion) -> &'static str {
    match motion {
        Motion::System => "System",
        Motion::Reduced => "Reduced",
    }
}

/// Why a file was not taken in.
pub fn import_failed(error: &TransferError) -> String {
    match error {
        TransferError::TooLarge => "The file is too large. Nothing was changed.".to_owned(),
        TransferError::Foreign => {
            "The file was not made by this page. Nothing was changed.".to_owned()
        }
        TransferError::Later(_) => {
            "The file comes from a newer version of this page. Nothing was changed.".to_owned()
        }
        TransferError::Damaged(name) => {
            format!("The file is damaged ({name}). Nothing was changed.")
        }
    }
}
