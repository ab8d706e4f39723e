# expect: time_ignored
import itertools

ticks = itertools.count(1)
PREVIOUS = object()


def record(text, log=None, tags=(), at=None, parent=PREVIOUS):
    if log is None:
        log = []
    if parent is PREVIOUS:
        parent = log[-1]["text"] if log else None
    event = {"text": text, "tags": [*tags, "new"], "at": at or next(ticks), "parent": parent}
    log.append(event)
    return event, log
