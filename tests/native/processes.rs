//! The life of processes: parents and children, exit statuses, orphans, and what `ps` shows.

use expect_test::expect;
use vivarium_kernel::{Cause, Launch};
use vivarium_protocol::{
    Errno, ExitStatus, Mode, OpenFlags, Pid, Reply, Seed, Signal, Syscall, Timespec, WaitFor,
    WaitStatus,
};

use crate::world::{World, program, under_every_schedule};

#[test]
fn every_child_is_waited_for_exactly_once() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            for code in 1..=5 {
                me.spawn("child", move |_| async move { code }).await;
            }
            let mut codes = Vec::new();
            while let Ok((_, status)) = me.wait(None).await {
                match status {
                    WaitStatus::Exited(code) => codes.push(code),
                    WaitStatus::Signaled(signal) => panic!("a child died of {signal:?}"),
                }
            }
            codes.sort_unstable();
            assert_eq!(codes, [1, 2, 3, 4, 5]);
            assert_eq!(me.wait(None).await, Err(Errno::ECHILD));
            9
        });
        assert_eq!(end.processes.len(), 6);
        assert_eq!(end.processes[0].status, ExitStatus::Exited(9));
        assert!(end.processes.iter().skip(1).all(|process| process.ppid == Pid(1)));
    });
}

#[test]
fn waiting_for_one_child_does_not_take_another() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let first = me.spawn("first", |_| async { 1 }).await;
            let second = me.spawn("second", |_| async { 2 }).await;
            assert_eq!(me.wait(Some(second)).await, Ok((second, WaitStatus::Exited(2))));
            assert_eq!(me.wait(Some(first)).await, Ok((first, WaitStatus::Exited(1))));
            assert_eq!(me.wait(Some(first)).await, Err(Errno::ECHILD));
            0
        });
    });
}

#[test]
fn a_wait_that_must_not_hang_says_that_none_has_ended() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let child = me
                .spawn("child", move |child| async move {
                    child.close(writer).await;
                    child.read_all(reader).await;
                    0
                })
                .await;
            let ask = Syscall::Waitpid { who: WaitFor::Child(child), no_hang: true };
            assert_eq!(me.call(ask).await, Ok(Reply::Waited(None)));
            me.close(writer).await;
            assert_eq!(me.wait(Some(child)).await, Ok((child, WaitStatus::Exited(0))));
            0
        });
    });
}

#[test]
fn a_run_takes_its_other_processes_along() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            me.spawn("parent", move |parent| async move {
                parent
                    .spawn("grandchild", move |child| async move {
                        child.read(reader, 1).await.unwrap();
                        0
                    })
                    .await;
                parent.write(writer, b"").await.unwrap();
                0
            })
            .await;
            me.wait(None).await.unwrap();
            3
        });
        assert_eq!(end.cause, Cause::Process);
        let statuses: Vec<_> = end.processes.iter().map(|p| p.status.clone()).collect();
        let killed = ExitStatus::Signaled(Signal::KILL);
        assert_eq!(statuses, [ExitStatus::Exited(3), ExitStatus::Exited(0), killed]);
        assert!(world.kernel.processes().0.is_empty(), "nothing is left");
    });
}

#[test]
fn an_orphan_has_no_parent_any_more() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let (go, ready) = me.pipe().await;
            let parent = me
                .spawn("parent", move |parent| async move {
                    parent
                        .spawn("orphan", move |child| async move {
                            child.close(ready).await;
                            child.read_all(go).await;
                            let Ok(Reply::Count(ppid)) = child.call(Syscall::Getppid).await else {
                                panic!("getppid cannot fail")
                            };
                            child.write(writer, &[u8::try_from(ppid).unwrap()]).await.unwrap();
                            0
                        })
                        .await;
                    0
                })
                .await;
            assert_eq!(me.wait(Some(parent)).await, Ok((parent, WaitStatus::Exited(0))));
            assert_eq!(me.wait(None).await, Err(Errno::ECHILD), "the orphan is not our child");
            me.close(ready).await;
            assert_eq!(me.read(reader, 1).await.unwrap(), [0]);
            0
        });
    });
}

#[test]
fn the_same_seed_gives_the_same_trace() {
    let trace = |seed| {
        let mut world = World::new(seed);
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            for _ in 0..3 {
                me.spawn("child", move |child| async move {
                    child.write(writer, b"x").await.unwrap();
                    0
                })
                .await;
            }
            me.close(writer).await;
            me.read_all(reader).await;
            0
        });
        world.kernel.trace().to_string()
    };
    assert_eq!(trace(1), trace(1));
    assert!((2..20).any(|seed| trace(seed) != trace(1)), "the seed must matter");
}

