//! RustPython embedded: the interpreter of one process, with native modules over [`Syscalls`].
//!
//! Owns what Python sees of its world: files, clocks, signals, standard streams, the standard
//! library's packs. [`Python::boot`] builds the interpreter before there is a program;
//! [`Python::run`] runs one program to the end of the process.
//!
//! **Invariant:** this crate knows neither the browser nor the kernel: all it asks of the world
//! goes through [`Syscalls`], natively as in the worker.
//!
//! [`Syscalls`]: syscalls::Syscalls

#![deny(warnings)]

#[macro_use]
extern crate rustpython_derive;

mod boot;
pub mod clock;
mod errors;
pub mod io;
mod launch;
pub mod local;
pub mod modules;
pub mod packs;
mod run;
mod shared;
pub mod signals;
pub mod syscalls;
pub mod trace;
mod waiting;

pub use boot::{Boot, Python};
