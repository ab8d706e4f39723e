"""The groups of this machine's one user. Owns CPython's module `grp`."""

from _vivarium import struct_group

_GROUPS = (
    struct_group(("root", "x", 0, [])),
    struct_group(("learner", "x", 1000, [])),
)


def getgrnam(name):
    """Return the group database entry for the given group name."""
    for group in _GROUPS:
        if group.gr_name == name:
            return group
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    """Return the group database entry for the given numeric group ID."""
    for group in _GROUPS:
        if group.gr_gid == id:
            return group
    raise KeyError(f"getgrgid(): gid not found: {id}")


def getgrall():
    """Return a list of all available group entries."""
    return list(_GROUPS)
