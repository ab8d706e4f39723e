"""What is done with a stream of entries."""


def sessions(entries, gap):
    """Hand out lists of entries that are at most gap seconds apart."""
    # TODO: step 3


def moving_mean(values, size):
    """Hand out the mean of the last `size` values, for each value."""
    # TODO: step 4


def slowest(entries, n):
    """Return the n longest times of each path."""
    # TODO: step 5
