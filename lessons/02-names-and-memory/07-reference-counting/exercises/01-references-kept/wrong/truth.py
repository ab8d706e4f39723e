# expect: yes_or_no
import sys


def references_kept(call, thing):
    before = sys.getrefcount(thing)
    call(thing)
    return sys.getrefcount(thing) > before
