//! Owns the pieces that know Python or lessons: code, output, checks, questions.

pub mod advice;
pub mod bench;
pub mod bench_view;
pub mod bring;
pub mod checks;
pub mod code;
pub mod console;
pub mod demo;
pub mod exercise_card;
pub mod hints;
pub mod lms_bar;
pub mod machine;
pub mod output;
pub mod question;
pub mod results;
pub mod run_block;
pub mod share;
pub mod status;
pub mod steps;
pub mod timeline;
