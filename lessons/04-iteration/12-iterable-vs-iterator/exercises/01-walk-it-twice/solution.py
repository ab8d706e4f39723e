def is_iterator(x):
    """Say whether x is its own iterator."""
    return iter(x) is x


def percentages(values):
    """Return the share of each value in percent."""
    kept = list(values)
    total = sum(kept)
    return [100 * value / total for value in kept]


def to_dict(fields):
    """Return the dictionary of keys and values in turn."""
    it = iter(fields)
    return dict(zip(it, it, strict=True))


if __name__ == "__main__":
    print(is_iterator(iter("ab")))
    print(percentages(iter([1, 3])))
    print(to_dict(["host", "web1", "port", 80]))
