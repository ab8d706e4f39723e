"""Where the entries come from."""

from heapq import merge
from operator import attrgetter

from entry import Entry


class Log:
    """The entries of a log file; can be walked any number of times."""

    def __init__(self, path):
        self.path = path
        self.host = path.removesuffix(".log")

    def __iter__(self):
        with open(self.path) as file:
            for line in file:
                try:
                    time, path, status, ms = line.split()
                    entry = Entry(int(time), self.host, path, int(status), int(ms))
                except ValueError:
                    continue
                yield entry


def merged(logs):
    """Hand out the entries of all logs in the order of time."""
    return iter(sorted((entry for log in logs for entry in log), key=attrgetter("time")))
