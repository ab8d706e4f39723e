//! Leases: what a process decides without asking, seen from outside, is what it would have been
//! answered. Each scenario goes on long enough for the kernel to give leases, and to take them back.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;

use vivarium_protocol::{Errno, Fd, OpenFlags, Reply, SemId, Signal, Syscall, WaitStatus};

use crate::world::{Process, under_every_schedule};

async fn semaphore(me: &Process, name: &str, value: u32) -> SemId {
    let (name, flags) = (name.to_owned(), OpenFlags(OpenFlags::CREAT));
    match me.persist(Syscall::SemOpen { name, flags, value }).await {
        Ok(Reply::Sem { sem, .. }) => sem,
        other => panic!("sem_open gave {other:?}"),
    }
}

async fn down(me: &Process, sem: SemId) {
    let taken = me.persist(Syscall::SemWait { sem, timeout_ms: None }).await;
    assert_eq!(taken, Ok(Reply::Done));
}

async fn try_down(me: &Process, sem: SemId) -> bool {
    match me.persist(Syscall::SemWait { sem, timeout_ms: Some(0) }).await {
        Ok(Reply::Done) => true,
        Err(Errno::EAGAIN) => false,
        other => panic!("sem_trywait gave {other:?}"),
    }
}

fn up(me: &Process, sem: SemId) {
    me.tell(Syscall::SemPost { sem, max: u32::MAX });
}

async fn value(me: &Process, sem: SemId) -> u32 {
    match me.persist(Syscall::SemValue { sem }).await {
        Ok(Reply::Count(value)) => value,
        other => panic!("sem_getvalue gave {other:?}"),
    }
}

/// Sends a message as `multiprocessing.Connection` does.
async fn send(me: &Process, fd: Fd, text: &str) {
    let len = u32::try_from(text.len()).expect("messages are short");
    me.write(fd, &[&len.to_be_bytes()[..], text.as_bytes()].concat())
        .await
        .expect("the pipe has a reader");
}

/// Receives one; `None` at the end.
async fn receive(me: &Process, fd: Fd) -> Option<String> {
    let head = exactly(me, fd, 4).await?;
    let len = u32::from_be_bytes(head.try_into().expect("it has four bytes"));
    let text = exactly(me, fd, len).await.expect("a message is whole");
    Some(String::from_utf8(text).expect("messages are text"))
}

async fn exactly(me: &Process, fd: Fd, len: u32) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while bytes.len() < len as usize {
        let rest = len - u32::try_from(bytes.len()).expect("it is below `len`");
        let more = me.read(fd, rest).await.expect("the pipe can be read");
        if more.is_empty() {
            assert!(bytes.is_empty(), "a message is cut");
            return None;
        }
        bytes.extend(more);
    }
    Some(bytes)
}

/// Two threads of one process.
async fn both(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (false, false);
    std::future::poll_fn(move |context| {
        first = first || one.as_mut().poll(context).is_ready();
        second = second || other.as_mut().poll(context).is_ready();
        if first && second { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

#[test]
fn a_queue_with_locks_passes_every_message_once_and_in_order() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let slots = semaphore(&me, "/slots", 5).await;
            let lock = semaphore(&me, "/lock", 1).await;
            me.spawn("consumer", move |child| async move {
                let slots = semaphore(&child, "/slots", 0).await;
                let lock = semaphore(&child, "/lock", 0).await;
                child.close(writer).await;
                for number in 0..40 {
                    down(&child, lock).await;
                    assert_eq!(receive(&child, reader).await, Some(format!("message {number}")));
                    up(&child, lock);
                    up(&child, slots);
                }
                assert_eq!(receive(&child, reader).await, None);
                0
            })
            .await;
            for number in 0..40 {
                down(&me, slots).await;
                send(&me, writer, &format!("message {number}")).await;
            }
            me.close(writer).await;
            assert_eq!(me.wait(None).await.expect("a child ends").1, WaitStatus::Exited(0));
            assert_eq!((value(&me, slots).await, value(&me, lock).await), (5, 1));
            0
        });
    });
}

#[test]
fn readers_that_share_a_pipe_under_a_lock_get_whole_messages() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let (results, answers) = me.pipe().await;
            semaphore(&me, "/lock", 1).await;
            for _ in 0..3 {
                me.spawn("worker", move |child| async move {
                    let lock = semaphore(&child, "/lock", 0).await;
                    child.close(writer).await;
                    loop {
                        down(&child, lock).await;
                        let message = receive(&child, reader).await;
                        up(&child, lock);
                        let Some(text) = message else { return 0 };
                        send(&child, answers, &text).await;
                    }
                })
                .await;
            }
            me.close(reader).await;
            me.close(answers).await;
            for number in 0..30 {
                send(&me, writer, &format!("task {number}")).await;
            }
            me.close(writer).await;
            let mut seen = Vec::new();
            while let Some(text) = receive(&me, results).await {
                seen.push(text);
            }
            let mut expected: Vec<String> = (0..30).map(|n| format!("task {n}")).collect();
            seen.sort();
            expected.sort();
            assert_eq!(seen, expected);
            for _ in 0..3 {
                assert_eq!(me.wait(None).await.expect("a child ends").1, WaitStatus::Exited(0));
            }
            0
        });
    });
}

