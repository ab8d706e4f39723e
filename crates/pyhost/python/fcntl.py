"""Flags of descriptors. Owns CPython's module `fcntl`; locks and devices do not exist here."""

import errno

import _vivarium
import posix

F_DUPFD = 0
F_GETFD = 1
F_SETFD = 2
F_GETFL = 3
F_SETFL = 4
F_GETLK = 5
F_SETLK = 6
F_SETLKW = 7
F_RDLCK = 0
F_WRLCK = 1
F_UNLCK = 2
F_DUPFD_CLOEXEC = 1030
FD_CLOEXEC = 1
LOCK_SH = 1
LOCK_EX = 2
LOCK_NB = 4
LOCK_UN = 8

_TIOCGWINSZ = 0x5413


def _fileno(file):
    return file if isinstance(file, int) else file.fileno()


def fcntl(fd, cmd, arg=0, /):
    """Perform the operation `cmd` on file descriptor `fd`."""
    fd = _fileno(fd)
    if cmd in (F_DUPFD, F_DUPFD_CLOEXEC):
        return _vivarium.duplicate(fd, arg, cmd == F_DUPFD_CLOEXEC)
    if cmd == F_GETFD:
        return 0 if posix.get_inheritable(fd) else FD_CLOEXEC
    if cmd == F_SETFD:
        posix.set_inheritable(fd, 0 if arg & FD_CLOEXEC else 1)
        return 0
    if cmd == F_GETFL:
        return _vivarium.get_flags(fd)
    if cmd == F_SETFL:
        _vivarium.set_flags(fd, arg)
        return 0
    if cmd in (F_GETLK, F_SETLK, F_SETLKW):
        raise OSError(errno.ENOSYS, "file locks do not exist in this file system")
    raise OSError(errno.EINVAL, "Invalid argument")


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    """Perform the operation `request` on file descriptor `fd`: the terminal's size, if any."""
    if request != _TIOCGWINSZ:
        raise OSError(errno.ENOTTY, "Inappropriate ioctl for device")
    columns, rows = _vivarium.window_size(_fileno(fd))
    size = b"".join(n.to_bytes(2, "little") for n in (rows, columns, 0, 0))
    if isinstance(arg, (bytes, str)):
        return size
    arg[: len(size)] = size
    return 0


def flock(fd, operation, /):
    """Lock a whole file: no other process could hold a lock here, and ours is of no use."""
    raise OSError(errno.ENOSYS, "file locks do not exist in this file system")


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    """Lock a part of a file; see `flock`."""
    raise OSError(errno.ENOSYS, "file locks do not exist in this file system")
