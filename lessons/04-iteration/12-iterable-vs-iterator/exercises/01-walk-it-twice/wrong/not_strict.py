# expect: lost_key
def is_iterator(x):
    return iter(x) is x


def percentages(values):
    kept = list(values)
    return [100 * value / sum(kept) for value in kept]


def to_dict(fields):
    it = iter(fields)
    return dict(zip(it, it))
