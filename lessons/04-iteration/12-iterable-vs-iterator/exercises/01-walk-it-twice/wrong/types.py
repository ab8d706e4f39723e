# expect: by_next
def is_iterator(x):
    generator = (n for n in [])
    return isinstance(x, (type(generator), zip, map, filter, enumerate, type(iter([]))))


def percentages(values):
    kept = list(values)
    return [100 * value / sum(kept) for value in kept]


def to_dict(fields):
    it = iter(fields)
    return dict(zip(it, it, strict=True))
