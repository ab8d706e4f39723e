//! Sockets, semaphores and mapped files between processes: nothing lost, doubled or mixed, and no
//! wake-up missed, whoever's turn it is.

use vivarium_kernel::{Cause, SocketState};
use vivarium_protocol::{
    Domain, Errno, Fd, MessageFlags, OpenFlags, PollEvents, PollFd, Reply, SemId, ShutdownHow,
    Signal, SockAddr, SocketKind, SocketOption, Syscall, WaitStatus,
};

use crate::world::{Process, World, under_every_schedule};

const PORT: SockAddr = SockAddr::Inet { address: [127, 0, 0, 1], port: 8000 };

async fn socket(me: &Process, kind: SocketKind) -> Fd {
    let flags = OpenFlags(0);
    match me.persist(Syscall::Socket { domain: Domain::Inet, kind, flags }).await {
        Ok(Reply::Fd(fd)) => fd,
        other => panic!("socket gave {other:?}"),
    }
}

async fn listener(me: &Process, backlog: u32) -> Fd {
    let fd = socket(me, SocketKind::Stream).await;
    me.persist(Syscall::Bind { fd, address: PORT }).await.expect("the port is free");
    me.persist(Syscall::Listen { fd, backlog }).await.expect("nobody else listens");
    fd
}

async fn accept(me: &Process, fd: Fd) -> Fd {
    match me.persist(Syscall::Accept { fd, flags: OpenFlags(0) }).await {
        Ok(Reply::Accepted(fd, _)) => fd,
        other => panic!("accept gave {other:?}"),
    }
}

async fn connected(me: &Process) -> Fd {
    let fd = socket(me, SocketKind::Stream).await;
    me.persist(Syscall::Connect { fd, address: PORT }).await.expect("somebody listens");
    fd
}

fn pattern(seed: u8, len: usize) -> Vec<u8> {
    (0..len).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1] ^ seed).collect()
}

#[test]
fn a_server_echoes_to_more_clients_than_its_queue_holds() {
    const CLIENTS: u8 = 4;
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let listener = listener(&me, 0).await;
            for seed in 0..CLIENTS {
                me.spawn("client", move |child| async move {
                    let fd = connected(&child).await;
                    let data = pattern(seed, 100_000);
                    child.write(fd, &data).await.unwrap();
                    let how = ShutdownHow::Write;
                    child.persist(Syscall::Shutdown { fd, how }).await.unwrap();
                    assert!(child.read_all(fd).await == data, "bytes were lost or mixed");
                    0
                })
                .await;
            }
            for _ in 0..CLIENTS {
                let fd = accept(&me, listener).await;
                let data = me.read_all(fd).await;
                me.write(fd, &data).await.unwrap();
                me.close(fd).await;
            }
            for _ in 0..CLIENTS {
                assert_eq!(me.wait(None).await.unwrap().1, WaitStatus::Exited(0));
            }
            0
        });
        assert_eq!(end.cause, Cause::Process);
        let left = world.kernel.sockets();
        let is_open = |held: &&_| {
            let held: &vivarium_kernel::HeldSocket = held;
            held.socket.state != SocketState::TimeWait
        };
        assert_eq!(left.0.iter().filter(is_open).count(), 0, "sockets end with their processes");
    });
}

