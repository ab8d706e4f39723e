def unique(values):
    """Hand out each value when it comes for the first time."""
    return sorted(set(values))  # TODO: in order, and lazily


def batches(values, size):
    """Hand out lists of `size` values each."""
    # TODO


if __name__ == "__main__":
    print(list(unique("abacb")))
    print(list(batches("abcde", 2)))
