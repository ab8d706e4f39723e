//! Signals, timers, timeouts and Stop.

use vivarium_kernel::{Cause, Event, RunId};
use vivarium_protocol::{Errno, ExitStatus, Fd, Pid, Reply, Signal, Syscall, WaitStatus};

use crate::world::{World, program, under_every_schedule};

#[test]
fn a_signal_interrupts_a_waiting_read() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let (ready, tell) = me.pipe().await;
            let child = me
                .spawn("child", move |child| async move {
                    child.catch(Signal::USR1);
                    child.write(tell, b"!").await.unwrap();
                    let result = child.call(Syscall::Read { fd: reader, len: 1 }).await;
                    assert_eq!(child.received(), [Signal::USR1]);
                    // The signal came while it waited, or before: then the read waits for data.
                    u8::from(result == Err(Errno::EINTR))
                })
                .await;
            me.read(ready, 1).await.unwrap();
            me.kill(child, Signal::USR1).await.unwrap();
            me.write(writer, b"x").await.unwrap();
            assert!(matches!(me.wait(None).await, Ok((_, WaitStatus::Exited(_)))));
            0
        });
    });
}

#[test]
fn a_signal_that_crosses_a_call_is_not_lost() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, _writer) = me.pipe().await;
            let child = me
                .spawn("child", move |child| async move {
                    child.catch(Signal::USR1);
                    // Handled before, or it ends the wait: nobody ever writes.
                    while child.received().is_empty() {
                        let read = child.call(Syscall::Read { fd: reader, len: 1 }).await;
                        assert_eq!(read, Err(Errno::EINTR));
                    }
                    7
                })
                .await;
            // Before it handles the signal it would die of it.
            me.persist(Syscall::Poll { fds: Vec::new(), timeout_ms: Some(5) }).await.unwrap();
            me.kill(child, Signal::USR1).await.unwrap();
            assert_eq!(me.wait(Some(child)).await, Ok((child, WaitStatus::Exited(7))));
            0
        });
    });
}

#[test]
fn an_interrupted_write_tells_how_much_went_through() {
    let mut world = World::new(1);
    let run = world.launch(program("main.py"), |me| async move {
        me.catch(Signal::INT);
        let (_reader, writer) = me.pipe().await;
        let data = vec![0; 70_000];
        let result = me.call(Syscall::Write { fd: writer, data: data.into() }).await;
        assert_eq!(result, Ok(Reply::Count(65_536)));
        0
    });
    world.settle_now();
    world.event(Event::Interrupt(run));
    world.settle();
    assert_eq!(world.ended[&run].cause, Cause::Process);
}

#[test]
fn signals_to_a_child_that_is_not_up_yet_wait_for_it() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let child = me
                .spawn("child", |child| async move {
                    let _ = child.call(Syscall::Getcwd).await;
                    0
                })
                .await;
            // It may be up, or not, or be a zombie; kill must find it in each case.
            assert_eq!(me.kill(child, Signal(0)).await, Ok(Reply::Done));
            assert_eq!(me.kill(Pid(77), Signal::TERM).await, Err(Errno::ESRCH));
            assert_eq!(me.kill(child, Signal(99)).await, Err(Errno::EINVAL));
            0
        });
    });
}

#[test]
fn terminating_a_child_is_seen_by_waitpid() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (child, _) = me.spawn_reader("child").await;
            me.kill(child, Signal::TERM).await.unwrap();
            assert_eq!(me.wait(None).await, Ok((child, WaitStatus::Signaled(Signal::TERM))));
            0
        });
    });
}

