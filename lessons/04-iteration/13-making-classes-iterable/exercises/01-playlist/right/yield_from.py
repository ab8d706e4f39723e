from itertools import pairwise


class Playlist:
    def __init__(self, *entries):
        self._entries = list(entries)

    def add(self, entry):
        self._entries.append(entry)

    def __iter__(self):
        for entry in self._entries:
            if isinstance(entry, str):
                yield entry
            else:
                yield from entry

    def __reversed__(self):
        return iter(list(self)[::-1])

    def pairs(self):
        return pairwise(self)
