//! Owns the system calls a process can make, and their answers; knows no implementation.
//!
//! Names, arguments and failures are those of POSIX.1-2024; where a call differs, it says so.
//! Paths are UTF-8. A relative path is resolved against the directory `at`, or, when that is
//! `None`, against the process's working directory (`AT_FDCWD`).

use serde::{Deserialize, Serialize};

use crate::{
    Bytes, Domain, KillTarget, Lease, MessageFlags, SemId, ShutdownHow, Signal, SockAddr,
    SocketKind, SocketOption, SpawnGroup, WaitFor, WaitStatus,
};

/// A process id; the first process of a workspace is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pid(pub u32);

/// A file descriptor of one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fd(pub u32);

impl Fd {
    /// Standard input.
    pub const STDIN: Self = Self(0);
    /// Standard output.
    pub const STDOUT: Self = Self(1);
    /// Standard error.
    pub const STDERR: Self = Self(2);
    /// Where the checks of an attempt report their results; never shown to the learner.
    pub const REPORT: Self = Self(3);
}

/// An inode number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Ino(pub u32);

/// Pairs a [`Syscall`] with its [`Reply`]; unique within one process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// A point in time or a duration: seconds and nanoseconds (0 to 999,999,999).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Timespec {
    /// Whole seconds; since 1970-01-01 UTC where a point in time is meant.
    pub sec: i64,
    /// The rest, in nanoseconds.
    pub nsec: u32,
}

/// Which clock is read (`clock_gettime`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Wall clock, since 1970-01-01 UTC.
    Realtime,
    /// Never goes back; its origin is the start of the process.
    Monotonic,
    /// Processor time of the process.
    Process,
}

/// The flags of `open`, with Linux's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OpenFlags(pub u32);

impl OpenFlags {
    /// Reads only.
    pub const RDONLY: u32 = 0;
    /// Writes only.
    pub const WRONLY: u32 = 1;
    /// Reads and writes.
    pub const RDWR: u32 = 2;
    /// Mask of the three access modes.
    pub const ACCMODE: u32 = 3;
    /// Creates the file where it is missing.
    pub const CREAT: u32 = 0o100;
    /// With `CREAT`: fails where it exists.
    pub const EXCL: u32 = 0o200;
    /// Accepted, without effect: there is no controlling terminal.
    pub const NOCTTY: u32 = 0o400;
    /// Empties the file.
    pub const TRUNC: u32 = 0o1000;
    /// Every write goes to the end.
    pub const APPEND: u32 = 0o2000;
    /// Never blocks.
    pub const NONBLOCK: u32 = 0o4000;
    /// Fails on anything but a directory.
    pub const DIRECTORY: u32 = 0o20_0000;
    /// Fails where the last component is a symbolic link.
    pub const NOFOLLOW: u32 = 0o40_0000;
    /// Is closed in a process started from this one.
    pub const CLOEXEC: u32 = 0o200_0000;

    /// Says whether every bit of `flag` is set.
    pub const fn has(self, flag: u32) -> bool {
        self.0 & flag == flag
    }

    /// Says whether the access mode allows reading.
    pub const fn reads(self) -> bool {
        matches!(self.0 & Self::ACCMODE, Self::RDONLY | Self::RDWR)
    }

    /// Says whether the access mode allows writing.
    pub const fn writes(self) -> bool {
        matches!(self.0 & Self::ACCMODE, Self::WRONLY | Self::RDWR)
    }
}

/// What `access` asks for, with POSIX's bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Access(pub u8);

impl Access {
    /// The file exists.
    pub const F_OK: u8 = 0;
    /// It can be executed or searched.
    pub const X_OK: u8 = 1;
    /// It can be written.
    pub const W_OK: u8 = 2;
    /// It can be read.
    pub const R_OK: u8 = 4;
}

/// From where `lseek` counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Whence {
    /// From the start.
    Set,
    /// From the current offset.
    Current,
    /// From the end.
    End,
}

/// What an inode is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A symbolic link.
    Symlink,
    /// A character device (`/dev/null`, a terminal).
    Device,
    /// A pipe.
    Pipe,
    /// A socket.
    Socket,
}

impl FileKind {
    /// Returns the file-type bits of `st_mode` (`S_IFMT`).
    pub const fn mode_bits(self) -> u32 {
        match self {
            Self::Pipe => 0o010_000,
            Self::Device => 0o020_000,
            Self::Directory => 0o040_000,
            Self::File => 0o100_000,
            Self::Symlink => 0o120_000,
            Self::Socket => 0o140_000,
        }
    }
}

