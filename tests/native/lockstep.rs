//! Lockstep with several processes: one clock, turns by the seed, the same whatever the host does.

use vivarium_kernel::{Cause, Launch, RunEnd};
use vivarium_protocol::{Errno, Fd, Mode, PollEvents, PollFd, Reply, Seed, Signal, Syscall};
use vivarium_protocol::{Timespec, WaitStatus};

use crate::world::{Process, SEEDS, World, program};

fn in_lockstep<F>(world_seed: u64, seed: u32, body: impl FnOnce(Process) -> F + 'static) -> World
where
    F: Future<Output = u8> + 'static,
{
    let mut world = World::new(world_seed);
    let mode = Mode::Lockstep { seed: Seed(seed), budget: None };
    world.launch(Launch { mode, ..program("main.py") }, body);
    world.settle();
    world
}

fn end_of(world: &World) -> &RunEnd {
    world.ended.values().next().expect("the run has ended")
}

fn sleep(ms: u32) -> Syscall {
    Syscall::Poll { fds: Vec::new(), timeout_ms: Some(ms) }
}

fn since_start(clock: Timespec) -> (i64, u32) {
    (clock.sec - 1_767_225_600, clock.nsec / 1_000_000)
}

/// Three processes write lines with their clocks; two of them sleep, one reads what they write.
async fn chatter(me: Process) -> u8 {
    let (reader, writer) = me.pipe().await;
    for nap in [3, 5] {
        me.spawn("child", move |child| async move {
            for n in 0..6 {
                child.persist(sleep(nap)).await.expect("it sleeps");
                let line = format!("{} {n} {}\n", child.pid.0, child.clock().nsec);
                child.write(writer, line.as_bytes()).await.expect("it is read");
                child.print(&line).await;
            }
            0
        })
        .await;
    }
    me.close(writer).await;
    let read = me.read_all(reader).await;
    me.print(&format!("read {} bytes {}\n", read.len(), me.clock().nsec)).await;
    while me.wait(None).await.is_ok() {}
    0
}

#[test]
fn the_same_seed_gives_the_same_run_whatever_the_host_does() {
    let seen = |world_seed, seed| {
        let world = in_lockstep(world_seed, seed, chatter);
        assert_eq!(end_of(&world).cause, Cause::Process);
        (String::from_utf8(world.stdout.clone()).unwrap(), world.kernel.trace().to_string())
    };
    let first = seen(0, 7);
    for world_seed in 1..SEEDS {
        assert_eq!(seen(world_seed, 7).0, first.0, "the host's order must not matter");
    }
    assert_eq!(seen(0, 7), first);
    assert!((8..40).any(|seed| seen(0, seed).0 != first.0), "the seed must matter");
}

#[test]
fn the_clock_of_a_run_never_goes_back() {
    for seed in 0..u32::try_from(SEEDS).unwrap() {
        let world = in_lockstep(1, seed, chatter);
        let text = String::from_utf8(world.stdout.clone()).unwrap();
        assert_eq!(text.lines().count(), 13, "no line is lost, none comes twice");
        let clock = |line: &str| -> u64 {
            let last = line.rsplit(' ').next().unwrap();
            last.parse().expect("each line ends with a clock")
        };
        let clocks: Vec<u64> = text.lines().map(clock).collect();
        assert!(clocks.is_sorted(), "{text}");
        assert_eq!(world.now.0, 0, "nobody has waited on the wall clock");
    }
}

#[test]
fn when_everybody_sleeps_the_clock_jumps() {
    let world = in_lockstep(1, 1, |me| async move {
        let child = me
            .spawn("child", |child| async move {
                child.persist(sleep(10_000)).await.unwrap();
                child.print(&format!("{:?}\n", since_start(child.clock()))).await;
                3
            })
            .await;
        let nap = me.command(&["sleep", "5"], &[]).await;
        assert_eq!(me.wait(Some(nap)).await, Ok((nap, WaitStatus::Exited(0))));
        me.print(&format!("{:?}\n", since_start(me.clock()))).await;
        assert_eq!(me.wait(Some(child)).await, Ok((child, WaitStatus::Exited(3))));
        // Alone again.
        me.persist(sleep(1000)).await.unwrap();
        me.print(&format!("{:?}\n", since_start(me.clock()))).await;
        0
    });
    assert_eq!(String::from_utf8_lossy(&world.stdout), "(5, 0)\n(10, 0)\n(11, 0)\n");
    assert_eq!(world.now.0, 0);
}

#[test]
fn a_poll_gives_up_in_virtual_time_or_sees_what_came() {
    for seed in 0..u32::try_from(SEEDS).unwrap() {
        let world = in_lockstep(2, seed, |me| async move {
            let (reader, writer) = me.pipe().await;
            let poll = |ms| Syscall::Poll {
                fds: vec![PollFd { fd: reader, events: PollEvents(PollEvents::IN) }],
                timeout_ms: Some(ms),
            };
            me.spawn("child", move |child| async move {
                child.persist(sleep(100)).await.unwrap();
                child.write(writer, b"x").await.unwrap();
                0
            })
            .await;
            assert_eq!(me.persist(poll(50)).await, Ok(Reply::Ready(Vec::new())));
            assert!(
                matches!(me.persist(poll(80)).await, Ok(Reply::Ready(ready)) if ready.len() == 1)
            );
            0
        });
        assert_eq!(end_of(&world).cause, Cause::Process);
    }
}

#[test]
fn commands_and_processes_share_a_pipeline() {
    for seed in 0..u32::try_from(SEEDS).unwrap() {
        let world = in_lockstep(3, seed, |me| async move {
            let (first_out, first_in) = me.pipe().await;
            let (second_out, second_in) = me.pipe().await;
            me.command(&["cat"], &[(Fd::STDIN, first_out), (Fd::STDOUT, second_in)]).await;
            me.spawn("upper", move |child| async move {
                child.close(first_in).await;
                child.close(second_in).await;
                let text = child.read_all(second_out).await;
                child.print(&String::from_utf8(text).unwrap().to_uppercase()).await;
                0
            })
            .await;
            me.close(second_in).await;
            for n in 0..50 {
                me.write(first_in, format!("line {n}\n").as_bytes()).await.unwrap();
            }
            me.close(first_in).await;
            me.close(first_out).await;
            while me.wait(None).await.is_ok() {}
            0
        });
        let expected: Vec<String> = (0..50).map(|n| format!("LINE {n}")).collect();
        let printed = String::from_utf8_lossy(&world.stdout);
        assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
        assert!(world.kernel.processes().0.is_empty());
    }
}

#[test]
fn a_signal_gives_a_waiting_process_its_turn() {
    for seed in 0..u32::try_from(SEEDS).unwrap() {
        let world = in_lockstep(4, seed, |me| async move {
            let (ready, tell) = me.pipe().await;
            let child = me
                .spawn("child", move |child| async move {
                    child.catch(Signal::USR1);
                    child.write(tell, b"!").await.unwrap();
                    let forever = Syscall::Poll { fds: Vec::new(), timeout_ms: None };
                    u8::from(
                        child.received().is_empty()
                            && child.call_in_turn(forever).await != Err(Errno::EINTR),
                    )
                })
                .await;
            me.read(ready, 1).await.unwrap();
            me.kill(child, Signal::USR1).await.unwrap();
            assert_eq!(me.wait(Some(child)).await, Ok((child, WaitStatus::Exited(0))));
            0
        });
        assert_eq!(end_of(&world).cause, Cause::Process);
    }
}

#[test]
fn a_deadlock_of_processes_is_told_once_and_ends_a_check() {
    for reports in [false, true] {
        let mut world = World::new(5);
        let mode = Mode::Lockstep { seed: Seed(1), budget: None };
        let run = world.launch(Launch { mode, reports, ..program("main.py") }, |me| async move {
            me.spawn_reader("child").await;
            me.wait(None).await.unwrap();
            0
        });
        world.settle();
        assert_eq!(world.transcript.matches("Deadlock:").count(), 1, "{}", world.transcript);
        let who = "Process 2 waits for data in pipe 1; only process 1 has its writing end.";
        assert!(world.transcript.contains(who), "{}", world.transcript);
        assert_eq!(world.ended.contains_key(&run), reports);
        if !reports {
            world.event(vivarium_kernel::Event::Interrupt(run));
            world.settle();
        }
        assert!(world.ended.contains_key(&run));
    }
}
