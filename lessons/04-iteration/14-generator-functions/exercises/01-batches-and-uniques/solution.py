def unique(values):
    """Hand out each value when it comes for the first time."""
    seen = set()
    for value in values:
        if value not in seen:
            seen.add(value)
            yield value


def batches(values, size):
    """Hand out lists of `size` values each."""
    if size < 1:
        raise ValueError(f"a batch cannot have {size} values")
    return _batches(values, size)


def _batches(values, size):
    batch = []
    for value in values:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


if __name__ == "__main__":
    print(list(unique("abacb")))
    print(list(batches("abcde", 2)))
