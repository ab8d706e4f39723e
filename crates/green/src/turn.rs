//! Owns turns: how a process in lockstep shares the time of its run with other processes.
//!
//! One process of a run has the turn. When it is used up, or no thread is ready, nothing runs in the
//! process until it may go on; meanwhile the clock is the others'.

use crate::scheduler::Scheduler;

/// Whose the clock is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    /// The process's alone: it jumps when all threads sleep.
    Alone,
    /// It is this process's turn, for so many bytecodes.
    Turn { left: u32 },
    /// It is another process's turn.
    Over,
}

impl Share {
    pub(crate) fn use_up(&mut self, bytecodes: u32) {
        if let Self::Turn { left } = self {
            *left = left.saturating_sub(bytecodes);
        }
    }

    /// Says whether a turn ends at a switch, with or without a thread that is ready.
    pub(crate) fn ends(self, is_idle: bool) -> bool {
        match self {
            Self::Turn { left } => is_idle || left == 0,
            Self::Alone | Self::Over => false,
        }
    }
}

impl Scheduler {
    /// Lets the process go on at `at_ns` of the clock (never back): with the clock to itself, or
    /// for a turn of so many bytecodes.
    pub fn go_on(&mut self, at_ns: u64, turn: Option<u32>) {
        self.virtual_ns = self.virtual_ns.max(at_ns);
        self.share = turn.map_or(Share::Alone, |left| Share::Turn { left });
    }

    /// Says whether a turn is used up.
    pub fn is_turn_used(&self) -> bool {
        self.share.ends(false)
    }

    /// Returns when the process can go on by itself: now, at the earliest deadline, or never.
    pub fn goes_on_at(&self) -> Option<u64> {
        if self.ready.is_empty() { self.next_deadline() } else { Some(self.virtual_ns) }
    }
}

#[cfg(test)]
mod tests {
    use crate::scheduler::{Config, Next, Scheduler};

    fn shared(turn: u32) -> Scheduler {
        let mut scheduler = Scheduler::default();
        scheduler.configure(Config::lockstep(1));
        scheduler.go_on(0, Some(turn));
        scheduler
    }

    #[test]
    fn a_process_that_shares_the_clock_does_not_let_it_jump() {
        let mut scheduler = shared(1000);
        scheduler.block_current(Some(5_000));
        assert_eq!(scheduler.goes_on_at(), Some(5_000));
        assert_eq!(scheduler.next(0), Next::TurnOver);
        assert_eq!(scheduler.virtual_ns(), 0);
        assert_eq!(scheduler.next(0), Next::Idle, "it is told once");
        scheduler.go_on(7_000, Some(1000));
        assert_eq!(scheduler.next(0), Next::Run(0));
        assert_eq!(scheduler.virtual_ns(), 7_000);
    }

    #[test]
    fn a_turn_ends_with_its_bytecodes_though_a_thread_is_ready() {
        let mut scheduler = shared(100);
        scheduler.advance(99);
        scheduler.requeue_current(true);
        assert_eq!(scheduler.next(0), Next::Run(0));
        scheduler.advance(1);
        assert!(scheduler.is_turn_used());
        scheduler.requeue_current(true);
        assert_eq!(scheduler.goes_on_at(), Some(100 * 50));
        assert_eq!(scheduler.next(0), Next::TurnOver);
        scheduler.unpark(0);
        assert_eq!(scheduler.next(0), Next::Idle, "a signal does not give it the turn");
    }

    #[test]
    fn a_call_on_its_way_is_waited_for_before_a_turn_ends() {
        let mut scheduler = shared(1);
        scheduler.advance(10);
        scheduler.block_current_outside(true);
        assert_eq!(scheduler.next(0), Next::Idle);
        scheduler.unpark(0);
        assert_eq!(scheduler.next(0), Next::Run(0));
        scheduler.end_outside();
        scheduler.requeue_current(true);
        assert_eq!(scheduler.next(0), Next::TurnOver);
    }

    #[test]
    fn alone_again_the_clock_jumps_and_a_deadlock_is_one() {
        let mut scheduler = shared(100);
        scheduler.block_current(None);
        assert_eq!(scheduler.next(0), Next::TurnOver, "another process may wake it");
        scheduler.go_on(0, None);
        assert_eq!(scheduler.next(0), Next::Deadlock);
        scheduler.block_current(Some(9_000));
        assert_eq!(scheduler.next(0), Next::Run(0));
        assert_eq!(scheduler.virtual_ns(), 9_000);
    }
}
