# expect: last_batch
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
        batch = []
        for value in values:
            batch.append(value)
            if len(batch) == size:
                yield batch
                batch = []

    return inner()
