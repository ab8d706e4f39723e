import itertools


def unique(values):
    """Hand out each value when it comes for the first time."""
    seen = set()
    return (seen.add(value) or value for value in values if value not in seen)


def batches(values, size):
    """Hand out lists of the size, the last one perhaps shorter."""
    return map(list, itertools.batched(values, size))
