//! What a learning management system (LMS) is told, and in which words.
//!
//! [`work`] is what a learner has done, [`report`] what that amounts to, [`suspend`] the text in
//! which an LMS keeps it. [`scorm`] and [`cmi5`] are the two kinds of conversation, as state
//! machines: the caller brings the time, the calls and the network. [`package`] is what the page
//! of a package knows of itself. No browser, no course, no storage.

pub mod cmi5;
mod hash;
pub mod package;
pub mod report;
pub mod scorm;
pub mod suspend;
pub mod time;
pub mod work;

pub use hash::{fingerprint, uuid};