/// What `stat` tells of an inode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// What it is.
    pub kind: FileKind,
    /// Permission bits, without the file type (0 to 0o7777).
    pub mode: u32,
    /// Its number.
    pub ino: Ino,
    /// Number of names.
    pub nlink: u32,
    /// Size in bytes.
    pub size: u32,
    /// Last read.
    pub atime: Timespec,
    /// Last write of its content.
    pub mtime: Timespec,
    /// Last change of content or metadata.
    pub ctime: Timespec,
}

/// One name in a directory, without `.` and `..`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirEntry {
    /// The name, without a slash.
    pub name: String,
    /// What it names (a symbolic link is not followed).
    pub kind: FileKind,
    /// The inode's number.
    pub ino: Ino,
}

/// The event bits of `poll`, with Linux's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PollEvents(pub u16);

impl PollEvents {
    /// A read would not block.
    pub const IN: u16 = 1;
    /// A write would not block.
    pub const OUT: u16 = 4;
    /// An error is pending.
    pub const ERR: u16 = 8;
    /// The peer has hung up.
    pub const HUP: u16 = 16;
    /// The descriptor is not open.
    pub const NVAL: u16 = 32;
    /// The peer of a stream socket sends no more.
    pub const RDHUP: u16 = 0x2000;
}

/// One entry of `poll`: a descriptor with the events asked for, or those that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollFd {
    /// The descriptor.
    pub fd: Fd,
    /// The events.
    pub events: PollEvents,
}

