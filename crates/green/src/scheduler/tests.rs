//! Tests of the scheduler: schedules, virtual time, deadlocks, switch points.

use super::{Config, Next, Scheduler};

#[test]
fn threads_take_turns_in_live_mode() {
    let mut scheduler = Scheduler::default();
    let (a, b) = (scheduler.spawn(), scheduler.spawn());
    let mut order = Vec::new();
    for _ in 0..6 {
        scheduler.requeue_current(true);
        order.push(scheduler.next(0));
    }
    let round = [Next::Run(a), Next::Run(b), Next::Run(0)];
    assert_eq!(order, [round, round].concat());
}

#[test]
fn virtual_time_jumps_to_the_next_deadline() {
    let mut scheduler = Scheduler::default();
    scheduler.configure(Config::lockstep(1));
    scheduler.block_current(Some(10_000_000_000));
    assert_eq!(scheduler.next(0), Next::Run(0));
    assert_eq!(scheduler.virtual_ns(), 10_000_000_000);
}

#[test]
fn all_threads_waiting_for_each_other_is_a_deadlock() {
    let mut scheduler = Scheduler::default();
    let other = scheduler.spawn();
    scheduler.block_current(None);
    assert_eq!(scheduler.next(0), Next::Run(other));
    scheduler.block_current(None);
    assert_eq!(scheduler.next(0), Next::Deadlock);
}

#[test]
fn waiting_for_the_outside_is_no_deadlock() {
    let mut scheduler = Scheduler::default();
    scheduler.block_current_outside(false);
    assert_eq!(scheduler.next(0), Next::Idle);
    scheduler.unpark(0);
    assert_eq!(scheduler.next(0), Next::Run(0));
}

#[test]
fn an_exclusive_wait_lets_nobody_else_run() {
    let mut scheduler = Scheduler::default();
    scheduler.spawn();
    scheduler.block_current_outside(true);
    assert_eq!(scheduler.next(0), Next::Idle);
    scheduler.unpark(0);
    assert_eq!(scheduler.next(0), Next::Run(0));
}

#[test]
fn the_same_seed_gives_the_same_schedule() {
    let schedule = |seed| {
        let mut scheduler = Scheduler::default();
        scheduler.configure(Config::lockstep(seed));
        for _ in 0..5 {
            scheduler.spawn();
        }
        (0..200)
            .map(|_| {
                let slice = scheduler.next_slice();
                scheduler.advance(slice);
                scheduler.requeue_current(true);
                (slice, scheduler.next(0))
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(schedule(42), schedule(42));
    assert_ne!(schedule(42), schedule(46));
}

/// Runs three threads that never wait, and returns who had the baton after each bytecode.
fn turns(scheduler: &mut Scheduler) -> Vec<u32> {
    scheduler.spawn();
    scheduler.spawn();
    let mut turns = Vec::new();
    while turns.len() < 3000 {
        let slice = scheduler.next_slice();
        scheduler.advance(slice);
        turns.extend(std::iter::repeat_n(scheduler.current(), slice as usize));
        if scheduler.is_forced_to_switch(slice) {
            scheduler.requeue_current(true);
            scheduler.next(0);
        }
    }
    turns.truncate(3000);
    turns
}

#[test]
fn a_schedule_that_is_followed_is_the_same_without_its_seed() {
    for seed in 1..40 {
        let mut drawn = Scheduler::default();
        drawn.configure(Config::lockstep(seed));
        let expected = turns(&mut drawn);
        let mut follower = Scheduler::default();
        follower.configure(Config::lockstep(seed + 1));
        follower.follow(drawn.points());
        assert_eq!(turns(&mut follower), expected);
    }
}

#[test]
fn without_points_a_thread_hands_over_only_when_it_waits() {
    let mut scheduler = Scheduler::default();
    scheduler.configure(Config::lockstep(3));
    scheduler.follow(&[]);
    assert_eq!(turns(&mut scheduler), vec![0; 3000]);
    // One that spins for very long is not alone in the world, though.
    assert_eq!(scheduler.current(), 1);
    scheduler.block_current(None);
    assert_eq!(scheduler.next(0), Next::Run(2));
}

#[test]
fn a_number_is_used_again_after_its_thread_has_finished() {
    let mut scheduler = Scheduler::default();
    let first = scheduler.spawn();
    scheduler.requeue_current(true);
    assert_eq!(scheduler.next(0), Next::Run(first));
    scheduler.finish_current();
    assert_eq!(scheduler.next(0), Next::Run(0));
    assert_eq!(scheduler.spawn(), first);
}
