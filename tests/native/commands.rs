//! Built-in commands: what they print, how they end, and that they wait and die like processes.

use vivarium_kernel::PROCESS_LIMIT;
use vivarium_protocol::{Errno, ExitStatus, Fd, OpenFlags, Pid, Reply, Signal, SpawnGroup};
use vivarium_protocol::{Syscall, Timespec, WaitStatus};

use crate::world::{Process, World, program, spawn, under_every_schedule};

const STANDARD: [(Fd, Fd); 3] =
    [(Fd::STDIN, Fd::STDIN), (Fd::STDOUT, Fd::STDOUT), (Fd::STDERR, Fd::STDERR)];

fn put(world: &mut World, name: &str, content: &str) {
    let tree = world.kernel.tree_mut();
    tree.write_file(name, content.as_bytes(), Timespec::default()).expect("there is room");
}

/// Runs commands one after the other; returns all that they print, and their statuses.
fn typed(commands: &'static [&'static [&'static str]]) -> String {
    let mut world = World::new(1);
    for (name, content) in [("a.txt", "alpha\n"), (".hidden", ""), ("d/b.txt", "beta\n")] {
        put(&mut world, name, content);
    }
    world.run(move |me| async move {
        for argv in commands {
            let child = me.command(argv, &STANDARD).await;
            let (_, status) = me.wait(Some(child)).await.expect("it is a child");
            if status != WaitStatus::Exited(0) {
                me.print(&format!("[{status:?}]\n")).await;
            }
        }
        0
    });
    world.transcript.lines().filter(|line| line.starts_with("Std")).fold(
        String::new(),
        |mut all, line| {
            all.push_str(line.trim_start_matches("Stdout ").trim_start_matches("Stderr "));
            all.push('\n');
            all
        },
    )
}

fn check(commands: &'static [&'static [&'static str]], expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|text| format!("{text:?}")).collect();
    assert_eq!(typed(commands).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn echo_and_its_like_say_what_they_know() {
    check(&[&["echo", "a", "b"], &["echo", "-n", "c"], &["echo"]], &["a b\n", "c", "\n"]);
    check(&[&["true"], &["false"]], &["[Exited(1)]\n"]);
    check(&[&["pwd"]], &["/home/learner\n"]);
    check(&[&["env"], &["env", "A=1", "B=2"]], &["A=1\nB=2\n"]);
    check(&[&["env", "A=1", "echo", "x"]], &["x\n"]);
    let missing = "env: ‘nothing’: No such file or directory\n";
    check(&[&["env", "nothing"]], &[missing, "[Exited(127)]\n"]);
}

#[test]
fn cat_shows_files_one_after_the_other() {
    check(&[&["cat", "a.txt", "d/b.txt"]], &["alpha\n", "beta\n"]);
    check(
        &[&["cat", "missing", "a.txt"]],
        &["cat: missing: No such file or directory\n", "alpha\n", "[Exited(1)]\n"],
    );
    check(&[&["cat", "d"]], &["cat: d: Is a directory\n", "[Exited(1)]\n"]);
    check(&[&["cat", "-x"]], &["cat: invalid option -- 'x'\n", "[Exited(1)]\n"]);
}

#[test]
fn ls_lists_names_in_order() {
    check(&[&["ls"]], &["a.txt\nd\n"]);
    check(&[&["ls", "-a"]], &[".\n..\n.hidden\na.txt\nd\n"]);
    check(&[&["ls", "-1", "d", "a.txt"]], &["a.txt\n", "\nd:\nb.txt\n"]);
    check(&[&["ls", "-l", "d"]], &["total 1\n-rw-r--r-- 1 learner learner 5 Jan  1 00:00 b.txt\n"]);
    check(
        &[&["ls", "none"]],
        &["ls: cannot access 'none': No such file or directory\n", "[Exited(2)]\n"],
    );
}

#[test]
fn sleep_takes_its_time_and_says_what_it_does_not_understand() {
    let mut world = World::new(1);
    world.run(|me| async move {
        me.command(&["sleep", "1.5", "1m"], &STANDARD).await;
        me.wait(None).await.unwrap();
        0
    });
    assert_eq!(world.now.0, 61_500);
    check(&[&["sleep"]], &["sleep: missing operand\n", "[Exited(1)]\n"]);
    check(&[&["sleep", "x"]], &["sleep: invalid time interval ‘x’\n", "[Exited(1)]\n"]);
}

/// `echo | cat | cat > out`, with ends closed as a shell closes them.
async fn pipeline(me: &Process, text: &str) -> Vec<u8> {
    let (first_out, first_in) = me.pipe().await;
    let (second_out, second_in) = me.pipe().await;
    let (last_out, last_in) = me.pipe().await;
    me.command(&["echo", text], &[(Fd::STDOUT, first_in)]).await;
    me.command(&["cat"], &[(Fd::STDIN, first_out), (Fd::STDOUT, second_in)]).await;
    me.command(&["cat", "-"], &[(Fd::STDIN, second_out), (Fd::STDOUT, last_in)]).await;
    for fd in [first_out, first_in, second_out, second_in, last_in] {
        me.close(fd).await;
    }
    let all = me.read_all(last_out).await;
    me.close(last_out).await;
    all
}

#[test]
fn a_pipeline_of_commands_passes_everything_on() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let text = "x".repeat(200_000);
            let read = pipeline(&me, &text).await;
            assert_eq!(read.len(), text.len() + 1);
            for _ in 0..3 {
                let (_, status) = me.wait(None).await.unwrap();
                assert_eq!(status, WaitStatus::Exited(0));
            }
            assert_eq!(me.wait(None).await, Err(Errno::ECHILD));
            0
        });
        assert_eq!(end.processes.len(), 4);
        let commands: Vec<&str> = end.processes.iter().map(|p| p.command.as_str()).collect();
        assert_eq!(commands, ["python", "echo", "cat", "cat"]);
        assert!(world.kernel.processes().0.is_empty());
    });
}

