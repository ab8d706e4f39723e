"""Copies that keep their inner sharing."""


def duplicate(value, done=None):
    """Return a copy whose containers are all new."""
    done = {} if done is None else done
    if id(value) in done:
        return done[id(value)]
    match value:
        case list():
            new = done[id(value)] = []
            new.extend(duplicate(item, done) for item in value)
        case dict():
            new = done[id(value)] = {}
            for key, item in value.items():
                new[key] = duplicate(item, done)
        case set():
            new = done[id(value)] = set(value)
        case tuple():
            new = tuple(duplicate(item, done) for item in value)
        case _:
            new = value
    return new
