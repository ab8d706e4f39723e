from itertools import islice


def unique(values):
    seen = {}
    return (seen.setdefault(value, value) for value in values if value not in seen)


def batches(values, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    it = iter(values)
    return iter(lambda: list(islice(it, size)), [])
