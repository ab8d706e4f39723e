# expect: empty_log_ignored
import itertools

ticks = itertools.count(1)
PREVIOUS = object()


def record(text, log=None, tags=(), at=None, parent=PREVIOUS):
    log = log or []
    at = next(ticks) if at is None else at
    if parent is PREVIOUS:
        parent = log[-1]["text"] if log else None
    event = {"text": text, "tags": [*tags, "new"], "at": at, "parent": parent}
    log.append(event)
    return event, log
