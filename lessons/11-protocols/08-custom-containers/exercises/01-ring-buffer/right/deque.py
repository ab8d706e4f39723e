from collections import deque
from operator import index


class Ring:
    def __init__(self, size):
        self._values = deque(maxlen=size)

    def append(self, value):
        self._values.append(value)

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __reversed__(self):
        return reversed(self._values)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return list(self._values)[key]
        return self._values[index(key)]

    def __setitem__(self, key, value):
        self._values[index(key)] = value