#[test]
fn a_polling_receiver_misses_no_wake_up_of_a_slow_queue() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let listener = listener(&me, 5).await;
            let sender = me
                .spawn("sender", |child| async move {
                    let fd = connected(&child).await;
                    let (option, value) = (SocketOption::SendBuffer, 0);
                    child.persist(Syscall::SetSocketOption { fd, option, value }).await.unwrap();
                    child.write(fd, &pattern(9, 60_000)).await.unwrap();
                    0
                })
                .await;
            let fd = accept(&me, listener).await;
            let (option, value) = (SocketOption::ReceiveBuffer, 0);
            me.persist(Syscall::SetSocketOption { fd, option, value }).await.unwrap();
            let flags = OpenFlags(OpenFlags::NONBLOCK);
            me.persist(Syscall::SetFlags { fd, flags }).await.unwrap();
            let mut received = Vec::new();
            loop {
                let fds = vec![PollFd { fd, events: PollEvents(PollEvents::IN) }];
                me.persist(Syscall::Poll { fds, timeout_ms: None }).await.unwrap();
                let flags = MessageFlags(0);
                match me.persist(Syscall::Receive { fd, len: 5000, flags }).await {
                    Ok(Reply::Received(data, None)) if data.0.is_empty() => break,
                    Ok(Reply::Received(data, None)) => received.extend(data.0),
                    other => panic!("poll said that there is something, recv gave {other:?}"),
                }
            }
            assert!(received == pattern(9, 60_000), "bytes were lost or mixed");
            assert_eq!(me.wait(Some(sender)).await, Ok((sender, WaitStatus::Exited(0))));
            0
        });
    });
}

#[test]
fn a_killed_client_is_an_end_or_a_reset_and_never_a_hang() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let listener = listener(&me, 5).await;
            let client = me
                .spawn("client", |child| async move {
                    let fd = connected(&child).await;
                    loop {
                        child.write(fd, &[7; 1000]).await.unwrap();
                        child.read(fd, 100).await.unwrap();
                    }
                })
                .await;
            let fd = accept(&me, listener).await;
            assert_eq!(me.read(fd, 500).await.unwrap().len(), 500);
            me.write(fd, &[1; 100]).await.unwrap();
            me.kill(client, Signal::KILL).await.unwrap();
            assert_eq!(me.wait(Some(client)).await.unwrap().1, WaitStatus::Signaled(Signal::KILL));
            let mut total = 500;
            let error = loop {
                match me.read(fd, 10_000).await {
                    Ok(data) if data.is_empty() => break None,
                    Ok(data) => total += data.len(),
                    Err(errno) => break Some(errno),
                }
            };
            assert!(total >= 1000 && total % 1000 == 0, "{total} bytes came");
            assert!(matches!(error, None | Some(Errno::ECONNRESET)), "{error:?}");
            0
        });
    });
}

#[test]
fn datagrams_come_whole_and_in_order() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let fd = socket(&me, SocketKind::Datagram).await;
            me.persist(Syscall::Bind { fd, address: PORT }).await.unwrap();
            me.spawn("pinger", |child| async move {
                let fd = socket(&child, SocketKind::Datagram).await;
                for n in 0..30_u8 {
                    let data = vec![n; usize::from(n)].into();
                    let (flags, to) = (MessageFlags(0), Some(PORT));
                    let sent = child.persist(Syscall::Send { fd, data, flags, to }).await;
                    assert_eq!(sent, Ok(Reply::Count(n.into())));
                }
                0
            })
            .await;
            for n in 0..30_u8 {
                let flags = MessageFlags(0);
                match me.persist(Syscall::Receive { fd, len: 100, flags }).await {
                    Ok(Reply::Received(data, Some(_))) => assert_eq!(data.0, vec![n; n.into()]),
                    other => panic!("recvfrom gave {other:?}"),
                }
            }
            0
        });
    });
}

async fn semaphore(me: &Process, value: u32) -> SemId {
    let (name, flags) = ("/mutex".to_owned(), OpenFlags(OpenFlags::CREAT));
    match me.persist(Syscall::SemOpen { name, flags, value }).await {
        Ok(Reply::Sem { sem, .. }) => sem,
        other => panic!("sem_open gave {other:?}"),
    }
}

async fn down(me: &Process, sem: SemId, timeout_ms: Option<u32>) -> Result<Reply, Errno> {
    me.persist(Syscall::SemWait { sem, timeout_ms }).await
}

async fn up(me: &Process, sem: SemId) {
    me.persist(Syscall::SemPost { sem, max: u32::MAX }).await.expect("the semaphore is open");
}

