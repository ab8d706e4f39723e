def move(source, target, *, overwrite):
    return ["mv", "-f" if overwrite else "-n", source, target]


def clamp(*numbers):
    value, low, high = numbers
    return max(low, min(value, high))


def event(*kind, **fields):
    (name,) = kind
    return {"event": name} | fields
