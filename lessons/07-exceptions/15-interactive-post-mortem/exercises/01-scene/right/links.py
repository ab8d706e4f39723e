"""A helper for the prompt after a crash."""

import sys


def scene(up=0):
    """Return the variables of the function that failed, or of a caller above it."""
    try:
        entry = sys.last_traceback
    except AttributeError:
        raise LookupError("no crash to look at") from None
    found = []
    while entry is not None:
        found.insert(0, entry.tb_frame)
        entry = entry.tb_next
    return dict(found[up].f_locals)
