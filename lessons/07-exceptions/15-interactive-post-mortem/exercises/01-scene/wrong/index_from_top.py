# expect: counts_from_the_top
import sys
import traceback


def scene(up=0):
    """Return the variables of the function that failed, or of a caller above it."""
    error = getattr(sys, "last_exc", None)
    if error is None:
        raise LookupError("nothing has failed yet")
    frames = [frame for frame, line in traceback.walk_tb(error.__traceback__)]
    if up >= len(frames):
        raise LookupError(f"the traceback has {len(frames)} entries only")
    return dict(frames[up - 1].f_locals)
