//! Owns signal numbers, with Linux's values; knows neither handlers nor processes.

use serde::{Deserialize, Serialize};

/// A signal number, 1 to 64 (POSIX names, Linux x86-64 numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Signal(pub u8);

impl Signal {
    /// Hang-up.
    pub const HUP: Self = Self(1);
    /// Interrupt: Stop and Ctrl-C; Python's `KeyboardInterrupt`.
    pub const INT: Self = Self(2);
    /// Quit.
    pub const QUIT: Self = Self(3);
    /// Abort.
    pub const ABRT: Self = Self(6);
    /// Kill: cannot be handled; the worker is terminated.
    pub const KILL: Self = Self(9);
    /// First signal for the program's own use.
    pub const USR1: Self = Self(10);
    /// Invalid memory access; what a crash of the engine's stack is reported as.
    pub const SEGV: Self = Self(11);
    /// Second signal for the program's own use.
    pub const USR2: Self = Self(12);
    /// Write to a pipe with no readers.
    pub const PIPE: Self = Self(13);
    /// The timer of `alarm` or `setitimer`.
    pub const ALRM: Self = Self(14);
    /// Termination request.
    pub const TERM: Self = Self(15);
    /// A child has changed state; ignored by default.
    pub const CHLD: Self = Self(17);
    /// The terminal's size has changed; ignored by default.
    pub const WINCH: Self = Self(28);

    /// Returns the POSIX name, or `None` for a number that has none here.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::HUP => "SIGHUP",
            Self::INT => "SIGINT",
            Self::QUIT => "SIGQUIT",
            Self::ABRT => "SIGABRT",
            Self::KILL => "SIGKILL",
            Self::USR1 => "SIGUSR1",
            Self::SEGV => "SIGSEGV",
            Self::USR2 => "SIGUSR2",
            Self::PIPE => "SIGPIPE",
            Self::ALRM => "SIGALRM",
            Self::TERM => "SIGTERM",
            Self::CHLD => "SIGCHLD",
            Self::WINCH => "SIGWINCH",
            _ => return None,
        })
    }
}