#[test]
fn an_endless_command_leaves_the_host_its_turn_and_dies_of_a_broken_pipe() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let zeros = me.command(&["cat", "/dev/zero"], &[(Fd::STDOUT, writer)]).await;
            let null = me.open("/dev/null", OpenFlags::WRONLY).await.unwrap();
            let busy = me.command(&["cat", "/dev/zero"], &[(Fd::STDOUT, null)]).await;
            me.close(writer).await;
            assert_eq!(me.read(reader, 3).await.unwrap(), [0; 3]);
            me.close(reader).await;
            let broken = WaitStatus::Signaled(Signal::PIPE);
            assert_eq!(me.wait(Some(zeros)).await, Ok((zeros, broken)));
            me.kill(busy, Signal::TERM).await.unwrap();
            let killed = WaitStatus::Signaled(Signal::TERM);
            assert_eq!(me.wait(Some(busy)).await, Ok((busy, killed)));
            0
        });
    });
}

#[test]
fn the_resource_tracker_lives_as_long_as_its_pipe() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let code = format!("from multiprocessing.resource_tracker import main;main({})", 7);
            let argv = ["/usr/bin/python3", "-I", "-c", &code];
            let order = spawn("/usr/bin/python3", &argv, &[(Fd(7), reader)]);
            let Ok(Reply::Pid(tracker)) = me.persist(order).await else { return 1 };
            me.write(writer, b"REGISTER:/psm_1:shared_memory\n").await.unwrap();
            let ask =
                Syscall::Waitpid { who: vivarium_protocol::WaitFor::Child(tracker), no_hang: true };
            assert_eq!(me.persist(ask).await, Ok(Reply::Waited(None)));
            me.close(writer).await;
            assert_eq!(me.wait(None).await, Ok((tracker, WaitStatus::Exited(0))));
            0
        });
        assert_eq!(end.processes[1].command, "resource_tracker", "no worker is spent on it");
        assert_eq!(end.processes[0].status, ExitStatus::Exited(0));
    });
}

