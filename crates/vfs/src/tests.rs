//! The rules of POSIX as programs meet them: each test makes system calls and looks at answers.

use vivarium_protocol::{
    Access, Errno, Fd, FileKind, Metadata, OpenFlags, PollEvents, PollFd, Reply, Syscall, Timespec,
    Whence,
};

use crate::{Descriptors, Files, HOME, Limits, Outcome, PIPE_CAPACITY, Stdio, Wait};

struct Shell {
    files: Files,
    process: Descriptors,
    now: Timespec,
}

impl Shell {
    fn new() -> Self {
        Self::with_limits(Limits::default())
    }

    fn with_limits(limits: Limits) -> Self {
        let now = Timespec { sec: 1000, nsec: 0 };
        let mut files = Files::new(limits, 7, now);
        let stdio = files.add_stdio(Stdio::prepared(Vec::new()));
        let process = files.spawn(stdio);
        Self { files, process, now }
    }

    fn outcome(&mut self, call: &Syscall) -> Outcome {
        self.files.call(&mut self.process, self.now, call, &mut 0)
    }

    #[track_caller]
    fn call(&mut self, call: &Syscall) -> Result<Reply, Errno> {
        match self.outcome(call) {
            Outcome::Done(result) => result,
            other => panic!("{call:?} gave {other:?}"),
        }
    }

    #[track_caller]
    fn open(&mut self, path: &str, flags: u32) -> Result<Fd, Errno> {
        let flags = OpenFlags(flags);
        match self.call(&Syscall::Open { at: None, path: path.into(), flags, mode: 0o666 })? {
            Reply::Fd(fd) => Ok(fd),
            other => panic!("open gave {other:?}"),
        }
    }

    #[track_caller]
    fn write(&mut self, fd: Fd, data: &[u8]) -> Result<Reply, Errno> {
        self.call(&Syscall::Write { fd, data: data.into() })
    }

    #[track_caller]
    fn read(&mut self, fd: Fd, len: u32) -> Result<Vec<u8>, Errno> {
        match self.call(&Syscall::Read { fd, len })? {
            Reply::Data(data) => Ok(data.0),
            other => panic!("read gave {other:?}"),
        }
    }

    #[track_caller]
    fn put(&mut self, path: &str, data: &[u8]) {
        let fd = self.open(path, OpenFlags::WRONLY | OpenFlags::CREAT | OpenFlags::TRUNC).unwrap();
        self.write(fd, data).unwrap();
        self.call(&Syscall::Close { fd }).unwrap();
    }

    #[track_caller]
    fn get(&mut self, path: &str) -> Result<Vec<u8>, Errno> {
        let fd = self.open(path, OpenFlags::RDONLY)?;
        let data = self.read(fd, 1 << 20)?;
        self.call(&Syscall::Close { fd }).unwrap();
        Ok(data)
    }

    #[track_caller]
    fn stat(&mut self, path: &str, follow: bool) -> Result<Metadata, Errno> {
        match self.call(&Syscall::Stat { at: None, path: path.into(), follow })? {
            Reply::Metadata(metadata) => Ok(metadata),
            other => panic!("stat gave {other:?}"),
        }
    }

    fn mkdir(&mut self, path: &str) -> Result<Reply, Errno> {
        self.call(&Syscall::Mkdir { at: None, path: path.into(), mode: 0o777 })
    }

