"""The one user of this machine. Owns CPython's module `pwd`."""

from _vivarium import struct_passwd

_USERS = (
    struct_passwd(("root", "x", 0, 0, "root", "/root", "/usr/sbin/nologin")),
    struct_passwd(("learner", "x", 1000, 1000, "Learner", "/home/learner", "/bin/sh")),
)


def getpwnam(name, /):
    """Return the password database entry for the given user name."""
    for user in _USERS:
        if user.pw_name == name:
            return user
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uid, /):
    """Return the password database entry for the given numeric user ID."""
    for user in _USERS:
        if user.pw_uid == uid:
            return user
    raise KeyError(f"getpwuid(): uid not found: {uid}")


def getpwall():
    """Return a list of all available password database entries."""
    return list(_USERS)
