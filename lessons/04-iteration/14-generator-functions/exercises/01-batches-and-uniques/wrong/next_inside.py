# expect: stop_inside
def unique(values):
    seen = set()
    for value in values:
        if value not in seen:
            seen.add(value)
            yield value


def batches(values, size):
    if size < 1:
        raise ValueError(size)

    def inner():
        it = iter(values)
        while True:
            batch = [next(it)]
            batch += [value for _, value in zip(range(size - 1), it)]
            yield batch

    return inner()
