"""How does an object end?"""
import gc
import weakref


def fate(make):
    before = gc.isenabled()
    gone = []
    try:
        gc.disable()
        thing = make()
        watch = weakref.ref(thing, gone.append)
        del thing
        if not gone:
            gc.collect()
            return "collector" if gone else "kept"
        return "at once"
    finally:
        (gc.enable if before else gc.disable)()
