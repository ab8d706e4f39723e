# expect: absolute
import sys


def references_kept(call, thing):
    call(thing)
    return sys.getrefcount(thing) - 1
