"""Copies that keep their inner sharing."""


def duplicate(value):
    """Return a copy whose containers are all new."""
    copies = {}

    def copy(it):
        if id(it) in copies:
            return copies[id(it)]
        if isinstance(it, tuple):
            return tuple(copy(inner) for inner in it)
        if isinstance(it, set):
            copies[id(it)] = set(it)
        elif isinstance(it, list):
            new = copies[id(it)] = []
            new.extend(copy(inner) for inner in it)
        elif isinstance(it, dict):
            new = copies[id(it)] = {}
            new.update((key, copy(inner)) for key, inner in it.items())
        return copies.get(id(it), it)

    return copy(value)