fn answers(path: &str, argv: &[&str], expected: Errno) {
    let order = spawn(path, argv, &STANDARD);
    let mut world = World::new(1);
    for (name, content) in [("plain", "text"), ("bad", "#!/no/such/thing\n"), ("loop", "#!loop\n")]
    {
        put(&mut world, name, content);
    }
    world.run(move |me| async move {
        for name in ["bad", "loop"] {
            let chmod =
                Syscall::Chmod { at: None, path: name.to_owned(), mode: 0o755, follow: true };
            assert_eq!(me.persist(chmod).await, Ok(Reply::Done));
        }
        assert_eq!(me.persist(order).await, Err(expected));
        0
    });
}

#[test]
fn what_is_no_program_cannot_be_started() {
    answers("/usr/bin/nothing", &["nothing"], Errno::ENOENT);
    answers("plain", &["plain"], Errno::EACCES);
    answers("/usr", &["usr"], Errno::EACCES);
    answers("bad", &["bad"], Errno::ENOENT);
    answers("loop", &["loop"], Errno::ELOOP);
    answers("/usr/bin/true", &[], Errno::EINVAL);
}

#[test]
fn a_script_is_started_by_what_its_first_line_names() {
    let mut world = World::new(1);
    let scripts = [
        ("one", "#!/usr/bin/env python3\n"),
        ("two", "#!/usr/local/bin/python3.12 -u\n"),
        ("three", "#!/bin/echo said\n"),
    ];
    for (name, content) in scripts {
        put(&mut world, name, content);
    }
    world.launch(program("main.py"), |me| async move {
        for name in ["one", "two", "three"] {
            let path = name.to_owned();
            let chmod = Syscall::Chmod { at: None, path, mode: 0o755, follow: true };
            me.persist(chmod).await.unwrap();
            let path = format!("./{name}");
            me.persist(spawn(&path, &[name, "arg"], &STANDARD)).await.unwrap();
        }
        me.wait(Some(Pid(2))).await.unwrap();
        0
    });
    world.settle();
    let views = world.kernel.processes().0;
    let seen: Vec<String> =
        views.iter().skip(1).map(|v| format!("{} {}", v.command, v.argv.join(" "))).collect();
    assert_eq!(seen, ["python ./one arg", "python -u ./two arg", "echo said ./three arg"]);
    assert_eq!(String::from_utf8_lossy(&world.stdout), "said ./three arg\n");
}

#[test]
fn a_run_has_so_many_processes_and_no_more() {
    let mut world = World::new(1);
    let end = world.run(|me| async move {
        let (reader, writer) = me.pipe().await;
        for _ in 1..PROCESS_LIMIT {
            me.command(&["cat"], &[(Fd::STDIN, reader)]).await;
        }
        let order = spawn("/usr/bin/true", &["true"], &STANDARD);
        assert_eq!(me.persist(order.clone()).await, Err(Errno::EAGAIN));
        me.close(writer).await;
        me.close(reader).await;
        for _ in 1..PROCESS_LIMIT {
            // Zombies count until they are waited for.
            let (_, status) = me.wait(None).await.unwrap();
            // `cat` has no standard output here.
            assert!(matches!(status, WaitStatus::Exited(_)));
        }
        assert!(me.persist(order).await.is_ok());
        0
    });
    assert_eq!(end.processes.len(), PROCESS_LIMIT + 1);
}

