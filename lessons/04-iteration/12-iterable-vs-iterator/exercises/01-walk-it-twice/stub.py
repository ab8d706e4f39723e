def is_iterator(x):
    """Say whether x is its own iterator."""
    return list(x) != list(x)  # TODO: take nothing from x


def percentages(values):
    """Return the share of each value in percent."""
    total = sum(values)
    return [100 * value / total for value in values]  # TODO: iterators


def to_dict(fields):
    """Return the dictionary of keys and values in turn."""
    # TODO


if __name__ == "__main__":
    print(is_iterator(iter("ab")))
    print(percentages(iter([1, 3])))
    print(to_dict(["host", "web1", "port", 80]))
