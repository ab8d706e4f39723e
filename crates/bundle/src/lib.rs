//! The built page, made into what is given away. Bytes in, bytes out: no file system, no browser.
//!
//! A [`Site`] is the files of `dist/`. [`select`] limits the course in it to a module or some
//! lessons, [`lms`] makes a package of it, `usb` a folder, `single` one page, [`archive`] a zip. [`frame`] changes the page's frame.

pub mod archive;
pub mod frame;
pub mod lms;
pub mod manifest;
pub mod select;
#[cfg(feature = "tools")]
pub mod single;
#[cfg(feature = "tools")]
pub mod usb;

use std::collections::BTreeMap;

/// Files by their path from the root, with `/`.
pub type Site = BTreeMap<String, Vec<u8>>;

/// The course, inside a site.
pub const LESSONS: &str = "assets/lessons.json";
/// The frame of the page, inside a site.
pub const FRAME: &str = "index.html";
/// Sizes and version of the assets, inside a site.
pub const MANIFEST: &str = "assets/manifest.json";

/// Why a site cannot be made into something else.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A file is missing.
    #[error("the built page lacks {0}; build it anew")]
    Missing(&'static str),
    /// A file is not what it should be.
    #[error("{0} of the built page cannot be read; build it anew")]
    Damaged(&'static str),
    /// The course has no such module.
    #[error("the course has no module `{0}`, or no lesson in it")]
    NoModule(String),
    /// The course has no such lesson.
    #[error("the course has no lesson `{0}`")]
    NoLesson(String),
    /// Nothing was chosen.
    #[error("no lesson is chosen")]
    Nothing,
    /// The zip cannot be written.
    #[error("the zip cannot be written: {0}")]
    Archive(String),
}
