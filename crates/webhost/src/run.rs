//! Owns the handle of one execution of a program.

/// One execution of a program. Clones are handles of the same run; dropping them ends nothing.
#[derive(Clone)]
pub struct Run;

impl Run {
    /// Stop: SIGINT. A second one, or no answer within two seconds, kills.
    pub fn interrupt(&self) {}

    /// Ends the run at once.
    pub fn kill(&self) {}

    /// Gives the run up: it is killed, and its reason is [`crate::Reason::Aborted`].
    pub fn abort(&self) {}

    /// Types into the terminal. A program sees complete lines.
    pub fn send_input(&self, text: &str) {
        let _ = text;
    }

    /// Ctrl-D: ends the input.
    pub fn close_input(&self) {}

    /// Tells the terminal's new size.
    pub fn resize(&self, columns: u32, rows: u32) {
        let _ = (columns, rows);
    }

    /// Says whether the run is over.
    pub fn has_ended(&self) -> bool {
        true
    }
}
