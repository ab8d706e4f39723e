//! English: what the page says inside a learning platform.

use crate::lms::LmsState;

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
        LmsState::Ended => {
            "Your session is saved and closed. Open the activity again from your learning platform to go on."
        }
    }
}
