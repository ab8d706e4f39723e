# expect: lost_on_failure
import importlib
import sys


def fresh(name):
    """Return a private copy of a module; leave the cache as it was."""
    before = sys.modules.pop(name, None)
    module = importlib.import_module(name)
    sys.modules.pop(name, None)
    if before is not None:
        sys.modules[name] = before
    return module


if __name__ == "__main__":
    import tally

    tally.add()
    mine = fresh("tally")
    print(mine.add(), tally.count, sys.modules["tally"] is tally)