#[test]
fn a_lock_that_one_process_takes_all_the_time_still_excludes() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let lock = semaphore(&me, "/lock", 1).await;
            let inside = semaphore(&me, "/inside", 1).await;
            me.spawn("other", |child| async move {
                let lock = semaphore(&child, "/lock", 0).await;
                let inside = semaphore(&child, "/inside", 0).await;
                for _ in 0..10 {
                    down(&child, lock).await;
                    assert!(try_down(&child, inside).await, "two are inside");
                    child.print("in").await;
                    up(&child, inside);
                    up(&child, lock);
                }
                0
            })
            .await;
            let turns = || async {
                for _ in 0..15 {
                    down(&me, lock).await;
                    assert!(try_down(&me, inside).await, "two are inside");
                    up(&me, inside);
                    up(&me, lock);
                }
            };
            both(turns(), turns()).await;
            assert_eq!(me.wait(None).await.expect("a child ends").1, WaitStatus::Exited(0));
            assert_eq!((value(&me, lock).await, value(&me, inside).await), (1, 1));
            assert!(try_down(&me, lock).await);
            assert!(!try_down(&me, lock).await);
            0
        });
    });
}

#[test]
fn who_may_not_wait_gets_a_free_lock_that_is_leased_to_another() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let lock = semaphore(&me, "/lock", 1).await;
            for _ in 0..10 {
                down(&me, lock).await;
                up(&me, lock);
            }
            me.spawn("other", |child| async move {
                let lock = semaphore(&child, "/lock", 0).await;
                assert!(try_down(&child, lock).await, "the lock is free");
                up(&child, lock);
                0
            })
            .await;
            assert_eq!(me.wait(None).await.expect("a child ends").1, WaitStatus::Exited(0));
            0
        });
    });
}

#[test]
fn a_dead_holder_keeps_nothing() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let (news, tells) = me.pipe().await;
            let lock = semaphore(&me, "/lock", 1).await;
            let holder = me
                .spawn("holder", move |child| async move {
                    let lock = semaphore(&child, "/lock", 0).await;
                    for _ in 0..10 {
                        down(&child, lock).await;
                        up(&child, lock);
                    }
                    // Knows the body of the first message, and does not read it.
                    assert_eq!(child.read(reader, 4).await.expect("it works"), [0, 0, 0, 3]);
                    send(&child, tells, "ready").await;
                    down(&child, semaphore(&child, "/never", 0).await).await;
                    0
                })
                .await;
            send(&me, writer, "abc").await;
            send(&me, writer, "def").await;
            for _ in 0..5 {
                down(&me, lock).await;
                up(&me, lock);
            }
            assert_eq!(receive(&me, news).await.as_deref(), Some("ready"));
            me.kill(holder, Signal::KILL).await.expect("it works");
            assert_eq!(
                me.wait(None).await.expect("a child ends").1,
                WaitStatus::Signaled(Signal::KILL)
            );
            down(&me, lock).await;
            me.close(writer).await;
            let rest = me.read_all(reader).await;
            assert_eq!(rest, b"abc\0\0\0\x03def");
            0
        });
    });
}

#[test]
fn who_knows_that_the_reader_is_gone_is_told_at_the_first_write() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            me.spawn("reader", move |child| async move {
                child.close(writer).await;
                for _ in 0..5 {
                    receive(&child, reader).await.expect("a message");
                }
                0
            })
            .await;
            me.close(reader).await;
            for number in 0..5 {
                send(&me, writer, &number.to_string()).await;
            }
            assert_eq!(me.wait(None).await.expect("a child ends").1, WaitStatus::Exited(0));
            let written = me.persist(Syscall::Write { fd: writer, data: b"x".to_vec().into() });
            assert_eq!(written.await, Err(Errno::EPIPE));
            0
        });
    });
}

#[test]
fn descriptors_that_are_replaced_take_no_lease_along() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let (other_reader, other_writer) = me.pipe().await;
            send(&me, writer, "lost").await;
            send(&me, writer, "lost").await;
            send(&me, other_writer, "kept").await;
            assert_eq!(me.read(reader, 4).await.expect("it works"), [0, 0, 0, 4]);
            let dup = |fd, to| me.persist(Syscall::Dup2 { fd, to, cloexec: false });
            assert_eq!(dup(other_reader, reader).await, Ok(Reply::Fd(reader)));
            assert_eq!(dup(other_writer, writer).await, Ok(Reply::Fd(writer)));
            assert_eq!(receive(&me, reader).await.as_deref(), Some("kept"));
            send(&me, writer, "new").await;
            assert_eq!(receive(&me, other_reader).await.as_deref(), Some("new"));
            assert_eq!(dup(Fd(99), reader).await, Err(Errno::EBADF));
            0
        });
    });
}
