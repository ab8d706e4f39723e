import functools


def key(text):
    parts = text.split(".")
    while parts and int(parts[-1]) == 0:
        parts = parts[:-1]
    return list(map(int, parts))


@functools.total_ordering
class Version:
    def __init__(self, text):
        self._text = text

    def __str__(self):
        return self._text

    def __ge__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return key(self._text) >= key(other._text)

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return key(self._text) == key(other._text)
