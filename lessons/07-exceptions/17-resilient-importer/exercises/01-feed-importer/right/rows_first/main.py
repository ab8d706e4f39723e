"""The nightly import: runs it, reports, and answers with an exit status."""

import logging
import sys

from importer import import_all
from store import Store

FEEDS = {
    "acme": ["lamp;3;19.90", "desk;1;240"],
    "bolt": ["chair;two;45", "rug;1", "clock;5;9.50"],
}


def report(error):
    if isinstance(error, ExceptionGroup):
        for inner in error.exceptions:
            report(inner)
    else:
        why = error.__cause__
        print(error, f"({type(why).__name__}: {why})")


def main(feeds, fetch, store):
    """Import the feeds, print a report, and return the exit status."""
    status = 0
    try:
        import_all(feeds, fetch, store)
        print(len(store.rows), "rows imported")
    except ExceptionGroup as group:
        report(group)
        status = 1
    except Exception:
        logging.exception("the import has a bug")
        status = 2
    return status


if __name__ == "__main__":
    sys.exit(main(FEEDS, FEEDS.get, Store()))
