"""What is done with a stream of entries."""

import heapq
from collections import defaultdict, deque


def sessions(entries, gap):
    """Hand out lists of entries that are at most gap seconds apart."""
    session = []
    for entry in entries:
        if session and entry.time - session[-1].time > gap:
            yield session
            session = []
        session.append(entry)
    if session:
        yield session


def moving_mean(values, size):
    """Hand out the mean of the last `size` values, for each value."""
    last = deque(maxlen=size)
    for value in values:
        last.append(value)
        yield sum(last) / len(last)


def slowest(entries, n):
    """Return the n longest times of each path."""
    longest = defaultdict(list)
    for entry in entries:
        longest[entry.path] = heapq.nlargest(n, [*longest[entry.path], entry.ms])
    return dict(sorted(longest.items()))
