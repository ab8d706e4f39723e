import contextlib
import gc


@contextlib.contextmanager
def collector_off():
    restore = gc.enable if gc.isenabled() else gc.disable
    gc.disable()
    try:
        yield
    finally:
        restore()


def without_gc(job):
    with collector_off():
        return job()
