import importlib
import sys


def fresh(name):
    """Return a private copy of a module; leave the cache as it was."""
    missing = object()
    before = sys.modules.pop(name, missing)
    try:
        return importlib.import_module(name)
    finally:
        sys.modules.pop(name, None)
        if before is not missing:
            sys.modules[name] = before


if __name__ == "__main__":
    import tally

    tally.add()
    mine = fresh("tally")
    print(mine.add(), tally.count, sys.modules["tally"] is tally)
