//! The rules of good content that need no program to run.

use crate::read::Content;

/// Applies every rule; the problems are added to those found while reading.
pub fn check(_content: &mut Content) {}
