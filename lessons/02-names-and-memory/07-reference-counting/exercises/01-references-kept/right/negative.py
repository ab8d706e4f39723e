import sys


def references_kept(call, thing):
    kept = -sys.getrefcount(thing)
    call(thing)
    kept += sys.getrefcount(thing)
    return kept
