//! Owns the system calls a process can make, and their answers; knows no implementation.
//!
//! Names, arguments and failures are those of POSIX.1-2024; where a call differs, it says so.
//! Paths are UTF-8. A relative path is resolved against the directory `at`, or, when that is
//! `None`, against the process's working directory (`AT_FDCWD`).

use serde::{Deserialize, Serialize};

use crate::{Bytes, Signal};

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
}

/// One entry of `poll`: a descriptor with the events asked for, or those that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollFd {
    /// The descriptor.
    pub fd: Fd,
    /// The events.
    pub events: PollEvents,
}

/// How a child ended, as `waitpid` tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WaitStatus {
    /// It exited with this status (0 to 255).
    Exited(u8),
    /// A signal ended it.
    Signaled(Signal),
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
    /// `kill`.
    Kill { pid: Pid, signal: Signal },
    /// `waitpid`; `None` is any child. Answer: [`Reply::Waited`]. May block unless `no_hang`.
    Waitpid { pid: Option<Pid>, no_hang: bool },
    /// `getppid`. Answer: [`Reply::Count`].
    Getppid,
    /// `setitimer(ITIMER_REAL)`, in milliseconds; 0 stops it. Answer: [`Reply::Count`], the rest
    /// of the old timer in milliseconds. When it runs out the process receives SIGALRM.
    SetTimer { first_ms: u32, then_ms: u32 },
    /// The bytes of a pack (ours, not POSIX's). Answer: [`Reply::Data`].
    LoadPack { name: String },
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
    /// A descriptor.
    Fd(Fd),
    /// Two descriptors.
    Pair(Fd, Fd),
    /// Bytes read.
    Data(Bytes),
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
}
