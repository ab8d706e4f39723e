import itertools

ticks = itertools.count(1)


def record(text, log=None, tags=None, at=None, **options):
    log = [] if log is None else log
    last = log[-1]["text"] if log else None
    event = {
        "text": text,
        "tags": list(tags or []) + ["new"],
        "at": next(ticks) if at is None else at,
        "parent": options.get("parent", last),
    }
    log.append(event)
    return event, log
