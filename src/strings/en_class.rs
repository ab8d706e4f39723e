//! English words of the teacher's table of a class.

use crate::transfer::TransferError;

pub const CLASS: &str = "A class";
pub const CLASS_LEAD: &str = "Choose the progress files of your learners, or drop them here. They are read in this browser \
     only, nothing is stored or sent, and your own progress stays as it is.";
pub const CLASS_CHOOSE: &str = "Choose files";
pub const CLASS_CSV: &str = "Download as CSV";
pub const CLASS_CSV_FILE: &str = "vivarium-class.csv";
pub const CLASS_CLEAR: &str = "Clear the table";
pub const CLASS_FILTER: &str = "Find a learner";
pub const CLASS_SHOW: &str = "Show";
pub const CLASS_WHOLE: &str = "The whole course";
pub const CLASS_LEARNER: &str = "Learner";
pub const CLASS_DONE: &str = "Lessons done";
pub const CLASS_LEGEND: &str =
    "A lesson is done when it was read to its end and all its exercises were passed.";
pub const CLASS_NONE: &str = "No learner has such a name.";
pub const TEACHERS_CLASS: &str = "See a class";
pub const LEARNER_NAME: &str = "Your name in the file (optional)";

/// Why a file is not in the table.
pub fn class_refused(file: &str, error: &TransferError) -> String {
    match error {
        TransferError::TooLarge => {
            format!("{file} is too large for a progress file; it is left out.")
        }
        TransferError::Foreign => {
            format!("{file} is no progress file of this course; it is left out.")
        }
        TransferError::Later(_) => {
            format!("{file} comes from a newer version; open it with that version's page.")
        }
        TransferError::Damaged(entry) => {
            format!("{file} is damaged ({entry}); ask the learner to download it again.")
        }
    }
}

/// A file that the browser did not give.
pub fn class_unread(file: &str) -> String {
    format!("{file} cannot be read; try to copy it to this computer first.")
}

/// A cell, as it is read aloud.
pub fn class_cell(done: usize, begun: usize, all: usize) -> String {
    format!("{done} of {all} done, {begun} begun")
}

/// How many learners there are.
pub fn n_learners(count: usize) -> String {
    match count {
        1 => "1 learner".to_owned(),
        count => format!("{count} learners"),
    }
}
