import gc


def without_gc(job):
    if not gc.isenabled():
        return job()
    gc.disable()
    try:
        return job()
    finally:
        gc.enable()
