# expect: attribute_error
import sys
import traceback


def scene(up=0):
    """Return the variables of the function that failed, or of a caller above it."""
    error = sys.last_exc
    frames = [frame for frame, line in traceback.walk_tb(error.__traceback__)]
    if up >= len(frames):
        raise LookupError(f"the traceback has {len(frames)} entries only")
    return dict(frames[-1 - up].f_locals)
