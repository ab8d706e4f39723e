from operator import index


class Ring:
    def __init__(self, size):
        self._slots = [None] * size
        self._start = self._length = 0

    def _slot(self, key):
        i = index(key)
        if i < 0:
            i += self._length
        if not 0 <= i < self._length:
            raise IndexError(key)
        return (self._start + i) % len(self._slots)

    def append(self, value):
        if self._length < len(self._slots):
            self._length += 1
        else:
            self._start = (self._start + 1) % len(self._slots)
        self[-1] = value

    def __len__(self):
        return self._length

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [self[i] for i in range(*key.indices(self._length))]
        return self._slots[self._slot(key)]

    def __setitem__(self, key, value):
        self._slots[self._slot(key)] = value
