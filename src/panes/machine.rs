//! Owns the views of the machine under a place of work: its processes, its network, and a browser for what the learner
//! serves there. They look at the kernel from outside; what they make of it before drawing is `crate::machine`.

pub mod browser;
pub mod network;
mod page;
pub mod processes;
mod pulse;
