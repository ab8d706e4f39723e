# expect: none_is_root
import itertools

ticks = itertools.count(1)


def record(text, log=None, tags=(), at=None, parent=None):
    if log is None:
        log = []
    at = next(ticks) if at is None else at
    if parent is None and log:
        parent = log[-1]["text"]
    event = {"text": text, "tags": [*tags, "new"], "at": at, "parent": parent}
    log.append(event)
    return event, log
