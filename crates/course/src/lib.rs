//! A course as data: what the page shows, what a checked run is given, and what it proves.
//!
//! [`model`] holds the types of a [`model::Course`] as the page receives it: text already parsed
//! into blocks, exercises with their files. [`run`] turns runnable blocks and exercises into
//! programs, [`grade`] turns what a checked run reported into a verdict, and [`help`] says which
//! hint or solution a learner may see.
//!
//! With the feature `tools` the crate also reads the `lessons/` folder (`read`), holds the rules
//! of good content (`check`), and writes what the page loads (`pack`) and what the prover runs
//! (`plan`).
//!
//! **Invariant:** without `tools` there is no input or output, no Markdown parser and no clock
//! here; and nothing here knows the browser, the kernel or Python's engine.

#![warn(missing_docs)]

pub mod grade;
pub mod help;
pub mod model;
pub mod run;

#[cfg(feature = "tools")]
pub mod check;
#[cfg(feature = "tools")]
pub mod diagnostic;
#[cfg(feature = "tools")]
pub mod pack;
#[cfg(feature = "tools")]
pub mod plan;
#[cfg(feature = "tools")]
pub mod read;
