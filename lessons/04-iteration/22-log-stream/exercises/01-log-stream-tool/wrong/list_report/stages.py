"""What is done with a stream of entries."""

from collections import defaultdict, deque
from heapq import nlargest


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
    window = deque(maxlen=size)
    for value in values:
        window.append(value)
        yield sum(window) / len(window)


def slowest(entries, n):
    """Return the n longest times of each path."""
    times = defaultdict(list)
    for entry in entries:
        times[entry.path] = nlargest(n, times[entry.path] + [entry.ms])
    return {path: times[path] for path in sorted(times)}
