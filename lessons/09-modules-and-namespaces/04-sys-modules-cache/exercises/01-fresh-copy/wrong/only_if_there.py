# expect: left_in_cache
import importlib
import sys


def fresh(name):
    """Return a private copy of a module; leave the cache as it was."""
    before = sys.modules.pop(name, None)
    try:
        return importlib.import_module(name)
    finally:
        if before is not None:
            sys.modules[name] = before


if __name__ == "__main__":
    import tally

    tally.add()
    mine = fresh("tally")
    print(mine.add(), tally.count, sys.modules["tally"] is tally)
