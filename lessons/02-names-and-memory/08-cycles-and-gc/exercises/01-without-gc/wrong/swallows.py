# expect: no_result
import gc


def without_gc(job):
    was_on = gc.isenabled()
    gc.disable()
    try:
        job()
    except Exception:
        pass
    if was_on:
        gc.enable()
