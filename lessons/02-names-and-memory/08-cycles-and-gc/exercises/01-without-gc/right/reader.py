import gc


def without_gc(job):
    """Call the job while the collector is off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return job()
    finally:
        (gc.enable if was_on else gc.disable)()