/// A request of one process to the kernel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are POSIX's parameters, under their POSIX names")]
pub enum Syscall {
    /// `openat`. Answer: [`Reply::Fd`]. `mode` is masked by the process's umask.
    Open { at: Option<Fd>, path: String, flags: OpenFlags, mode: u32 },
    /// `close`.
    Close { fd: Fd },
    /// `read`; `len` in bytes. Answer: [`Reply::Data`], empty at the end of file. May block.
    Read { fd: Fd, len: u32 },
    /// `write`. Answer: [`Reply::Count`]. May block.
    Write { fd: Fd, data: Bytes },
    /// `pread`. Answer: [`Reply::Data`].
    Pread { fd: Fd, len: u32, offset: u32 },
    /// `pwrite`. Answer: [`Reply::Count`].
    Pwrite { fd: Fd, data: Bytes, offset: u32 },
    /// `lseek`. Answer: [`Reply::Count`], the new offset.
    Seek { fd: Fd, offset: i64, whence: Whence },
    /// `ftruncate`.
    Truncate { fd: Fd, len: u32 },
    /// `fstat`. Answer: [`Reply::Metadata`].
    Fstat { fd: Fd },
    /// `fstatat`; `follow` is false for `lstat`. Answer: [`Reply::Metadata`].
    Stat { at: Option<Fd>, path: String, follow: bool },
    /// `faccessat`.
    Access { at: Option<Fd>, path: String, mode: Access },
    /// `mkdirat`.
    Mkdir { at: Option<Fd>, path: String, mode: u32 },
    /// `unlinkat` with `AT_REMOVEDIR`.
    Rmdir { at: Option<Fd>, path: String },
    /// `unlinkat`.
    Unlink { at: Option<Fd>, path: String },
    /// `renameat`: replaces `to` where it exists.
    Rename { from_at: Option<Fd>, from: String, to_at: Option<Fd>, to: String },
    /// `linkat`.
    Link { from_at: Option<Fd>, from: String, to_at: Option<Fd>, to: String, follow: bool },
    /// `symlinkat`.
    Symlink { target: String, at: Option<Fd>, path: String },
    /// `readlinkat`. Answer: [`Reply::Path`].
    Readlink { at: Option<Fd>, path: String },
    /// `fchmodat`.
    Chmod { at: Option<Fd>, path: String, mode: u32, follow: bool },
    /// `fchmod`.
    Fchmod { fd: Fd, mode: u32 },
    /// `utimensat`; `None` leaves a time as it is.
    SetTimes {
        at: Option<Fd>,
        path: String,
        atime: Option<Timespec>,
        mtime: Option<Timespec>,
        follow: bool,
    },
    /// `opendir` and `readdir` to the end. Answer: [`Reply::Entries`], sorted by name.
    ReadDir { at: Option<Fd>, path: String },
    /// `fdopendir` and `readdir` to the end. Answer: [`Reply::Entries`], sorted by name.
    FreadDir { fd: Fd },
    /// `chdir`.
    Chdir { path: String },
    /// `fchdir`.
    Fchdir { fd: Fd },
    /// `getcwd`. Answer: [`Reply::Path`].
    Getcwd,
    /// `umask`. Answer: [`Reply::Count`], the old mask.
    Umask { mask: u32 },
    /// `pipe2`. Answer: [`Reply::Pair`]: the reading end, the writing end.
    Pipe { flags: OpenFlags },
    /// `fcntl(F_DUPFD)`: the lowest free descriptor from `min` on. Answer: [`Reply::Fd`].
    Dup { fd: Fd, min: Fd, cloexec: bool },
    /// `dup3`. Answer: [`Reply::Fd`].
    Dup2 { fd: Fd, to: Fd, cloexec: bool },
    /// `fcntl(F_GETFL)`. Answer: [`Reply::Count`], the flags of `open`.
    GetFlags { fd: Fd },
    /// `fcntl(F_SETFL)`: `APPEND` and `NONBLOCK` count.
    SetFlags { fd: Fd, flags: OpenFlags },
    /// `fcntl(F_GETFD)`. Answer: [`Reply::Count`], 1 if it is closed on exec.
    GetCloexec { fd: Fd },
    /// `fcntl(F_SETFD)`.
    SetCloexec { fd: Fd, cloexec: bool },
    /// `tcgetwinsize`; ENOTTY where `fd` is no terminal, so it serves `isatty` as well. Answer:
    /// [`Reply::WindowSize`].
    WindowSize { fd: Fd },
    /// `poll`; `timeout_ms` `None` waits for ever. Answer: [`Reply::Ready`]. May block.
    Poll { fds: Vec<PollFd>, timeout_ms: Option<u32> },
    /// `posix_spawn` of the program at `path`, an absolute path or one relative to `cwd`. `argv[0]` is
    /// the program's name for itself. The child has exactly the descriptors of `fds`, as pairs
    /// (child's number, caller's number); `cwd` `None` keeps the caller's. Answer: [`Reply::Pid`].
    /// Fails with ENOENT or EACCES as `execve` does, ENOEXEC for a file that is no program, EAGAIN
    /// with too many processes.
    Spawn {
        path: String,
        argv: Vec<String>,
        env: Vec<(String, String)>,
        cwd: Option<String>,
        fds: Vec<(Fd, Fd)>,
        group: SpawnGroup,
    },
    /// `kill`; signal 0 only asks whether the target is there.
    Kill { target: KillTarget, signal: Signal },
    /// `waitpid`. Answer: [`Reply::Waited`]. May block unless `no_hang`.
    Waitpid { who: WaitFor, no_hang: bool },
    /// `getpgid`; `None` is the caller. Answer: [`Reply::Pid`].
    Getpgid { pid: Option<Pid> },
    /// `setpgid`; `None` is the caller, or a group with the process's own number.
    Setpgid { pid: Option<Pid>, group: Option<Pid> },
    /// `getsid`; `None` is the caller. Answer: [`Reply::Pid`].
    Getsid { pid: Option<Pid> },
    /// `setsid`. Answer: [`Reply::Pid`]. EPERM for the leader of a group.
    Setsid,
    /// `getppid`. Answer: [`Reply::Count`].
    Getppid,
    /// `setitimer(ITIMER_REAL)`, in milliseconds; 0 stops it. Answer: [`Reply::Count`], the rest
    /// of the old timer in milliseconds. When it runs out the process receives SIGALRM.
    SetTimer { first_ms: u32, then_ms: u32 },
    /// `sem_open`, with the first value of a semaphore that `flags` (`CREAT`, `EXCL`) make. Answer:
    /// [`Reply::Sem`].
    SemOpen { name: String, flags: OpenFlags, value: u32 },
    /// `sem_close`.
    SemClose { sem: SemId },
    /// `sem_unlink`.
    SemUnlink { name: String },
    /// `sem_timedwait`; `timeout_ms` `None` waits for ever, 0 is `sem_trywait`. ETIMEDOUT when the
    /// time is up, at once (EAGAIN) with 0. May block.
    SemWait { sem: SemId, timeout_ms: Option<u32> },
    /// `sem_post`, which fails with EOVERFLOW where the value is `max` or more already (ours: who
    /// knows a bound need not ask first).
    SemPost { sem: SemId, max: u32 },
    /// `sem_getvalue`. Answer: [`Reply::Count`].
    SemValue { sem: SemId },
    /// Makes a private copy of a mapped file agree with the file (ours: `mmap` with `MAP_SHARED`
    /// where workers share no memory). `writes` are the process's own, as (offset in the file, bytes); then
    /// come all pages that changed since version `seen` (0: all) between `offset` and `offset + len`. Answer:
    /// [`Reply::Pages`].
    MapSync { fd: Fd, offset: u32, len: u32, seen: u32, writes: Vec<(u32, Bytes)> },
    /// `socket`; of `flags` `NONBLOCK` and `CLOEXEC` count. Answer: [`Reply::Fd`].
    Socket { domain: Domain, kind: SocketKind, flags: OpenFlags },
    /// `socketpair`. Answer: [`Reply::Pair`].
    SocketPair { domain: Domain, kind: SocketKind, flags: OpenFlags },
    /// `bind`.
    Bind { fd: Fd, address: SockAddr },
    /// `listen`.
    Listen { fd: Fd, backlog: u32 },
    /// `accept4`. Answer: [`Reply::Accepted`]. May block.
    Accept { fd: Fd, flags: OpenFlags },
    /// `connect`. EINPROGRESS where it would have to wait and must not. May block.
    Connect { fd: Fd, address: SockAddr },
    /// `sendto`; `to` `None` is `send`. Answer: [`Reply::Count`]. May block.
    Send { fd: Fd, data: Bytes, flags: MessageFlags, to: Option<SockAddr> },
    /// `recvfrom`. Answer: [`Reply::Received`]. May block.
    Receive { fd: Fd, len: u32, flags: MessageFlags },
    /// `shutdown`.
    Shutdown { fd: Fd, how: ShutdownHow },
    /// `getsockname`. Answer: [`Reply::Address`].
    SocketName { fd: Fd },
    /// `getpeername`. Answer: [`Reply::Address`].
    PeerName { fd: Fd },
    /// `getsockopt`. Answer: [`Reply::Number`].
    GetSocketOption { fd: Fd, option: SocketOption },
    /// `setsockopt`.
    SetSocketOption { fd: Fd, option: SocketOption, value: i32 },
    /// The addresses of a host name (the heart of `getaddrinfo`): `localhost`, literals, and names
    /// that the run declares. Answer: [`Reply::Addresses`], port 0; ENOENT for an unknown name.
    Resolve { name: String },
    /// The bytes of a pack (ours, not POSIX's). Answer: [`Reply::Data`].
    LoadPack { name: String },
    /// Tells that a unit of a lease was taken (`sem_wait`). Like the next three not answered.
    SemTake { sem: SemId },
    /// Tells of a `write` into room that was leased.
    Push { fd: Fd, data: Bytes },
    /// Tells of a `read` of so many bytes that were known ahead.
    Drain { fd: Fd, len: u32 },
    /// Gives a lease back.
    GiveBack { lease: Lease },
}

