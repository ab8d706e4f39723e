"""Keeps a log of events."""

import itertools

ticks = itertools.count(1)
PREVIOUS = object()


def record(text, log=None, tags=(), at=None, parent=PREVIOUS):
    """Append an event to the log; return both."""
    if log is None:
        log = []
    if at is None:
        at = next(ticks)
    if parent is PREVIOUS:
        parent = log[-1]["text"] if log else None
    event = {"text": text, "tags": [*tags, "new"], "at": at, "parent": parent}
    log.append(event)
    return event, log


if __name__ == "__main__":
    print(record("start"))
    print(record("stop"))