    fn symlink(&mut self, target: &str, path: &str) -> Result<Reply, Errno> {
        self.call(&Syscall::Symlink { target: target.into(), at: None, path: path.into() })
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<Reply, Errno> {
        let (from, to) = (from.into(), to.into());
        self.call(&Syscall::Rename { from_at: None, from, to_at: None, to })
    }

    fn unlink(&mut self, path: &str) -> Result<Reply, Errno> {
        self.call(&Syscall::Unlink { at: None, path: path.into() })
    }

    fn rmdir(&mut self, path: &str) -> Result<Reply, Errno> {
        self.call(&Syscall::Rmdir { at: None, path: path.into() })
    }

    fn chmod(&mut self, path: &str, mode: u32) -> Result<Reply, Errno> {
        self.call(&Syscall::Chmod { at: None, path: path.into(), mode, follow: true })
    }

    fn names(&mut self, path: &str) -> Vec<String> {
        match self.call(&Syscall::ReadDir { at: None, path: path.into() }).unwrap() {
            Reply::Entries(entries) => entries.into_iter().map(|entry| entry.name).collect(),
            other => panic!("readdir gave {other:?}"),
        }
    }

    fn pipe(&mut self) -> (Fd, Fd) {
        match self.call(&Syscall::Pipe { flags: OpenFlags(0) }).unwrap() {
            Reply::Pair(reader, writer) => (reader, writer),
            other => panic!("pipe gave {other:?}"),
        }
    }
}

#[test]
fn a_written_file_reads_back_and_appends() {
    let mut sh = Shell::new();
    sh.put("a.txt", b"one\n");
    let fd = sh.open("a.txt", OpenFlags::RDWR | OpenFlags::APPEND).unwrap();
    sh.write(fd, b"two\n").unwrap();
    let seek = Syscall::Seek { fd, offset: -4, whence: Whence::End };
    assert_eq!(sh.call(&seek), Ok(Reply::Count(4)));
    assert_eq!(sh.read(fd, 100).unwrap(), b"two\n");
    assert_eq!(sh.get(&format!("{HOME}/a.txt")).unwrap(), b"one\ntwo\n");
    assert_eq!(sh.open("b.txt", OpenFlags::RDONLY), Err(Errno::ENOENT));
    let exclusive = OpenFlags::WRONLY | OpenFlags::CREAT | OpenFlags::EXCL;
    assert_eq!(sh.open("a.txt", exclusive), Err(Errno::EEXIST));
    assert_eq!(sh.open(".", OpenFlags::WRONLY), Err(Errno::EISDIR));
    assert_eq!(sh.open("a.txt/", OpenFlags::RDONLY), Err(Errno::ENOTDIR));
    assert_eq!(sh.open("a.txt/b", OpenFlags::RDONLY), Err(Errno::ENOTDIR));
}

#[test]
fn an_unlinked_file_lives_until_its_last_close() {
    let mut sh = Shell::new();
    sh.put("a", b"kept");
    let used = sh.files.tree().used_bytes();
    let fd = sh.open("a", OpenFlags::RDONLY).unwrap();
    sh.unlink("a").unwrap();
    assert_eq!(sh.stat("a", true), Err(Errno::ENOENT));
    assert_eq!(sh.read(fd, 10).unwrap(), b"kept");
    assert_eq!(sh.files.tree().used_bytes(), used);
    sh.call(&Syscall::Close { fd }).unwrap();
    assert_eq!(sh.files.tree().used_bytes(), used - 4);
}

#[test]
fn symbolic_links_lead_on_and_loops_end() {
    let mut sh = Shell::new();
    sh.mkdir("d").unwrap();
    sh.symlink("d", "to-d").unwrap();
    sh.put("to-d/a", b"x");
    assert_eq!(sh.names("d"), ["a"]);
    assert_eq!(sh.stat("to-d", false).unwrap().kind, FileKind::Symlink);
    assert_eq!(sh.stat("to-d/", false).unwrap().kind, FileKind::Directory);
    sh.symlink("gone", "dangling").unwrap();
    sh.put("dangling", b"made through the link");
    assert_eq!(sh.get("gone").unwrap(), b"made through the link");
    let nofollow = OpenFlags::RDONLY | OpenFlags::NOFOLLOW;
    assert_eq!(sh.open("dangling", nofollow), Err(Errno::ELOOP));
    sh.symlink("b", "a").unwrap();
    sh.symlink("a", "b").unwrap();
    assert_eq!(sh.stat("a", true), Err(Errno::ELOOP));
    let readlink = Syscall::Readlink { at: None, path: "a".into() };
    assert_eq!(sh.call(&readlink), Ok(Reply::Path("b".into())));
    sh.unlink("to-d").unwrap();
    assert_eq!(sh.names("d"), ["a"], "removing a link leaves what it leads to");
}

#[test]
fn forty_links_resolve_and_one_more_does_not() {
    let mut sh = Shell::new();
    sh.put("l0", b"end");
    for n in 1..=41 {
        sh.symlink(&format!("l{}", n - 1), &format!("l{n}")).unwrap();
    }
    assert_eq!(sh.get("l40").unwrap(), b"end");
    assert_eq!(sh.get("l41"), Err(Errno::ELOOP));
}

#[test]
fn rename_replaces_and_keeps_to_the_rules() {
    let mut sh = Shell::new();
    sh.put("a", b"a");
    sh.put("b", b"b");
    sh.rename("a", "b").unwrap();
    assert_eq!(sh.get("b").unwrap(), b"a");
    assert_eq!(sh.stat("a", true), Err(Errno::ENOENT));
    sh.mkdir("d").unwrap();
    sh.mkdir("d/e").unwrap();
    assert_eq!(sh.rename("d", "d/e/f"), Err(Errno::EINVAL), "a directory into itself");
    assert_eq!(sh.rename("b", "d"), Err(Errno::EISDIR));
    assert_eq!(sh.rename("d", "b"), Err(Errno::ENOTDIR));
    sh.mkdir("other").unwrap();
    assert_eq!(sh.rename("other", "d"), Err(Errno::ENOTEMPTY));
    sh.rename("d/e", "other").unwrap();
    assert_eq!(sh.names("."), ["b", "d", "other"]);
    sh.call(&Syscall::Chdir { path: "other".into() }).unwrap();
    sh.rename("../other", "../d/moved").unwrap();
    let moved = format!("{HOME}/d/moved");
    assert_eq!(sh.call(&Syscall::Getcwd), Ok(Reply::Path(moved)), "the directory moved along");
    assert_eq!(sh.rename("..", "x"), Err(Errno::EBUSY));
}

#[test]
fn renaming_a_name_onto_its_own_inode_changes_nothing() {
    let mut sh = Shell::new();
    sh.put("a", b"x");
    let (from, to) = ("a".to_owned(), "b".to_owned());
    sh.call(&Syscall::Link { from_at: None, from, to_at: None, to, follow: true }).unwrap();
    assert_eq!(sh.stat("a", true).unwrap().nlink, 2);
    sh.rename("a", "b").unwrap();
    assert_eq!(sh.names("."), ["a", "b"]);
    sh.unlink("a").unwrap();
    assert_eq!(sh.get("b").unwrap(), b"x");
}

#[test]
fn a_removed_working_directory_is_a_dead_end() {
    let mut sh = Shell::new();
    sh.mkdir("d").unwrap();
    sh.call(&Syscall::Chdir { path: "d".into() }).unwrap();
    sh.rmdir("../d").unwrap();
    assert_eq!(sh.call(&Syscall::Getcwd), Err(Errno::ENOENT));
    assert_eq!(sh.open("a", OpenFlags::WRONLY | OpenFlags::CREAT), Err(Errno::ENOENT));
    sh.call(&Syscall::Chdir { path: "..".into() }).unwrap();
    assert_eq!(sh.call(&Syscall::Getcwd), Ok(Reply::Path(HOME.into())));
}

#[test]
fn directories_are_removed_only_empty_and_by_name() {
    let mut sh = Shell::new();
    sh.mkdir("d").unwrap();
    sh.mkdir("d/e").unwrap();
    assert_eq!(sh.stat("d", true).unwrap().nlink, 3);
    assert_eq!(sh.rmdir("d"), Err(Errno::ENOTEMPTY));
    assert_eq!(sh.unlink("d"), Err(Errno::EISDIR));
    assert_eq!(sh.rmdir("d/."), Err(Errno::EINVAL));
    sh.rmdir("d/e/").unwrap();
    sh.rmdir("d").unwrap();
    assert_eq!(sh.rmdir("/"), Err(Errno::EBUSY));
    assert_eq!(sh.mkdir("/"), Err(Errno::EEXIST));
}

#[test]
fn permissions_bind_their_owner() {
    let mut sh = Shell::new();
    sh.put("a", b"x");
    sh.chmod("a", 0o200).unwrap();
    assert_eq!(sh.open("a", OpenFlags::RDONLY), Err(Errno::EACCES));
    sh.chmod("a", 0o400).unwrap();
    assert_eq!(sh.open("a", OpenFlags::RDWR), Err(Errno::EACCES));
    let access = |mode| Syscall::Access { at: None, path: "a".into(), mode: Access(mode) };
    assert_eq!(sh.call(&access(Access::R_OK)), Ok(Reply::Done));
    assert_eq!(sh.call(&access(Access::W_OK)), Err(Errno::EACCES));
    sh.mkdir("d").unwrap();
    sh.put("d/f", b"");
    sh.chmod("d", 0o500).unwrap();
    assert_eq!(sh.unlink("d/f"), Err(Errno::EACCES));
    sh.chmod("d", 0o600).unwrap();
    assert_eq!(sh.stat("d/f", true), Err(Errno::EACCES));
    let umask = Syscall::Umask { mask: 0o077 };
    assert_eq!(sh.call(&umask), Ok(Reply::Count(0o022)));
    sh.put("private", b"");
    assert_eq!(sh.stat("private", true).unwrap().mode, 0o600);
}

#[test]
fn the_system_is_read_only_and_tmp_is_shared() {
    let mut sh = Shell::new();
    assert_eq!(sh.mkdir("/usr/mine"), Err(Errno::EACCES));
    assert_eq!(sh.chmod("/usr", 0o777), Err(Errno::EPERM));
    assert_eq!(sh.unlink("/dev/null"), Err(Errno::EACCES));
    sh.put("/tmp/a", b"x");
    sh.unlink("/tmp/a").unwrap();
    assert_eq!(sh.stat("/usr/bin/python3", true).unwrap().mode, 0o755);
}

#[test]
fn devices_behave() {
    let mut sh = Shell::new();
    sh.put("/dev/null", b"swallowed");
    assert_eq!(sh.get("/dev/null").unwrap(), b"");
    let zero = sh.open("/dev/zero", OpenFlags::RDONLY).unwrap();
    assert_eq!(sh.read(zero, 3).unwrap(), [0, 0, 0]);
    let full = sh.open("/dev/full", OpenFlags::WRONLY).unwrap();
    assert_eq!(sh.write(full, b"x"), Err(Errno::ENOSPC));
    let random = sh.open("/dev/urandom", OpenFlags::RDONLY).unwrap();
    assert_ne!(sh.read(random, 16).unwrap(), sh.read(random, 16).unwrap());
    assert_eq!(sh.open("/dev/tty", OpenFlags::RDWR), Err(Errno::ENODEV));
    let out = sh.open("/dev/stdout", OpenFlags::WRONLY).unwrap();
    sh.write(out, b"seen").unwrap();
    assert_eq!(sh.files.take_output()[0].data, b"seen");
}

#[test]
fn the_disk_fills_up_and_frees() {
    let limits = Limits { total_bytes: 10, ..Limits::default() };
    let mut sh = Shell::with_limits(limits);
    let fd = sh.open("a", OpenFlags::WRONLY | OpenFlags::CREAT).unwrap();
    assert_eq!(sh.write(fd, b"0123456789ab"), Ok(Reply::Count(10)), "a short write fills it");
    assert_eq!(sh.write(fd, b"c"), Err(Errno::ENOSPC));
    assert_eq!(sh.call(&Syscall::Truncate { fd, len: 11 }), Err(Errno::ENOSPC));
    sh.call(&Syscall::Truncate { fd, len: 4 }).unwrap();
    sh.put("b", b"456789");
    let few = Limits { inodes: 0, ..Limits::default() };
    let mut sh = Shell::with_limits(few);
    assert_eq!(sh.mkdir("d"), Err(Errno::ENOSPC));
}

#[test]
fn a_gap_reads_as_zeros() {
    let mut sh = Shell::new();
    let fd = sh.open("a", OpenFlags::RDWR | OpenFlags::CREAT).unwrap();
    sh.call(&Syscall::Seek { fd, offset: 3, whence: Whence::Set }).unwrap();
    sh.write(fd, b"x").unwrap();
    assert_eq!(sh.get("a").unwrap(), b"\0\0\0x");
    let before = Syscall::Seek { fd, offset: -5, whence: Whence::Current };
    assert_eq!(sh.call(&before), Err(Errno::EINVAL));
}

#[test]
fn duplicates_share_one_offset() {
    let mut sh = Shell::new();
    sh.put("a", b"abcdef");
    let fd = sh.open("a", OpenFlags::RDONLY).unwrap();
    let dup = Syscall::Dup { fd, min: Fd(10), cloexec: false };
    assert_eq!(sh.call(&dup), Ok(Reply::Fd(Fd(10))));
    sh.read(fd, 2).unwrap();
    assert_eq!(sh.read(Fd(10), 2).unwrap(), b"cd");
    sh.call(&Syscall::Close { fd }).unwrap();
    assert_eq!(sh.read(fd, 1), Err(Errno::EBADF));
    assert_eq!(sh.read(Fd(10), 2).unwrap(), b"ef");
    let dup2 = Syscall::Dup2 { fd: Fd(10), to: Fd(1), cloexec: false };
    assert_eq!(sh.call(&dup2), Ok(Reply::Fd(Fd(1))));
    assert_eq!(sh.write(Fd(1), b"x"), Err(Errno::EBADF), "standard output is a reader now");
}

#[test]
fn descriptors_run_out_without_leaving_a_file() {
    let mut sh = Shell::with_limits(Limits { descriptors: 4, ..Limits::default() });
    sh.put("a", b"");
    let fd = sh.open("a", OpenFlags::RDONLY).unwrap();
    assert_eq!(fd, Fd(3));
    assert_eq!(sh.open("b", OpenFlags::WRONLY | OpenFlags::CREAT), Err(Errno::EMFILE));
    assert_eq!(sh.names("."), ["a"]);
    assert_eq!(sh.call(&Syscall::Pipe { flags: OpenFlags(0) }), Err(Errno::EMFILE));
}

#[test]
fn a_pipe_blocks_fills_and_ends() {
    let mut sh = Shell::new();
    let (reader, writer) = sh.pipe();
    let read = Syscall::Read { fd: reader, len: 10 };
    assert!(matches!(sh.outcome(&read), Outcome::Blocked(Wait::PipeData(_))));
    sh.write(writer, b"abc").unwrap();
    assert!(!sh.files.take_woken().is_empty());
    assert_eq!(sh.read(reader, 2).unwrap(), b"ab");
    assert_eq!(sh.read(reader, 2).unwrap(), b"c");
    let big = Syscall::Write { fd: writer, data: vec![1; PIPE_CAPACITY + 5].into() };
    let mut written = 0;
    let outcome = sh.files.call(&mut sh.process, sh.now, &big, &mut written);
    assert!(matches!(outcome, Outcome::Blocked(Wait::PipeRoom(_))));
    assert_eq!(written as usize, PIPE_CAPACITY);
    sh.read(reader, 5).unwrap();
    let outcome = sh.files.call(&mut sh.process, sh.now, &big, &mut written);
    let total = u32::try_from(PIPE_CAPACITY + 5).unwrap();
    assert_eq!(outcome, Outcome::Done(Ok(Reply::Count(total))));
    sh.call(&Syscall::Close { fd: reader }).unwrap();
    assert_eq!(sh.write(writer, b"x"), Err(Errno::EPIPE));
}

#[test]
fn small_writes_to_a_pipe_are_whole_or_not_at_all() {
    let mut sh = Shell::new();
    let (_, writer) = sh.pipe();
    let flags = OpenFlags(OpenFlags::NONBLOCK);
    sh.call(&Syscall::SetFlags { fd: writer, flags }).unwrap();
    let near_full = vec![0; PIPE_CAPACITY - 3];
    sh.write(writer, &near_full).unwrap();
    assert_eq!(sh.write(writer, b"abcd"), Err(Errno::EAGAIN));
    assert_eq!(sh.write(writer, &[0; 5000]), Ok(Reply::Count(3)));
    assert_eq!(sh.write(writer, b"a"), Err(Errno::EAGAIN));
}

#[test]
fn poll_tells_readiness_and_hang_up() {
    let mut sh = Shell::new();
    let (reader, writer) = sh.pipe();
    let ask = |fd, events| PollFd { fd, events: PollEvents(events) };
    let both = vec![ask(reader, PollEvents::IN), ask(writer, PollEvents::OUT)];
    let poll = |fds: &Vec<PollFd>| Syscall::Poll { fds: fds.clone(), timeout_ms: Some(0) };
    let expected = Reply::Ready(vec![ask(writer, PollEvents::OUT)]);
    assert_eq!(sh.call(&poll(&both)), Ok(expected));
    let only = vec![ask(reader, PollEvents::IN)];
    let forever = Syscall::Poll { fds: only.clone(), timeout_ms: None };
    assert_eq!(sh.outcome(&forever), Outcome::Blocked(Wait::Poll(None)));
    sh.call(&Syscall::Close { fd: writer }).unwrap();
    let hung_up = Reply::Ready(vec![ask(reader, PollEvents::HUP)]);
    assert_eq!(sh.call(&poll(&only)), Ok(hung_up));
    let closed = Reply::Ready(vec![ask(Fd(99), PollEvents::NVAL)]);
    assert_eq!(sh.call(&poll(&vec![ask(Fd(99), 0)])), Ok(closed));
}

#[test]
fn a_child_has_the_descriptors_it_is_given_and_no_other() {
    let mut sh = Shell::new();
    let (reader, writer) = sh.pipe();
    let mut child = sh.files.inherit(&sh.process, &[(Fd(7), writer)], Some("/tmp")).unwrap();
    assert_eq!(sh.files.working_directory(&child).as_deref(), Ok("/tmp"));
    sh.call(&Syscall::Close { fd: writer }).unwrap();
    let read = Syscall::Read { fd: reader, len: 1 };
    let in_child = sh.files.call(&mut child, sh.now, &read, &mut 0);
    assert_eq!(in_child, Outcome::Done(Err(Errno::EBADF)));
    assert!(matches!(sh.outcome(&read), Outcome::Blocked(_)), "the child can still write");
    sh.files.close_all(&mut child);
    assert_eq!(sh.read(reader, 1).unwrap(), b"", "nobody can");
    for (fds, cwd, errno) in [
        (vec![(Fd(0), Fd(99))], None, Errno::EBADF),
        (vec![], Some("/nowhere"), Errno::ENOENT),
        (vec![], Some("/usr/bin/cat"), Errno::ENOTDIR),
    ] {
        assert_eq!(sh.files.inherit(&sh.process, &fds, cwd).unwrap_err(), errno);
    }
}

#[test]
fn a_program_is_a_regular_file_that_may_be_executed() {
    let mut sh = Shell::new();
    sh.put("script", b"#!/usr/bin/python3\n");
    assert_eq!(sh.files.program(&sh.process, "script"), Err(Errno::EACCES));
    let chmod = Syscall::Chmod { at: None, path: "script".into(), mode: 0o755, follow: true };
    sh.call(&chmod).unwrap();
    assert_eq!(sh.files.program(&sh.process, "script"), Ok(&b"#!/usr/bin/python3\n"[..]));
    assert_eq!(sh.files.program(&sh.process, "/usr"), Err(Errno::EACCES));
    assert_eq!(sh.files.program(&sh.process, "missing"), Err(Errno::ENOENT));
    assert!(sh.files.program(&sh.process, "/bin/python").unwrap().starts_with(b"\x7fVIVARIUM"));
}

#[test]
fn paths_can_start_at_a_descriptor() {
    let mut sh = Shell::new();
    sh.mkdir("d").unwrap();
    sh.put("d/a", b"x");
    let at = sh.open("d", OpenFlags::RDONLY | OpenFlags::DIRECTORY).unwrap();
    let stat = Syscall::Stat { at: Some(at), path: "a".into(), follow: true };
    assert!(sh.call(&stat).is_ok());
    sh.call(&Syscall::Unlink { at: Some(at), path: "a".into() }).unwrap();
    assert_eq!(sh.call(&Syscall::FreadDir { fd: at }), Ok(Reply::Entries(Vec::new())));
    assert_eq!(sh.read(at, 1), Err(Errno::EISDIR));
    let not_a_directory = Syscall::Stat { at: Some(Fd(0)), path: "a".into(), follow: true };
    assert_eq!(sh.call(&not_a_directory), Err(Errno::ENOTDIR));
    let absolute = Syscall::Stat { at: Some(Fd(99)), path: "/tmp".into(), follow: true };
    assert!(sh.call(&absolute).is_ok(), "an absolute path does not look at the descriptor");
}

#[test]
fn times_follow_the_clock_of_the_caller() {
    let mut sh = Shell::new();
    sh.put("a", b"x");
    sh.now.sec = 2000;
    assert_eq!(sh.stat("a", true).unwrap().mtime.sec, 1000);
    sh.put("a", b"y");
    assert_eq!(sh.stat("a", true).unwrap().mtime.sec, 2000);
    let mtime = Some(Timespec { sec: 5, nsec: 6 });
    let path = "a".to_owned();
    sh.call(&Syscall::SetTimes { at: None, path, atime: None, mtime, follow: true }).unwrap();
    assert_eq!(sh.stat("a", true).unwrap().mtime, Timespec { sec: 5, nsec: 6 });
}

#[test]
fn names_and_paths_have_limits() {
    let mut sh = Shell::new();
    assert_eq!(sh.mkdir(&"n".repeat(256)), Err(Errno::ENAMETOOLONG));
    assert_eq!(sh.mkdir(&"n".repeat(255)), Ok(Reply::Done));
    assert_eq!(sh.mkdir(&"d/".repeat(2048)), Err(Errno::ENAMETOOLONG));
    assert_eq!(sh.mkdir(""), Err(Errno::ENOENT));
}

#[test]
fn changes_name_what_was_written_moved_and_removed() {
    let mut sh = Shell::new();
    let now = sh.now;
    sh.files.tree_mut().write_file("a.txt", b"1", now).unwrap();
    sh.files.tree_mut().write_file("pkg/m.py", b"2", now).unwrap();
    sh.files.tree_mut().take_changes();
    assert!(!sh.files.tree().has_changed());
    sh.rename("pkg", "lib").unwrap();
    sh.put("a.txt", b"3");
    let changes = sh.files.tree_mut().take_changes();
    assert_eq!(changes.written, ["/home/learner/a.txt", "/home/learner/lib/m.py"]);
    assert_eq!(changes.removed, ["/home/learner/pkg/m.py"]);
    assert!(sh.files.tree_mut().take_changes().is_empty());
    let files = sh.files.tree().export(HOME).unwrap();
    assert_eq!(files.keys().collect::<Vec<_>>(), ["a.txt", "lib/m.py"]);
    sh.files.tree_mut().remove("lib", now).unwrap();
    assert_eq!(sh.names("."), ["a.txt"]);
}

#[test]
fn the_page_writes_past_rights_but_not_into_the_system() {
    let mut sh = Shell::new();
    let now = sh.now;
    sh.put("a", b"x");
    sh.chmod("a", 0o400).unwrap();
    let tree = sh.files.tree_mut();
    assert_eq!(tree.write_file("a", b"y", now), Ok(()));
    assert_eq!(tree.write_file("/tmp/deep/b", b"y", now), Ok(()));
    assert_eq!(tree.write_file("../../x", b"", now), Err(Errno::EACCES));
    assert_eq!(tree.write_file("/usr/bin/python3", b"", now), Err(Errno::EACCES));
    assert_eq!(tree.write_file("/usr/lib/x/y", b"", now), Err(Errno::EACCES));
    assert_eq!(tree.remove("/home/learner", now), Err(Errno::EACCES));
    assert_eq!(tree.remove("/tmp", now), Err(Errno::EACCES));
    assert_eq!(tree.remove("a", now), Ok(()));
}

#[test]
fn isatty_is_a_question_about_the_window() {
    let mut sh = Shell::new();
    assert_eq!(sh.call(&Syscall::WindowSize { fd: Fd(1) }), Err(Errno::ENOTTY));
    let stdio = sh.files.add_stdio(Stdio::terminal(80, 24));
    let mut process = sh.files.spawn(stdio);
    let size = Syscall::WindowSize { fd: Fd(0) };
    let reply = Reply::WindowSize { columns: 80, rows: 24 };
    let outcome = sh.files.call(&mut process, sh.now, &size, &mut 0);
    assert_eq!(outcome, Outcome::Done(Ok(reply)));
}
