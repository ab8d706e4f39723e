# expect: shared_tags
import itertools

ticks = itertools.count(1)
PREVIOUS = object()


def record(text, log=None, tags=None, at=None, parent=PREVIOUS):
    if log is None:
        log = []
    if tags is None:
        tags = []
    tags.append("new")
    at = next(ticks) if at is None else at
    if parent is PREVIOUS:
        parent = log[-1]["text"] if log else None
    event = {"text": text, "tags": tags, "at": at, "parent": parent}
    log.append(event)
    return event, log
