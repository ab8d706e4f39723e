# expect: unnamed_item
from collections.abc import MutableSequence


class TypedList(MutableSequence):
    """A list of items of one kind."""

    def __init__(self, kind, items=()):
        self.kind = kind
        self._items = []
        self.extend(items)

    def _checked(self, item):
        if not isinstance(item, self.kind):
            raise TypeError(f"only {self.kind.__name__} here")
        return item

    def __len__(self):
        return len(self._items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return TypedList(self.kind, self._items[key])
        return self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._items[key] = [self._checked(item) for item in value]
        else:
            self._items[key] = self._checked(value)

    def __delitem__(self, key):
        del self._items[key]

    def insert(self, index, item):
        self._items.insert(index, self._checked(item))

    def __eq__(self, other):
        if not isinstance(other, TypedList):
            return NotImplemented
        return self.kind is other.kind and self._items == other._items

    __hash__ = None
