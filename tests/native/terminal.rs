//! The terminal: lines, the wish for input, Ctrl-D, Ctrl-C at a prompt, and prepared input.

use expect_test::expect;
use vivarium_kernel::{Event, Launch, Terminal};
use vivarium_protocol::{Fd, Reply, Signal, Syscall};

use crate::world::{World, program};

fn at_a_terminal() -> Launch {
    Launch { terminal: Some(Terminal { columns: 80, rows: 24 }), ..program("main.py") }
}

#[test]
fn input_is_asked_for_and_comes_line_by_line() {
    let mut world = World::new(1);
    let run = world.launch(at_a_terminal(), |me| async move {
        for _ in 0..2 {
            me.print("name? ").await;
            let line = me.read(Fd::STDIN, 100).await.unwrap();
            me.print(&format!("hello {}", String::from_utf8(line).unwrap())).await;
        }
        assert_eq!(me.read(Fd::STDIN, 100).await.unwrap(), b"", "Ctrl-D");
        0
    });
    world.settle();
    world.event(Event::Typed { run, data: b"Ada\n".to_vec() });
    world.settle();
    world.event(Event::Typed { run, data: b"Gra".to_vec() });
    world.settle();
    world.event(Event::Typed { run, data: b"ce\n".to_vec() });
    world.settle();
    world.event(Event::EndOfInput(run));
    world.settle();
    expect![[r#"
        Stdout "name? "
        run 1 wants input
        Stdout "hello Ada\n"
        Stdout "name? "
        run 1 wants input
        Stdout "hello Grace\n"
        run 1 wants input
        run 1 ended: Process
    "#]]
    .assert_eq(&world.transcript);
}

#[test]
fn what_is_typed_ahead_is_read_without_asking() {
    let mut world = World::new(1);
    let run = world.launch(at_a_terminal(), |me| async move {
        let line = me.read(Fd::STDIN, 100).await.unwrap();
        me.print(&String::from_utf8(line).unwrap()).await;
        0
    });
    world.event(Event::Typed { run, data: b"early\n".to_vec() });
    world.settle();
    expect![[r#"
        Stdout "early\n"
        run 1 ended: Process
    "#]]
    .assert_eq(&world.transcript);
}

#[test]
fn interrupting_a_prompt_again_and_again_does_not_kill_it() {
    let mut world = World::new(1);
    let run = world.launch(at_a_terminal(), |me| async move {
        me.catch(Signal::INT);
        while me.received().len() < 5 {
            let _ = me.call(Syscall::Read { fd: Fd::STDIN, len: 100 }).await;
        }
        0
    });
    world.settle();
    for _ in 0..4 {
        world.event(Event::Typed { run, data: b"half a li".to_vec() });
        world.event(Event::Interrupt(run));
        world.settle();
        assert!(!world.ended.contains_key(&run));
    }
    world.event(Event::Interrupt(run));
    world.settle();
    assert!(world.transcript.ends_with("run 1 ended: Process\n"));
}

#[test]
fn the_size_of_the_window_can_change() {
    let mut world = World::new(1);
    let run = world.launch(at_a_terminal(), |me| async move {
        me.catch(Signal::WINCH);
        let ask = Syscall::WindowSize { fd: Fd::STDOUT };
        let before = Reply::WindowSize { columns: 80, rows: 24 };
        assert_eq!(me.call(ask.clone()).await, Ok(before));
        let _ = me.call(Syscall::Read { fd: Fd::STDIN, len: 1 }).await;
        assert_eq!(me.received(), [Signal::WINCH]);
        assert_eq!(me.call(ask).await, Ok(Reply::WindowSize { columns: 100, rows: 30 }));
        0
    });
    world.settle();
    world.event(Event::Resized { run, terminal: Terminal { columns: 100, rows: 30 } });
    world.settle();
    assert!(world.ended.contains_key(&run));
}

#[test]
fn reports_leave_on_a_stream_of_their_own() {
    let mut world = World::new(1);
    let launch = Launch { reports: true, stdin: b"prepared".to_vec(), ..program("-m lab") };
    world.launch(launch, |me| async move {
        assert_eq!(me.read_all(Fd::STDIN).await, b"prepared");
        me.write(Fd::REPORT, b"{}").await.unwrap();
        me.write(Fd::STDERR, b"oops").await.unwrap();
        0
    });
    world.settle();
    expect![[r#"
        Report "{}"
        Stderr "oops"
        run 1 ended: Process
    "#]]
    .assert_eq(&world.transcript);
}

#[test]
fn two_runs_share_the_files_but_not_the_streams() {
    let mut world = World::new(1);
    let first = world.launch(at_a_terminal(), |me| async move {
        me.read(Fd::STDIN, 10).await.unwrap();
        0
    });
    let second = world.launch(program("other.py"), |me| async move {
        let fd = me.open("note", 0o101).await.unwrap();
        me.write(fd, b"shared").await.unwrap();
        me.print("second").await;
        0
    });
    world.settle();
    assert!(world.ended.contains_key(&second));
    assert!(!world.ended.contains_key(&first));
    assert_eq!(world.stdout, b"second");
    assert_eq!(world.kernel.tree().read_file("note"), Ok(&b"shared"[..]));
}
