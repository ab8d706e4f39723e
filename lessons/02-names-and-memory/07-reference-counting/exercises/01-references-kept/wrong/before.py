# expect: only_before
import sys


def references_kept(call, thing):
    before = sys.getrefcount(thing)
    after = sys.getrefcount(thing)
    call(thing)
    return after - before
