# expect: old_time
import itertools

ticks = itertools.count(1)
PREVIOUS = object()


def record(text, log=None, tags=(), at=next(ticks), parent=PREVIOUS):
    if log is None:
        log = []
    if parent is PREVIOUS:
        parent = log[-1]["text"] if log else None
    event = {"text": text, "tags": [*tags, "new"], "at": at, "parent": parent}
    log.append(event)
    return event, log
