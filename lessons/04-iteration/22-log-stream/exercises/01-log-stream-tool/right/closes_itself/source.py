from heapq import merge

import entry


class Log:
    def __init__(self, path):
        self.path = path

    @property
    def host(self):
        name, _, _ = self.path.rpartition(".")
        return name

    def parse(self, line):
        fields = line.split()
        if len(fields) != 4 or not (fields[0].isdigit() and fields[2].isdigit() and fields[3].isdigit()):
            return None
        time, path, status, ms = fields
        return entry.Entry(int(time), self.host, path, int(status), int(ms))

    def __iter__(self):
        file = open(self.path)
        try:
            yield from (it for line in file if (it := self.parse(line)))
        finally:
            file.close()


def merged(logs):
    yield from merge(*logs, key=lambda it: it.time)
