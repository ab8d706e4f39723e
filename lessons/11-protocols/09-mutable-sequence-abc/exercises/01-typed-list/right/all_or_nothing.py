from collections.abc import MutableSequence


class TypedList(MutableSequence):
    def __init__(self, kind, items=()):
        self.kind, self._list = kind, []
        self[:] = items

    def check(self, *items):
        wrong = [item for item in items if not isinstance(item, self.kind)]
        if wrong:
            raise TypeError(f"not of kind {self.kind}: {wrong!r}")

    def __len__(self):
        return len(self._list)

    def __getitem__(self, key):
        found = self._list[key]
        return type(self)(self.kind, found) if isinstance(key, slice) else found

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            value = tuple(value)
            self.check(*value)
        else:
            self.check(value)
        self._list[key] = value

    def __delitem__(self, key):
        del self._list[key]

    def insert(self, index, item):
        self.check(item)
        self._list[index:index] = [item]

    def extend(self, items):
        self[len(self) :] = items

    def __eq__(self, other):
        return type(other) is TypedList and (self.kind, self._list) == (other.kind, other._list)
