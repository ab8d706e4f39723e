# expect: needs_index
def is_iterator(x):
    return iter(x) is x


def percentages(values):
    kept = list(values)
    return [100 * value / sum(kept) for value in kept]


def to_dict(fields):
    return dict(zip(fields[::2], fields[1::2], strict=True))
