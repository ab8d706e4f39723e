from abc import ABCMeta, abstractmethod

MISSING = object()


class Store(metaclass=ABCMeta):
    @abstractmethod
    def get(self, key):
        raise KeyError(key)

    @abstractmethod
    def put(self, key, value):
        pass

    @abstractmethod
    def keys(self):
        return ()

    def __contains__(self, key):
        return self.get_or(key, MISSING) is not MISSING

    def get_or(self, key, default):
        return self.get(key) if key in set(self.keys()) else default

    def copy_to(self, other):
        for key, value in [(key, self.get(key)) for key in self.keys()]:
            other.put(key, value)


class MemoryStore(Store):
    def __init__(self):
        self.data = {}

    def get(self, key):
        if key not in self.data:
            return super().get(key)
        return self.data[key]

    def put(self, key, value):
        self.data.update({key: value})

    def keys(self):
        return list(self.data)


class PrefixStore(Store):
    def __init__(self, store, prefix):
        self.store, self.prefix = store, prefix

    def get(self, key):
        return self.store.get(f"{self.prefix}{key}")

    def put(self, key, value):
        self.store.put(f"{self.prefix}{key}", value)

    def keys(self):
        n = len(self.prefix)
        return (key[n:] for key in self.store.keys() if key[:n] == self.prefix)
