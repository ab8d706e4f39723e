//! The kernel's browser: workers, timers, assets and the run API.
//!
//! [`Python`] is the interpreter as a product of the build: it is loaded once, and a booted
//! worker is always kept in reserve. [`Workspace`] is a file tree with the processes that run in
//! it, [`Run`] one execution of a program. [`run_api`] offers the same to JavaScript.
//!
//! **Invariant:** this crate knows neither lessons nor the page's looks, and decides nothing that
//! the kernel could decide.

mod assets;
mod error;
mod python;
mod run;
pub mod run_api;
mod spec;
mod trace;
mod worker;
mod workspace;

pub use error::HostError;
pub use python::Python;
pub use run::Run;
pub use spec::{ProcessResult, Progress, Reason, RunEvent, RunResult, RunSpec, Stdin};
pub use trace::{ProcessStep, Traced};
pub use vivarium_kernel::{
    ConnectionId, ConnectionView, DescriptorView, HeldSocket, ProcessView, RunId, Segment,
    SocketState, SocketView,
};
pub use vivarium_protocol::{
    Domain, Mode, ParseError, Pid, Seed, Signal, SockAddr, SocketKind, SourceLine, SwitchPoint,
    TaskStep, ThreadStep, TraceEvent,
};
pub use workspace::Workspace;
