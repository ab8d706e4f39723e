# expect: nothing_being_handled
import sys
import traceback


def scene(up=0):
    kind, error, trace = sys.exc_info()
    frames = [frame for frame, line in traceback.walk_tb(trace)]
    return dict(frames[-1 - up].f_locals)
