"""How does an object end?"""
import gc
import weakref


def fate(make):
    """Say what becomes of an object that nobody wants."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        watch = weakref.ref(make())
        if watch() is None:
            return "at once"
        gc.collect()
        return "collector" if watch() is None else "kept"
    finally:
        if was_on:
            gc.enable()
