"""Where the entries come from."""

from entry import Entry


class Log:
    """The entries of a log file; can be walked any number of times."""

    def __init__(self, path):
        self.path = path
        self.host = path.removesuffix(".log")

    # TODO: step 1


def merged(logs):
    """Hand out the entries of all logs in the order of time."""
    # TODO: step 2
