import itertools

ticks = itertools.count(1)


class Missing:
    pass


def given(value, make):
    return make() if value is Missing else value


def record(text, log=Missing, tags=(), at=Missing, parent=Missing):
    log = given(log, list)
    parent = given(parent, lambda: log[-1]["text"] if log else None)
    event = dict(text=text, tags=[*tags, "new"], at=given(at, ticks.__next__), parent=parent)
    log.append(event)
    return event, log
