"""Finds objects again without keeping them."""
from weakref import WeakValueDictionary


class Cache:
    def __init__(self, make):
        self.make = make
        self._alive = WeakValueDictionary()

    def get(self, key):
        found = self._alive.get(key)
        if found is None:
            found = self._alive[key] = self.make(key)
        return found
