# expect: was_off
import gc


def without_gc(job):
    gc.disable()
    try:
        return job()
    finally:
        gc.enable()
