"""What a process has used. Owns CPython's module `resource`; limits cannot be set here."""

import errno
import time

from _vivarium import struct_rusage

error = OSError

RLIM_INFINITY = -1
RLIMIT_CPU = 0
RLIMIT_FSIZE = 1
RLIMIT_DATA = 2
RLIMIT_STACK = 3
RLIMIT_CORE = 4
RLIMIT_RSS = 5
RLIMIT_NPROC = 6
RLIMIT_NOFILE = 7
RLIMIT_MEMLOCK = 8
RLIMIT_AS = 9
RUSAGE_SELF = 0
RUSAGE_CHILDREN = -1
RUSAGE_THREAD = 1

_LIMITS = {RLIMIT_NOFILE: (1024, 1024), RLIMIT_CORE: (0, 0)}


def getpagesize():
    """Return the number of bytes in a page of memory."""
    return 65536


def getrusage(who, /):
    """Return the processor time of this process; what is not counted is 0."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    used = 0.0 if who == RUSAGE_CHILDREN else time.process_time()
    return struct_rusage((used, 0.0, *[0] * 14))


def _checked(resource):
    if not 0 <= resource < 16:
        raise ValueError("invalid resource specified")
    return resource


def getrlimit(resource, /):
    """Return the limits of a resource."""
    return _LIMITS.get(_checked(resource), (RLIM_INFINITY, RLIM_INFINITY))


def setrlimit(resource, limits, /):
    """Refuse: the browser sets this process's limits."""
    _checked(resource)
    raise PermissionError(errno.EPERM, "the browser sets the limits of this process")
