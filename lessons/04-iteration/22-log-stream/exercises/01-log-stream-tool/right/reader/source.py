"""Where the entries come from."""

import heapq
from operator import attrgetter

from entry import Entry


def parsed(line, host):
    """Make an entry of a line, or None."""
    try:
        time, path, status, ms = line.split()
        return Entry(int(time), host, path, int(status), int(ms))
    except ValueError:
        return None


class Log:
    """The entries of a log file; can be walked any number of times."""

    def __init__(self, path):
        self.path = path
        self.host = path.removesuffix(".log")

    def __iter__(self):
        with open(self.path) as file:
            for line in file:
                if entry := parsed(line, self.host):
                    yield entry


def merged(logs):
    """Hand out the entries of all logs in the order of time."""
    return heapq.merge(*logs, key=attrgetter("time"))
