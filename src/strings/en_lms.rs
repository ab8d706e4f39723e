//! English: what the page says inside a learning platform, and to teachers who make a package for one.

use vivarium_lms::package::Standard;

use crate::{
    choice::{Missing, Part},
    lms::LmsState,
};

pub const LMS_BAR: &str = "Learning platform";
pub const LMS_LEAVE: &str = "Save and leave";
pub const LMS_DAMAGED: &str = "The learning platform's record of earlier work cannot be read. \
     What this browser knows is used instead.";

/// How things stand with the LMS, in one sentence, and where drafts are.
pub fn lms_state(state: LmsState) -> &'static str {
    match state {
        LmsState::Opening => "Asking the learning platform for your progress…",
        LmsState::Settled => {
            "Your progress is kept by your learning platform. Your programs stay in this browser: they are not sent."
        }
        LmsState::Owing => {
            "The learning platform does not answer. Your progress is kept in this browser, \
             and is sent as soon as it does."
        }
        LmsState::Missing => {
            "No learning platform was found. Open this activity from there; until then your progress \
             is kept in this browser only."
        }
        LmsState::Unrecorded => {
            "You are looking around: nothing you do here is recorded by your learning platform."
        }
        LmsState::Refused => {
            "Your learning platform does not know this session any more. Open the activity again from there; \
             until then your progress is kept in this browser."
        }
        LmsState::Ended => {
            "Your session is saved and closed. Open the activity again from your learning platform to go on."
        }
    }
}

pub const PACKAGE: &str = "A package for your LMS";
pub const PACKAGE_LEAD: &str = "Makes one zip of this page and the lessons you choose. Upload it to your learning \
     platform (LMS) as an activity: the LMS keeps your learners' progress and scores.";
pub const PACKAGE_STANDARD: &str = "Standard";
pub const PACKAGE_PART: &str = "Lessons";
pub const PACKAGE_MASTERY: &str = "To pass";
pub const PACKAGE_MASTERY_LONG: &str =
    "This share of the exercises has to be passed, unless your LMS sets another.";
pub const PACKAGE_MAKE: &str = "Make the package";
pub const PACKAGE_BUSY: &str = "Packing this page…";
pub const PACKAGE_NEXT: &str = "Upload it to your LMS as a SCORM or cmi5 activity, and try it once as a learner: \
     pass an exercise, press “Save and leave”, and open it again.";
pub const PACKAGE_NO_FILES: &str = "This page cannot read its own files here, as when it was opened from a folder. \
     Open it from a web address, or use `cargo xtask bundle`.";
pub const TEACHERS: &str = "For teachers";
pub const TEACHERS_LONG: &str =
    "Bring lessons into Moodle or another learning platform, with progress and scores.";
pub const TEACHERS_PACKAGE: &str = "Make a package";

/// A standard's name, and when to choose it.
pub fn standard(standard: Standard) -> (&'static str, &'static str) {
    match standard {
        Standard::Scorm12 => ("SCORM 1.2", "Works everywhere. Moodle takes nothing newer."),
        Standard::Scorm2004 => ("SCORM 2004", "Tells “all seen” and “good enough” apart."),
        Standard::Cmi5 => ("cmi5", "For an LMS with a learning record store."),
    }
}

/// Which lessons a package holds.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Whole => "The whole course",
        Part::Module => "One module",
        Part::Lessons => "Chosen lessons",
    }
}

/// Counts lessons.
pub fn n_lessons(count: usize) -> String {
    match count {
        1 => "1 lesson".to_owned(),
        count => format!("{count} lessons"),
    }
}

/// What a choice lacks.
pub fn choice_lacks(missing: Missing) -> &'static str {
    match missing {
        Missing::Lessons => "Choose at least one lesson.",
        Missing::Mastery => "The share to pass is a number from 0 to 100.",
    }
}

/// Says that a package is there.
pub fn package_made(name: &str, bytes: usize) -> String {
    let tenths = bytes / 100_000;
    format!("{name} is in your downloads ({}.{} MB).", tenths / 10, tenths % 10)
}
