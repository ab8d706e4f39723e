"""Which objects are shared?"""

CONTAINERS = (list, dict, set)


def visit(value):
    """Yield every mutable container each time it is reached."""
    seen = set()
    stack = [value]
    while stack:
        thing = stack.pop()
        if isinstance(thing, CONTAINERS):
            yield thing
            if id(thing) in seen:
                continue
            seen.add(id(thing))
        if isinstance(thing, dict):
            stack.extend(reversed(list(thing.values())))
        elif isinstance(thing, (list, tuple)):
            stack.extend(reversed(thing))


def shared(value):
    """Return the mutable containers that are reached in more than one way."""
    counts, order = {}, []
    for thing in visit(value):
        if id(thing) not in counts:
            order.append(thing)
        counts[id(thing)] = counts.get(id(thing), 0) + 1
    return [thing for thing in order if counts[id(thing)] > 1]