/// Asks for what changed in the first four bytes of a mapped file since `seen`, and gives `writes`.
async fn sync(me: &Process, fd: Fd, seen: &mut u32, copy: &mut u32, writes: Option<u32>) {
    let writes = writes.map(|value| (0, value.to_le_bytes().to_vec().into()));
    let writes = writes.into_iter().collect();
    match me.persist(Syscall::MapSync { fd, offset: 0, len: 4, seen: *seen, writes }).await {
        Ok(Reply::Pages { version, pages }) => {
            *seen = version;
            for (_, page) in pages {
                *copy = page.0.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte));
            }
        }
        other => panic!("it gave {other:?}"),
    }
}

#[test]
fn increments_of_shared_memory_under_a_semaphore_are_never_lost() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let path = "/dev/shm/counter";
            let fd = me.open(path, OpenFlags::RDWR | OpenFlags::CREAT).await.unwrap();
            me.persist(Syscall::Truncate { fd, len: 4 }).await.unwrap();
            let mutex = semaphore(&me, 1).await;
            for _ in 0..4 {
                me.spawn("counter", move |child| async move {
                    let mutex = semaphore(&child, 0).await;
                    let (mut seen, mut copy) = (0, 0);
                    for _ in 0..10 {
                        down(&child, mutex, None).await.unwrap();
                        sync(&child, fd, &mut seen, &mut copy, None).await;
                        copy += 1;
                        let mine = Some(copy);
                        sync(&child, fd, &mut seen, &mut copy, mine).await;
                        up(&child, mutex).await;
                    }
                    0
                })
                .await;
            }
            for _ in 0..4 {
                assert_eq!(me.wait(None).await.unwrap().1, WaitStatus::Exited(0));
            }
            let (mut seen, mut copy) = (0, 0);
            sync(&me, fd, &mut seen, &mut copy, None).await;
            assert_eq!(copy, 40);
            let value = me.persist(Syscall::SemValue { sem: mutex }).await;
            assert_eq!(value, Ok(Reply::Count(1)));
            0
        });
    });
}

#[test]
fn each_post_lets_one_waiter_go_and_time_runs_out_for_the_rest() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let sem = semaphore(&me, 0).await;
            for _ in 0..5 {
                me.spawn("waiter", |child| async move {
                    let sem = semaphore(&child, 0).await;
                    match down(&child, sem, Some(1000)).await {
                        Ok(_) => 0,
                        Err(errno) => u8::try_from(errno.number()).unwrap(),
                    }
                })
                .await;
            }
            for _ in 0..3 {
                up(&me, sem).await;
            }
            let mut statuses = Vec::new();
            for _ in 0..5 {
                statuses.push(me.wait(None).await.unwrap().1);
            }
            let count = |wanted| statuses.iter().filter(|status| **status == wanted).count();
            assert_eq!(count(WaitStatus::Exited(0)), 3);
            assert_eq!(count(WaitStatus::Exited(110)), 2, "ETIMEDOUT");
            0
        });
        assert!(world.now.0 >= 1000, "two have waited");
    });
}

#[test]
fn who_waits_on_a_socket_or_semaphore_is_said_when_the_run_is_killed() {
    let mut world = World::new(3);
    let mut launch = crate::world::program("deadlock");
    launch.timeout_ms = Some(1000);
    let run = world.launch(launch, |me| async move {
        let listener = listener(&me, 5).await;
        me.spawn("client", |child| async move {
            let fd = connected(&child).await;
            child.read(fd, 1).await.unwrap();
            0
        })
        .await;
        accept(&me, listener).await;
        let sem = semaphore(&me, 0).await;
        down(&me, sem, None).await.unwrap();
        0
    });
    world.settle();
    let end = world.ended.remove(&run).unwrap();
    let note = "Process 1 waits for semaphore /mutex to be posted. Process 2 waits for data from \
        the connection 127.0.0.1:32768 to 127.0.0.1:8000.";
    assert_eq!(end.note.as_deref(), Some(note));
}
