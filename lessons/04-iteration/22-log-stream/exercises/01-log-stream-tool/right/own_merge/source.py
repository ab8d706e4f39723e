import re

from entry import Entry

LINE = re.compile(r"(\d+) (\S+) (\d+) (\d+)$")


class Log:
    def __init__(self, path):
        self.path = path
        self.host = path[: -len(".log")]

    def __iter__(self):
        return map(self._entry, filter(None, map(LINE.match, self._lines())))

    def _lines(self):
        with open(self.path) as file:
            yield from file

    def _entry(self, match):
        time, path, status, ms = match.groups()
        return Entry(int(time), self.host, path, int(status), int(ms))


def merged(logs):
    heads = []
    for log in logs:
        it = iter(log)
        for entry in it:
            heads.append((entry, it))
            break
    while heads:
        i = min(range(len(heads)), key=lambda i: heads[i][0].time)
        entry, it = heads[i]
        yield entry
        following = next(it, None)
        if following is None:
            del heads[i]
        else:
            heads[i] = following, it
