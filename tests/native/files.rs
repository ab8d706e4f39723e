//! Files seen through several processes: inheritance of descriptors, times, and changes.

use vivarium_protocol::{Errno, ExitStatus, Fd, OpenFlags, Reply, Syscall, WaitStatus, Whence};

use crate::world::{World, under_every_schedule};

#[test]
fn a_child_shares_the_offset_of_an_inherited_file() {
    under_every_schedule(|world| {
        world.run(|me| async move {
            let fd = me.open("log", OpenFlags::RDWR | OpenFlags::CREAT).await.unwrap();
            for _ in 0..4 {
                me.spawn("child", move |child| async move {
                    child.write(fd, b"line\n").await.unwrap();
                    0
                })
                .await;
            }
            while me.wait(None).await.is_ok() {}
            let seek = Syscall::Seek { fd, offset: 0, whence: Whence::Set };
            assert_eq!(me.call(seek).await, Ok(Reply::Count(0)));
            assert_eq!(me.read_all(fd).await, b"line\n".repeat(4), "no write lies on another");
            0
        });
    });
}

#[test]
fn a_child_has_exactly_the_descriptors_that_it_is_given() {
    under_every_schedule(|world| {
        let end = world.run(|me| async move {
            let (reader, writer) = me.pipe().await;
            let fds = [(Fd::STDOUT, writer), (Fd(9), writer)];
            let child = me.command(&["echo", "into the pipe"], &fds).await;
            me.close(writer).await;
            assert_eq!(me.read_all(reader).await, b"into the pipe\n");
            assert_eq!(me.wait(Some(child)).await, Ok((child, WaitStatus::Exited(0))));
            let closed = me.command(&["echo", "to nobody"], &[(Fd::STDIN, Fd::STDIN)]).await;
            assert_eq!(me.wait(None).await, Ok((closed, WaitStatus::Exited(1))));
            let lost = crate::world::spawn("/usr/bin/true", &["true"], &[(Fd::STDIN, Fd(77))]);
            assert_eq!(me.call(lost).await, Err(Errno::EBADF));
            0
        });
        assert_eq!(end.processes[0].status, ExitStatus::Exited(0));
    });
}

#[test]
fn standard_output_can_be_sent_into_a_file() {
    let mut world = World::new(1);
    world.run(|me| async move {
        let fd = me.open("out", OpenFlags::WRONLY | OpenFlags::CREAT).await.unwrap();
        let dup = Syscall::Dup2 { fd, to: Fd::STDOUT, cloexec: false };
        me.call(dup).await.unwrap();
        me.print("into the file").await;
        0
    });
    assert_eq!(world.stdout, b"");
    assert_eq!(world.kernel.tree().read_file("out"), Ok(&b"into the file"[..]));
    let changes = world.kernel.take_changes();
    assert!(changes.written.contains(&"/home/learner/out".to_owned()));
    assert_eq!(world.transcript.matches("files changed").count(), 1, "said once until asked");
}

#[test]
fn a_file_has_the_time_of_the_process_that_wrote_it() {
    let mut world = World::new(1);
    world.now = vivarium_kernel::Millis(77);
    world.run(|me| async move {
        me.open("a", OpenFlags::WRONLY | OpenFlags::CREAT).await.unwrap();
        let stat = Syscall::Stat { at: None, path: "a".into(), follow: true };
        match me.call(stat).await {
            Ok(Reply::Metadata(metadata)) => assert_eq!(metadata.mtime.sec, 77),
            other => panic!("stat gave {other:?}"),
        }
        0
    });
}
