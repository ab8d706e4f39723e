//! Owns the small pieces that every page is made of; they know nothing of lessons or Python.

pub mod icon;
pub mod notice;
pub mod prose;
pub mod tabs;
