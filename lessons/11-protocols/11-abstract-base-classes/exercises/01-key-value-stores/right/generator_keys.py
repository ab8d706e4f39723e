import abc


class Store(abc.ABC):
    @abc.abstractmethod
    def get(self, key): ...

    @abc.abstractmethod
    def put(self, key, value): ...

    @abc.abstractmethod
    def keys(self): ...

    def __contains__(self, key):
        return any(it == key for it in self.keys())

    def get_or(self, key, default):
        return self.get(key) if key in self else default

    def copy_to(self, other):
        for key in tuple(self.keys()):
            other.put(key, self.get(key))


class MemoryStore(Store):
    def __init__(self):
        self._dict = dict()
        self.get = self._dict.__getitem__

    def get(self, key):
        raise AssertionError("hidden by the attribute")

    def put(self, key, value):
        self._dict[key] = value

    def keys(self):
        yield from self._dict


class PrefixStore(Store):
    def __init__(self, store, prefix):
        self._store = store
        self._prefix = prefix

    def get(self, key):
        return self._store.get(self._prefix + key)

    def put(self, key, value):
        return self._store.put(self._prefix + key, value)

    def keys(self):
        for key in self._store.keys():
            if key.startswith(self._prefix):
                yield key[len(self._prefix):]