#[test]
fn groups_are_signaled_together_and_stay_in_their_session() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let (reader, _writer) = me.pipe().await;
            let sleeper = |group| {
                let mut order = spawn("/usr/bin/cat", &["cat"], &[(Fd::STDIN, reader)]);
                if let Syscall::Spawn { group: wanted, .. } = &mut order {
                    *wanted = group;
                }
                order
            };
            let pid = |reply| match reply {
                Ok(Reply::Pid(pid)) => pid,
                other => panic!("it gave {other:?}"),
            };
            let leader = pid(me.persist(sleeper(SpawnGroup::New)).await);
            let member = pid(me.persist(sleeper(SpawnGroup::Join(leader))).await);
            let other = pid(me.persist(sleeper(SpawnGroup::Session)).await);
            let mine = pid(me.persist(sleeper(SpawnGroup::Inherit)).await);
            let group_of = |pid| me.persist(Syscall::Getpgid { pid: Some(pid) });
            assert_eq!(group_of(member).await, Ok(Reply::Pid(leader)));
            assert_eq!(group_of(mine).await, Ok(Reply::Pid(me.pid)));
            let session = me.persist(Syscall::Getsid { pid: Some(other) }).await;
            assert_eq!(session, Ok(Reply::Pid(other)));
            let foreign = me.persist(sleeper(SpawnGroup::Join(other))).await;
            assert_eq!(foreign, Err(Errno::EPERM), "a group of another session");
            assert_eq!(me.persist(Syscall::Setsid).await, Err(Errno::EPERM), "it leads a group");
            let moved = me.persist(Syscall::Setpgid { pid: Some(mine), group: None }).await;
            assert_eq!(moved, Err(Errno::EACCES), "it has executed its program");

            let target = vivarium_protocol::KillTarget::Group(Some(leader));
            me.persist(Syscall::Kill { target, signal: Signal::TERM }).await.unwrap();
            let who = vivarium_protocol::WaitFor::Group(leader);
            for _ in 0..2 {
                let ended = me.persist(Syscall::Waitpid { who, no_hang: false }).await;
                let Ok(Reply::Waited(Some((pid, WaitStatus::Signaled(Signal::TERM))))) = ended
                else {
                    panic!("waitpid gave {ended:?}")
                };
                assert!([leader, member].contains(&pid));
            }
            let none = me.persist(Syscall::Waitpid { who, no_hang: false }).await;
            assert_eq!(none, Err(Errno::ECHILD));
            let target = vivarium_protocol::KillTarget::All;
            me.persist(Syscall::Kill { target, signal: Signal::KILL }).await.unwrap();
            let mut ended = [me.wait(None).await.unwrap().0, me.wait(None).await.unwrap().0];
            ended.sort_unstable();
            assert_eq!(ended, [other, mine]);
            let gone = me.persist(Syscall::Kill { target, signal: Signal::KILL }).await;
            assert_eq!(gone, Err(Errno::ESRCH));
            0
        });
    });
}

#[test]
fn stop_reaches_the_foreground_and_ends_the_rest_with_the_run() {
    under_every_schedule(|world| {
        let run = world.launch(program("main.py"), |me| async move {
            let (reader, _writer) = me.pipe().await;
            me.command(&["cat"], &[(Fd::STDIN, reader)]).await;
            let mut order = spawn("/usr/bin/sleep", &["sleep", "100"], &STANDARD);
            if let Syscall::Spawn { group, .. } = &mut order {
                *group = SpawnGroup::Session;
            }
            me.persist(order).await.unwrap();
            me.catch(Signal::INT);
            let (_, status) = me.wait(None).await.unwrap();
            assert_eq!(status, WaitStatus::Signaled(Signal::INT), "the command in the foreground");
            u8::try_from(me.received().len()).unwrap()
        });
        world.settle_now();
        world.event(vivarium_kernel::Event::Interrupt(run));
        world.settle();
        let end = &world.ended[&run];
        let statuses: Vec<ExitStatus> = end.processes.iter().map(|p| p.status.clone()).collect();
        let signaled = |signal| ExitStatus::Signaled(signal);
        assert_eq!(statuses[1..], [signaled(Signal::INT), signaled(Signal::KILL)]);
        assert_eq!(statuses[0], ExitStatus::Exited(1));
    });
}
