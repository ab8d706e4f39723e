"""Keeps a log of events."""

import itertools

ticks = itertools.count(1)


def record(text, log=[], tags=[], at=next(ticks), parent=None):
    """Append an event to the log; return both."""
    tags.append("new")
    event = {"text": text, "tags": tags, "at": at, "parent": parent}
    log.append(event)
    return event, log


if __name__ == "__main__":
    print(record("start"))
    print(record("stop"))
