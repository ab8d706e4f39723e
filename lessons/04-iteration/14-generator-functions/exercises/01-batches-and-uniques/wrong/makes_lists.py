# expect: not_lazy
def unique(values):
    return iter(list(dict.fromkeys(values)))


def batches(values, size):
    if size < 1:
        raise ValueError(size)
    values = list(values)
    return iter([values[i : i + size] for i in range(0, len(values), size)])
