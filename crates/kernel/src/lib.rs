//! The page's operating system as a pure state machine.
