"""Terminals. Owns CPython's module `termios`: the page edits lines, so modes cannot be changed."""

import errno

import _vivarium
import posix


class error(Exception):
    """What this module raises."""


TCSANOW = 0
TCSADRAIN = 1
TCSAFLUSH = 2
TCIFLUSH = 0
TCOFLUSH = 1
TCIOFLUSH = 2
ECHO = 0o10
ECHOE = 0o20
ECHOK = 0o40
ECHONL = 0o100
ICANON = 0o2
ISIG = 0o1
IEXTEN = 0o100000
ICRNL = 0o400
INPCK = 0o20
ISTRIP = 0o40
IXON = 0o2000
BRKINT = 0o2
OPOST = 0o1
ONLCR = 0o4
CSIZE = 0o60
CS8 = 0o60
PARENB = 0o400
VMIN = 6
VTIME = 5
VINTR = 0
VQUIT = 1
VERASE = 2
VKILL = 3
VEOF = 4
VSTART = 8
VSTOP = 9
VSUSP = 10
IUTF8 = 0o40000
IXOFF = 0o10000
IGNBRK = 0o1
IGNCR = 0o200
INLCR = 0o100
PARMRK = 0o10
NOFLSH = 0o200
TOSTOP = 0o400
TIOCSTI = 0x5412
B9600 = 0o15
B38400 = 0o17
TIOCGWINSZ = 0x5413
FIONREAD = 0x541B


def _check(fd):
    fd = fd if isinstance(fd, int) else fd.fileno()
    if not posix.isatty(fd):
        raise error(errno.ENOTTY, "Inappropriate ioctl for device")
    return fd


def tcgetattr(fd, /):
    """Return the modes of a terminal, which are always the same."""
    _check(fd)
    control = [b"\0"] * 32
    control[VINTR], control[VEOF], control[VMIN] = b"\x03", b"\x04", b"\x01"
    return [ICRNL | IXON, OPOST | ONLCR, CS8, ISIG | ICANON | ECHO | ECHOE | ECHOK, 15, 15, control]


def tcsetattr(fd, when, attributes, /):
    """Refuse: the page edits whole lines and shows what is typed."""
    _check(fd)
    raise error(errno.ENOSYS, "the page edits lines; the terminal's modes cannot be changed")


def tcgetwinsize(fd, /):
    """Return the rows and columns of a terminal."""
    columns, rows = _vivarium.window_size(_check(fd))
    return rows, columns


def tcsetwinsize(fd, size, /):
    """Refuse: the window has the size the page gives it."""
    _check(fd)
    raise error(errno.ENOSYS, "the window has the size that the page gives it")


def tcdrain(fd, /):
    """Wait until all output is sent: it is."""
    _check(fd)


def tcflush(fd, queue, /):
    """Forget what is queued: nothing is."""
    _check(fd)
