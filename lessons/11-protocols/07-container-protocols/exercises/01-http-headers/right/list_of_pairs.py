class Headers:
    def __init__(self):
        self._pairs = []

    def _index(self, name):
        for i, (it, _) in enumerate(self._pairs):
            if it.upper() == name.upper():
                return i
        raise KeyError(name)

    def __contains__(self, name):
        try:
            self._index(name)
        except KeyError:
            return False
        return True

    def __setitem__(self, name, value):
        if name in self:
            self._pairs[self._index(name)] = (name, value)
        else:
            self._pairs.append((name, value))

    def __getitem__(self, name):
        return self._pairs[self._index(name)][1]

    def __delitem__(self, name):
        del self._pairs[self._index(name)]

    def __len__(self):
        return len(self._pairs)

    def __iter__(self):
        return iter([name for name, _ in self._pairs])
