def is_iterator(x):
    """Say whether x is its own iterator."""
    return x is iter(x)


def percentages(values):
    """Return the share of each value in percent."""
    values = [*values]
    total = sum(values)
    return [100 * value / total for value in values]


def to_dict(fields):
    """Return a dictionary from keys and values in turn."""
    it = iter(fields)
    return dict(zip(it, it, strict=True))
