from collections import UserList


class TypedList(UserList):
    def __init__(self, kind, items=()):
        self.kind = kind
        super().__init__(self._checked(items))

    def _checked(self, items):
        items = list(items)
        for item in items:
            if not isinstance(item, self.kind):
                raise TypeError(f"refused: {item!r}")
        return items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return TypedList(self.kind, self.data[key])
        return self.data[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self.data[key] = self._checked(value)
        else:
            (self.data[key],) = self._checked([value])

    def append(self, item):
        super().append(*self._checked([item]))

    def insert(self, index, item):
        super().insert(index, *self._checked([item]))

    def extend(self, items):
        super().extend(self._checked(items))

    def __iadd__(self, items):
        self.extend(items)
        return self

    def __eq__(self, other):
        return isinstance(other, TypedList) and self.kind == other.kind and self.data == other.data
