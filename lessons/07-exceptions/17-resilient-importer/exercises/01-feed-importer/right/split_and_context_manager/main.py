"""The nightly import: runs it, reports, and answers with an exit status."""

import sys
import traceback

from importer import import_all
from store import Store

FEEDS = {
    "acme": ["lamp;3;19.90", "desk;1;240"],
    "bolt": ["chair;two;45", "rug;1", "clock;5;9.50"],
}


def leaves(group):
    """Yield the exceptions in a group that are not groups themselves."""
    for error in group.exceptions:
        if isinstance(error, ExceptionGroup):
            yield from leaves(error)
        else:
            yield error


def main(feeds, fetch, store):
    """Import the feeds, print a report, and return the exit status."""
    try:
        import_all(feeds, fetch, store)
    except ExceptionGroup as group:
        for error in leaves(group):
            cause = error.__cause__
            print(f"{error} ({type(cause).__name__}: {cause})")
        return 1
    except Exception:
        traceback.print_exc()
        return 2
    print(f"{len(store.rows)} rows imported")
    return 0


if __name__ == "__main__":
    sys.exit(main(FEEDS, FEEDS.get, Store()))
