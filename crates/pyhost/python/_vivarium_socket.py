"""Pairs of connected sockets, over two pipes, until the kernel has sockets.

Owns `socketpair` and the class that `socket.socket` is built on. `asyncio` needs a pair to wake
its loop; a network there is not. A socket's descriptor is the end that its user waits on: of the
first of a pair the reading end, of the second the writing end.
"""

import errno

import _socket
import _vivarium
import posix

_NO_NETWORK = "there is no network in this page yet"

# The other pipe end of each descriptor that belongs to a pair.
_others = {}


class socket:
    """A socket, as far as there are sockets: one of a pair, or one that cannot connect."""

    # Without `__weakref__`, which the library's subclass adds.
    __slots__ = ("_family", "_type", "_proto", "_fd", "_other", "timeout")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._family = _socket.AF_INET if family == -1 else family
        self._type = _socket.SOCK_STREAM if type == -1 else type
        self._proto = 0 if proto == -1 else proto
        self.timeout = None
        self._fd = -1 if fileno is None else fileno
        self._other = _others.pop(self._fd, -1)

    family = property(lambda self: self._family, doc="The address family.")
    type = property(lambda self: self._type, doc="The type.")
    proto = property(lambda self: self._proto, doc="The protocol.")

    def __del__(self):
        if getattr(self, "_fd", -1) != -1:
            self.close()

    def fileno(self):
        """Return the descriptor, or -1."""
        return self._fd

    def detach(self):
        """Return the descriptor and forget it."""
        fd = self._fd
        if self._other != -1:
            _others[fd] = self._other
        self._fd = self._other = -1
        return fd

    def close(self):
        """Close both ends."""
        ends, self._fd, self._other = (self._fd, self._other), -1, -1
        for fd in ends:
            if fd != -1:
                posix.close(fd)

    def _ends(self):
        """The reading and the writing end."""
        if self._fd == -1:
            raise OSError(errno.EBADF, "Bad file descriptor")
        if self._other == -1:
            raise OSError(errno.ENETUNREACH, _NO_NETWORK)
        return sorted((self._fd, self._other), key=_writes)

    def setblocking(self, flag):
        """Choose whether calls wait."""
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        """Say whether calls wait."""
        return self.timeout != 0.0

    def settimeout(self, timeout):
        """Choose how long calls wait; only not at all and for ever exist here."""
        self.timeout = None if timeout is None else float(timeout)
        for fd in (self._fd, self._other):
            if fd != -1:
                posix.set_blocking(fd, self.timeout is None)

    def gettimeout(self):
        """Return how long calls wait."""
        return self.timeout

    def recv(self, bufsize, flags=0):
        """Receive up to `bufsize` bytes."""
        return posix.read(self._ends()[0], bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        """Receive into a buffer."""
        view = memoryview(buffer).cast("B")
        data = self.recv(nbytes or len(view))
        view[: len(data)] = data
        return len(data)

    def send(self, data, flags=0):
        """Send bytes; return how many were sent."""
        return posix.write(self._ends()[1], data)

    def sendall(self, data, flags=0):
        """Send all bytes."""
        view = memoryview(data).cast("B")
        while view:
            view = view[self.send(view):]

    def shutdown(self, how):
        """Tell the peer that nothing more is sent."""
        if how != _socket.SHUT_RD:
            posix.close(self._ends()[1])
            self._other = -1

    def setsockopt(self, *args):
        """Take an option, without effect."""

    def getsockopt(self, *args):
        """Return an option: none is set."""
        return 0

    def getsockname(self):
        """Return the address: a pair has none."""
        return ""

    def getpeername(self):
        """Return the peer's address: a pair has none."""
        return ""

    def _unreachable(self, *args):
        """Raise OSError: there is no network."""
        raise OSError(errno.ENETUNREACH, _NO_NETWORK)

    connect = connect_ex = bind = listen = _accept = sendto = recvfrom = sendmsg = _unreachable
    recvmsg = recvfrom_into = recvmsg_into = _unreachable


def _writes(fd):
    """Whether a descriptor is a pipe's writing end."""
    return _vivarium.get_flags(fd) & 3 == 1


def socketpair(family=None, type=None, proto=0, /):
    """Return two sockets connected to each other."""
    family = _socket.AF_UNIX if family is None else family
    type = _socket.SOCK_STREAM if type is None else type
    (first_reads, second_writes), (second_reads, first_writes) = posix.pipe(), posix.pipe()
    _others[first_reads], _others[second_writes] = first_writes, second_reads
    return (socket(family, type, proto, first_reads), socket(family, type, proto, second_writes))



_socket.socket = _socket.SocketType = socket
_socket.socketpair = socketpair
if not hasattr(_socket, "AF_UNIX"):
    _socket.AF_UNIX = 1