/// The answer to a [`Syscall`] that succeeded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// Only in lockstep: the call would have to wait, and of a write so many bytes have gone
    /// through. The process waits on its own clock, and asks again for the rest.
    Blocked(u32),
    /// Nothing to tell.
    Done,
    /// A number: bytes, an offset, a mask.
    Count(u32),
    /// A number that may be negative.
    Number(i32),
    /// A process id, or that of a process group.
    Pid(Pid),
    /// A semaphore.
    Sem {
        /// Its number in the process.
        sem: SemId,
        /// It has so many units that nobody will have to wait for one, like that of a queue without a limit.
        has_plenty: bool,
    },
    /// A descriptor.
    Fd(Fd),
    /// Two descriptors.
    Pair(Fd, Fd),
    /// Bytes read.
    Data(Bytes),
    /// Answers a `SemWait` like [`Reply::Done`], with a lease: as many units may be taken as this says,
    /// and as the process itself posts from now on.
    Taken {
        /// How many.
        units: u32,
    },
    /// Answers a `Write` like [`Reply::Count`], with a lease of room for so many further bytes.
    Written {
        /// Bytes written.
        count: u32,
        /// Bytes that may be written without asking.
        room: u32,
    },
    /// Answers a `Read` like [`Reply::Data`], with a lease of the bytes that come next.
    DataAhead {
        /// Bytes read.
        data: Bytes,
        /// Bytes not read yet.
        ahead: Bytes,
    },
    /// A path.
    Path(String),
    /// What `stat` tells.
    Metadata(Metadata),
    /// A directory's names.
    Entries(Vec<DirEntry>),
    /// The size of a terminal, in characters.
    WindowSize {
        /// Its width.
        columns: u32,
        /// Its height.
        rows: u32,
    },
    /// The descriptors of `poll` that have events.
    Ready(Vec<PollFd>),
    /// The child that ended; `None` with `no_hang` if none has.
    Waited(Option<(Pid, WaitStatus)>),
    /// What [`Syscall::MapSync`] found changed.
    Pages {
        /// The file's version now; at least 1.
        version: u32,
        /// Pages of 4,096 bytes (the last one of a file may be shorter), as (offset in the file, bytes).
        pages: Vec<(u32, Bytes)>,
    },
    /// A new connection, and its peer.
    Accepted(Fd, SockAddr),
    /// What was received (empty at the end of a stream), and from whom if that is no connection.
    Received(Bytes, Option<SockAddr>),
    /// A socket's address.
    Address(SockAddr),
    /// The addresses of a name, best first.
    Addresses(Vec<SockAddr>),
}
