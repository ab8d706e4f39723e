# expect: cut_key
from abc import ABC, abstractmethod


class Store(ABC):
    """Values by their keys."""

    @abstractmethod
    def get(self, key):
        """Return the value, or raise a KeyError."""

    @abstractmethod
    def put(self, key, value):
        """Store a value."""

    @abstractmethod
    def keys(self):
        """Return an iterable of the keys."""

    def get_or(self, key, default):
        """Return the value, or the default if there is none."""
        try:
            return self.get(key)
        except KeyError:
            return default

    def copy_to(self, other):
        """Put everything into another store."""
        for key in list(self.keys()):
            other.put(key, self.get(key))

    def __contains__(self, key):
        return key in self.keys()


class MemoryStore(Store):
    """A store in a dictionary."""

    def __init__(self):
        self._values = {}

    def get(self, key):
        return self._values[key]

    def put(self, key, value):
        self._values[key] = value

    def keys(self):
        return self._values.keys()


class PrefixStore(Store):
    """The part of another store whose keys begin with a prefix."""

    def __init__(self, store, prefix):
        self._store = store
        self._prefix = prefix

    def get(self, key):
        return self._store.get(self._prefix + key)

    def put(self, key, value):
        self._store.put(self._prefix + key, value)

    def keys(self):
        prefix = self._prefix
        return [key.lstrip(prefix) for key in self._store.keys() if key.startswith(prefix)]
