def is_iterator(x):
    return hasattr(x, "__next__")


def percentages(values):
    values = [value for value in values]
    total = sum(values)
    return [value * 100 / total for value in values]


def to_dict(fields):
    result = {}
    it = iter(fields)
    for key in it:
        try:
            result[key] = next(it)
        except StopIteration:
            raise ValueError(f"no value for {key!r}") from None
    return result
