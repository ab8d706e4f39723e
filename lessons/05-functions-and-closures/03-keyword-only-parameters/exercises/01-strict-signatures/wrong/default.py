# expect: still_optional
def move(source, target, *, overwrite=False):
    return ["mv", "-f" if overwrite else "-n", source, target]


def clamp(value, low, high, /):
    return max(low, min(value, high))


def event(kind, /, **fields):
    return {"event": kind, **fields}
