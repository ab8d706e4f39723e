//! Owns every word that a person sees: one catalogue for each language, English first.
//!
//! A catalogue is constants and functions of the same names, so that the compiler finds what a
//! translation lacks.

mod en;
mod en_class;
mod en_link;
mod en_lms;
mod en_machine;
mod en_mistakes;
mod en_pages;
mod en_steps;
mod en_timeline;

pub use en::*;
pub use en_class::*;
pub use en_link::*;
pub use en_lms::*;
pub use en_machine::*;
pub use en_mistakes::{mistake, on_line};
pub use en_pages::*;
pub use en_steps::*;
pub use en_timeline::*;

/// Returns the style of a bar that is so many percent full.
pub fn scale(percent: u64) -> String {
    format!("transform: scaleX({}.{:02})", percent / 100, percent % 100)
}
