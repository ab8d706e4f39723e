# expect: name_collides
def move(source, target, *, overwrite):
    return ["mv", "-f" if overwrite else "-n", source, target]


def clamp(value, low, high, /):
    return max(low, min(value, high))


def event(kind, /, time, **fields):
    return {"event": kind, "time": time, **fields}
