//! Pipes between processes: back-pressure, whole small writes, and what a closed end does.

use vivarium_kernel::{Cause, Launch};
use vivarium_protocol::{
    Errno, Fd, Mode, PollEvents, PollFd, Reply, Seed, Signal, Syscall, WaitStatus,
};
use vivarium_vfs::PIPE_CAPACITY;

use crate::world::{Process, World, under_every_schedule};

#[test]
fn two_hundred_kilobytes_pass_in_order_through_a_full_pipe() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let sent: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
            let expected = sent.clone();
            let (reader, writer) = me.pipe().await;
            let producer = me
                .spawn("producer", move |child| async move {
                    child.close(reader).await;
                    child.write(writer, &sent).await.unwrap();
                    0
                })
                .await;
            me.close(writer).await;
            let received = me.read_all(reader).await;
            assert!(received == expected, "bytes were lost or mixed");
            assert_eq!(me.wait(None).await, Ok((producer, WaitStatus::Exited(0))));
            0
        });
        assert_eq!(end.cause, Cause::Process);
        assert_eq!(end.processes.len(), 2);
    });
}

#[test]
fn small_writes_of_many_processes_are_never_mixed() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            for _ in 0..4 {
                me.spawn("writer", move |child| async move {
                    for line in 0..20 {
                        let text = format!("{:04}-{line:04}\n", child.pid.0).repeat(1 + line % 3);
                        child.write(writer, text.as_bytes()).await.unwrap();
                    }
                    0
                })
                .await;
            }
            me.close(writer).await;
            let text = String::from_utf8(me.read_all(reader).await).unwrap();
            assert!(text.lines().all(|line| line.len() == 9), "a line is broken");
            for pid in 2..6 {
                let lines: Vec<&str> =
                    text.lines().filter(|line| line.starts_with(&format!("{pid:04}"))).collect();
                assert!(lines.is_sorted(), "a writer's lines came out of order");
            }
            0
        });
    });
}

#[test]
fn writing_to_a_pipe_that_nobody_reads_is_an_error() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            me.spawn("reader", move |child| async move {
                child.close(writer).await;
                assert_eq!(child.read(reader, 3).await.unwrap().len(), 3);
                0
            })
            .await;
            me.close(reader).await;
            let result = me.write(writer, &vec![7; 100_000]).await;
            u8::try_from(result.unwrap_err().number()).unwrap()
        });
        assert_eq!(exit_code(&end), 32, "EPIPE");
    });
}

#[test]
fn a_reader_sees_the_end_only_when_every_writer_is_gone() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            for word in ["a", "b"] {
                me.spawn("writer", move |child| async move {
                    child.write(writer, word.as_bytes()).await.unwrap();
                    0
                })
                .await;
            }
            me.close(writer).await;
            let mut received = me.read_all(reader).await;
            received.sort_unstable();
            assert_eq!(received, b"ab");
            0
        });
    });
}

#[test]
fn a_process_killed_in_a_read_lets_its_writer_know() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (child, (reader, writer)) = me.spawn_reader("reader").await;
            me.close(reader).await;
            me.kill(child, Signal::KILL).await.unwrap();
            assert_eq!(me.wait(Some(child)).await, Ok((child, WaitStatus::Signaled(Signal::KILL))));
            assert_eq!(me.write(writer, b"x").await, Err(Errno::EPIPE));
            0
        });
    });
}

#[test]
fn poll_wakes_for_whichever_pipe_has_data_and_gives_up_in_time() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (first, _keep) = me.pipe().await;
            let (second, writer) = me.pipe().await;
            assert_eq!(ready(&me, &[first, second], Some(50)).await, []);
            me.spawn("writer", move |child| async move {
                child.write(writer, b"x").await.unwrap();
                0
            })
            .await;
            assert_eq!(ready(&me, &[first, second], None).await, [second]);
            0
        });
        assert!(world.now.0 >= 50, "the first poll waited");
    });
}

#[test]
fn a_process_alone_in_lockstep_is_told_to_wait_on_its_own_clock() {
    let mut world = World::new(1);
    let mode = Mode::Lockstep { seed: Seed(1), budget: None };
    let launch = Launch { mode, ..crate::world::program("main.py") };
    let run = world.launch(launch, |me| async move {
        let (reader, writer) = me.pipe().await;
        let read = Syscall::Read { fd: reader, len: 10 };
        assert_eq!(me.call(read.clone()).await, Ok(Reply::Blocked(0)));
        let fds = vec![PollFd { fd: reader, events: PollEvents(PollEvents::IN) }];
        let poll = Syscall::Poll { fds, timeout_ms: Some(1000) };
        assert_eq!(me.call(poll).await, Ok(Reply::Blocked(0)));
        let big = vec![7; PIPE_CAPACITY + 1];
        let all = u32::try_from(PIPE_CAPACITY).unwrap();
        let write = Syscall::Write { fd: writer, data: big.into() };
        assert_eq!(me.call(write).await, Ok(Reply::Blocked(all)));
        assert_eq!(me.call(read).await, Ok(Reply::Data(vec![7; 10].into())));
        0
    });
    world.settle();
    assert_eq!(world.ended[&run].cause, Cause::Process);
    assert_eq!(world.now.0, 0, "nothing has waited");
}

async fn ready(me: &Process, fds: &[Fd], timeout_ms: Option<u32>) -> Vec<Fd> {
    let fds = fds.iter().map(|&fd| PollFd { fd, events: PollEvents(PollEvents::IN) }).collect();
    match me.persist(Syscall::Poll { fds, timeout_ms }).await {
        Ok(Reply::Ready(ready)) => ready.into_iter().map(|entry| entry.fd).collect(),
        other => panic!("poll gave {other:?}"),
    }
}

#[test]
fn a_ring_of_processes_passes_a_token_around() {
    const MEMBERS: usize = 5;
    under_every_schedule(|world| {
        world.run(|me| async move {
            let mut pipes = Vec::new();
            for _ in 0..MEMBERS {
                pipes.push(me.pipe().await);
            }
            for member in 1..MEMBERS {
                let (from, to) = (pipes[member].0, pipes[(member + 1) % MEMBERS].1);
                me.spawn("member", move |child| async move {
                    for _ in 0..10 {
                        let token = child.read(from, 1).await.unwrap()[0];
                        child.write(to, &[token + 1]).await.unwrap();
                    }
                    0
                })
                .await;
            }
            let mut token = 0;
            for _ in 0..10 {
                me.write(pipes[1].1, &[token + 1]).await.unwrap();
                token = me.read(pipes[0].0, 1).await.unwrap()[0];
            }
            assert_eq!(usize::from(token), 10 * MEMBERS);
            0
        });
    });
}

#[test]
fn a_deadlock_is_described_when_the_run_is_killed() {
    let mut world = World::new(3);
    let mut launch = crate::world::program("deadlock");
    launch.timeout_ms = Some(1000);
    let run = world.launch(launch, |me| async move {
        me.spawn_reader("child").await;
        me.wait(None).await.unwrap();
        0
    });
    world.settle();
    let end = world.ended.remove(&run).unwrap();
    assert_eq!(end.cause, Cause::Timeout);
    let note = "Process 1 waits for the end of a child. \
        Process 2 waits for data in pipe 1; only process 1 has its writing end.";
    assert_eq!(end.note.as_deref(), Some(note));
}

fn exit_code(end: &vivarium_kernel::RunEnd) -> u8 {
    match end.processes[0].status {
        vivarium_protocol::ExitStatus::Exited(code) => code,
        ref other => panic!("it ended with {other:?}"),
    }
}
