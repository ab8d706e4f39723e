# expect: still_on
import gc


def without_gc(job):
    gc.collect()
    return job()
