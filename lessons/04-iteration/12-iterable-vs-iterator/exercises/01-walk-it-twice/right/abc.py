from collections.abc import Iterator


def is_iterator(x):
    return isinstance(x, Iterator)


def percentages(values):
    values = tuple(values)
    return [value / sum(values) * 100 for value in values]


def to_dict(fields):
    fields = list(fields)
    if len(fields) % 2:
        raise ValueError(f"{fields[-1]!r} has no value")
    return dict(zip(fields[::2], fields[1::2]))