#[test]
fn a_run_in_lockstep_sees_neither_the_date_nor_another_seed() {
    let seen = |seed, page_time| {
        let mut world = World::new(page_time);
        let wall = Timespec { sec: i64::try_from(page_time).unwrap_or(0), nsec: 0 };
        world.kernel.tree_mut().write_file("a", b"x", wall).expect("there is room");
        let mode = Mode::Lockstep { seed: Seed(seed), budget: None };
        world.launch(Launch { mode, ..program("main.py") }, |me| async move {
            let stat = Syscall::Stat { at: None, path: "a".into(), follow: true };
            let Ok(Reply::Metadata(metadata)) = me.call(stat).await else { return 1 };
            let urandom = me.open("/dev/urandom", OpenFlags::RDONLY).await.unwrap();
            let bytes = me.read(urandom, 8).await.unwrap();
            me.print(&format!("{} {bytes:?}", metadata.mtime.sec)).await;
            0
        });
        world.settle();
        String::from_utf8(std::mem::take(&mut world.stdout)).unwrap()
    };
    assert_eq!(seen(1, 5), seen(1, 77));
    assert_ne!(seen(1, 5), seen(2, 5));
    assert!(seen(1, 5).starts_with("1767225600 "));
}

#[test]
fn ps_and_the_trace_tell_what_goes_on() {
    let mut world = World::new(1);
    world.launch(program("main.py"), |me| async move {
        me.spawn_reader("worker.py").await;
        me.spawn("quick.py", |_| async { 4 }).await;
        me.wait(Some(Pid(2))).await.unwrap();
        0
    });
    world.settle();
    expect![["
        PID  PPID S WAITS FOR          COMMAND
        1     0 S process 2          python main.py
        2     1 S data in pipe 1     python worker.py
        3     1 Z -                  python quick.py"]]
    .assert_eq(&flush_left(&world.kernel.processes().to_string()));
    let open: Vec<String> =
        world.kernel.processes().0[1].open_files.iter().map(ToString::to_string).collect();
    assert_eq!(open, ["0r stdin", "1w stdout", "2w stderr", "3r pipe:1"]);
    expect![["
        0 pid 1 spawn by 0: python main.py
        0 pid 1 #1 pipe()
        0 pid 1 #1 = ok"]]
    .assert_eq(&first_lines(&flush_left(&world.kernel.trace().to_string()), 3));
}

fn flush_left(text: &str) -> String {
    text.lines().map(str::trim_start).collect::<Vec<_>>().join("\n")
}

fn first_lines(text: &str, count: usize) -> String {
    text.lines().take(count).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_crash_is_a_segmentation_fault_to_the_parent() {
    let mut world = World::new(1);
    let run = world.launch(program("main.py"), |me| async move {
        let child = me.spawn("child", |_| std::future::pending()).await;
        let (_, status) = me.wait(Some(child)).await.unwrap();
        assert_eq!(status, WaitStatus::Signaled(Signal::SEGV));
        0
    });
    // The first process runs until it waits; the second one's worker breaks down at once.
    while world.kernel.processes().0.len() < 2 {
        world.step();
    }
    let status = ExitStatus::Crashed { message: "the stack ended".into() };
    world.break_down(Pid(2), status.clone());
    world.settle();
    assert_eq!(world.ended[&run].processes[1].status, status);
}

#[test]
fn a_pack_comes_from_the_host() {
    let mut world = World::new(1);
    world.run(|me| async move {
        let load = |name: &str| Syscall::LoadPack { name: name.to_owned() };
        let pack = Reply::Data(b"pack".to_vec().into());
        assert_eq!(me.call(load("library.pack")).await, Ok(pack));
        assert_eq!(me.call(load("other.pack")).await, Err(Errno::ENOENT));
        0
    });
}

#[test]
fn two_processes_cannot_both_create_a_file() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            for _ in 0..3 {
                me.spawn("racer", |child| async move {
                    let flags = OpenFlags::WRONLY | OpenFlags::CREAT | OpenFlags::EXCL;
                    u8::from(child.open("lock", flags).await.is_ok())
                })
                .await;
            }
            let mut winners = 0;
            while let Ok((_, status)) = me.wait(None).await {
                winners += u8::from(status == WaitStatus::Exited(1));
            }
            winners
        });
        assert_eq!(end.processes[0].status, ExitStatus::Exited(1));
    });
}
