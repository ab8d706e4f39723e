//! Owns the pages, one for each [`crate::route::Route`].

pub mod about;
pub mod class;
pub mod exercise;
pub mod home;
pub mod lesson;
pub mod module;
pub mod not_found;
pub mod package;
pub mod playground;
pub mod search;
pub mod settings;
pub mod visit;
