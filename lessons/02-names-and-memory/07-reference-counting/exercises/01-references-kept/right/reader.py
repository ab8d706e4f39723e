import sys


def references_kept(call, thing):
    """Return how many references to the thing a call leaves behind."""
    before = sys.getrefcount(thing)
    call(thing)
    after = sys.getrefcount(thing)
    return after - before
