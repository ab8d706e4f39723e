# expect: used_up
from collections.abc import MutableSequence


class TypedList(MutableSequence):
    def __init__(self, kind, items=()):
        self.kind = kind
        self._items = []
        self.extend(items)

    def _check(self, item):
        if not isinstance(item, self.kind):
            raise TypeError(f"{item!r} is not a {self.kind.__name__}")
        return item

    def __len__(self):
        return len(self._items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return TypedList(self.kind, self._items[key])
        return self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            for item in value:
                self._check(item)
            self._items[key] = value
        else:
            self._items[key] = self._check(value)

    def __delitem__(self, key):
        del self._items[key]

    def insert(self, i, value):
        self._items.insert(i, self._check(value))

    def __eq__(self, other):
        if not isinstance(other, TypedList):
            return NotImplemented
        return self.kind == other.kind and self._items == other._items