#[test]
fn an_interval_timer_rings_until_it_is_stopped() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            me.catch(Signal::ALRM);
            let (reader, _writer) = me.pipe().await;
            let set = |first_ms, then_ms| Syscall::SetTimer { first_ms, then_ms };
            assert_eq!(me.call(set(100, 30)).await, Ok(Reply::Count(0)));
            for _ in 0..3 {
                let read = me.call(Syscall::Read { fd: reader, len: 1 }).await;
                assert_eq!(read, Err(Errno::EINTR));
            }
            assert_eq!(me.received(), [Signal::ALRM; 3]);
            assert_eq!(me.call(set(0, 0)).await, Ok(Reply::Count(30)));
            0
        });
        assert_eq!(world.now.0, 160);
        assert_eq!(world.kernel.next_deadline(), None);
    });
}

#[test]
fn stop_ends_a_program_that_does_not_catch_it() {
    let (mut world, run) = busy(false);
    world.event(Event::Interrupt(run));
    world.settle();
    let end = &world.ended[&run];
    assert_eq!(end.cause, Cause::Process);
    assert_eq!(end.processes[0].status, ExitStatus::Signaled(Signal::INT));
}

#[test]
fn a_second_stop_kills_a_program_that_goes_on() {
    let (mut world, run) = busy(true);
    world.event(Event::Interrupt(run));
    world.settle_now();
    world.event(Event::Output { pid: Pid(1), fd: Fd::STDOUT, data: b"never!\n".to_vec() });
    world.settle();
    assert!(!world.ended.contains_key(&run), "it has answered");
    world.event(Event::Interrupt(run));
    let end = &world.ended[&run];
    assert_eq!(end.cause, Cause::Stopped);
    assert_eq!(end.processes[0].status, ExitStatus::Signaled(Signal::KILL));
}

#[test]
fn a_program_that_gives_no_answer_is_killed_after_two_seconds() {
    let (mut world, run) = busy(true);
    world.event(Event::Interrupt(run));
    world.settle();
    assert_eq!(world.ended[&run].cause, Cause::Stopped);
    assert_eq!(world.now.0, 2000);
}

/// A program that waits in a pipe of its own, which stands for any long work.
fn busy(catches: bool) -> (World, RunId) {
    let mut world = World::new(1);
    let run = world.launch(program("busy.py"), move |me| async move {
        if catches {
            me.catch(Signal::INT);
        }
        let (reader, _writer) = me.pipe().await;
        let _ = me.call(Syscall::Read { fd: reader, len: 1 }).await;
        // Interrupted, it computes, and is heard of no more.
        std::future::pending().await
    });
    world.settle();
    (world, run)
}

#[test]
fn a_timeout_kills_all_processes() {
    under_every_schedule(|world| {
        let mut launch = program("main.py");
        launch.timeout_ms = Some(500);
        let run = world.launch(launch, |me| async move {
            for _ in 0..3 {
                me.spawn("child", |_| std::future::pending()).await;
            }
            std::future::pending().await
        });
        world.settle();
        let end = &world.ended[&run];
        assert_eq!((end.cause, end.wall_ms, end.processes.len()), (Cause::Timeout, 500, 4));
        assert!(world.kernel.processes().0.is_empty());
        assert_eq!(world.kernel.next_deadline(), None);
    });
}

#[test]
fn a_run_that_carries_its_files_is_killed_by_stop_and_gives_files_back_at_its_end() {
    use vivarium_protocol::FileChange;
    let mut world = World::new(1);
    let mut launch = program("main.py");
    launch.carries_files = true;
    let run = world.launch(launch.clone(), |_| std::future::pending());
    world.settle();
    world.event(Event::Interrupt(run));
    assert_eq!(world.ended[&run].cause, Cause::Stopped);
    let run = world.launch(launch, |_| std::future::pending());
    world.settle();
    let path = "/home/learner/out.txt".to_owned();
    let files = vec![FileChange { path, data: Some(b"made".to_vec().into()) }];
    world.event(Event::Exited { pid: Pid(2), status: ExitStatus::Exited(0), files });
    assert_eq!(world.ended[&run].cause, Cause::Process);
    assert_eq!(world.kernel.tree().read_file("out.txt"), Ok(&b"made"[..]));
}
