# expect: used_up
def is_iterator(x):
    return iter(x) is x


def percentages(values):
    total = sum(values)
    return [100 * value / total for value in values]


def to_dict(fields):
    it = iter(fields)
    return dict(zip(it, it, strict=True))
