"""Waiting for descriptors: `select` and `poll` over the one system call.

Owns CPython's module `select`, less `epoll`, which this system lacks.
"""

import _vivarium

__all__ = ["error", "select", "poll", "PIPE_BUF"]

error = OSError
PIPE_BUF = 4096

POLLIN = 0x001
POLLPRI = 0x002
POLLOUT = 0x004
POLLERR = 0x008
POLLHUP = 0x010
POLLNVAL = 0x020
POLLRDNORM = 0x040
POLLRDBAND = 0x080
POLLWRNORM = 0x100
POLLWRBAND = 0x200
POLLMSG = 0x400

_FD_SETSIZE = 1024
_READABLE = POLLIN | POLLHUP | POLLERR
_WRITABLE = POLLOUT | POLLERR


def _fileno(file):
    """The descriptor of an integer or of an object with `fileno()`."""
    if isinstance(file, int):
        fd = int(file)
    else:
        try:
            method = file.fileno
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
        fd = method()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def _seconds(timeout, scale=1.0):
    """A time-out for the system call, where a negative one is for ever."""
    if timeout is None:
        return -1.0
    if not hasattr(timeout, "__float__") and not hasattr(timeout, "__index__"):
        raise TypeError("timeout must be a real number or None")
    return float(timeout) * scale


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    seconds = _seconds(timeout)
    if timeout is not None and seconds < 0:
        raise ValueError("timeout must be non-negative")
    readers = [(file, _fileno(file)) for file in rlist]
    writers = [(file, _fileno(file)) for file in wlist]
    others = [(file, _fileno(file)) for file in xlist]
    asked = {}
    for files, events in ((readers, POLLIN), (writers, POLLOUT), (others, POLLPRI)):
        for _, fd in files:
            if fd >= _FD_SETSIZE and fd < 1 << 20:
                raise ValueError("filedescriptor out of range in select()")
            asked[fd] = asked.get(fd, 0) | events
    found = dict(_vivarium.poll(asked.items(), seconds))
    if any(events & POLLNVAL for events in found.values()):
        raise OSError(9, "Bad file descriptor")
    return (
        [file for file, fd in readers if found.get(fd, 0) & _READABLE],
        [file for file, fd in writers if found.get(fd, 0) & _WRITABLE],
        [file for file, fd in others if found.get(fd, 0) & POLLPRI],
    )


class poll:
    """Waits for a set of registered descriptors."""

    def __init__(self):
        self._fds = {}
        self._is_polling = False

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        """Register a file descriptor with the polling object."""
        self._fds[_fileno(fd)] = _mask(eventmask)

    def modify(self, fd, eventmask, /):
        """Modify an already registered file descriptor."""
        fd = _fileno(fd)
        if fd not in self._fds:
            raise FileNotFoundError(2, "No such file or directory")
        self._fds[fd] = _mask(eventmask)

    def unregister(self, fd, /):
        """Remove a file descriptor being tracked by the polling object."""
        del self._fds[_fileno(fd)]

    def poll(self, timeout=None, /):
        """Poll for events, at most `timeout` milliseconds."""
        if self._is_polling:
            raise RuntimeError("concurrent poll() invocation")
        self._is_polling = True
        try:
            return _vivarium.poll(list(self._fds.items()), _seconds(timeout, 0.001))
        finally:
            self._is_polling = False


def _mask(events):
    if events < 0:
        raise ValueError("negative event mask")
    if events > 0xFFFF:
        raise OverflowError("event mask value out of range")
    return int(events)
