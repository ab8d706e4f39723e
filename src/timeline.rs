//! Owns what is known of a run's processes, threads and tasks over time: lanes, arrows, events,
//! the part of it that is looked at, and the search for a schedule that fails. No browser.

pub mod explore;
pub mod model;
pub mod scale;
pub mod shape;
