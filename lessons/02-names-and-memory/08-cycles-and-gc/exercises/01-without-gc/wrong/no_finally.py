# expect: stays_off
import gc


def without_gc(job):
    was_on = gc.isenabled()
    gc.disable()
    result = job()
    if was_on:
        gc.enable()
    return result
