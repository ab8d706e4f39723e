"""Which objects are shared?"""
from collections import Counter


def shared(value):
    ways = Counter()
    objects = {}
    pending = [value]
    while pending:
        it = pending.pop(0)
        if isinstance(it, (list, dict, set)):
            ways[id(it)] += 1
            if ways[id(it)] > 1:
                continue
            objects[id(it)] = it
        inner = it.values() if isinstance(it, dict) else it if isinstance(it, (list, tuple)) else ()
        pending[:0] = inner
    return [objects[key] for key, n in ways.items() if n > 1]
