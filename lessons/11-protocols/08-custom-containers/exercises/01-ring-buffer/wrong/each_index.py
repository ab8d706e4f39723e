# expect: cut_slice
from operator import index


class Ring:
    """The last values that were appended."""

    def __init__(self, size):
        self._size = size
        self._values = []

    def append(self, value):
        """Append a value, and forget the oldest one if there are too many."""
        self._values.append(value)
        if len(self._values) > self._size:
            del self._values[0]

    def __len__(self):
        return len(self._values)

    def __getitem__(self, key):
        if isinstance(key, slice):
            start = 0 if key.start is None else key.start
            stop = len(self) if key.stop is None else key.stop
            return [self[i] for i in range(start, stop, key.step or 1)]
        return self._values[index(key)]

    def __setitem__(self, key, value):
        self._values[index(key)] = value

    def __iter__(self):
        return iter(self._values)

    def __reversed__(self):
        return reversed(self._values)
