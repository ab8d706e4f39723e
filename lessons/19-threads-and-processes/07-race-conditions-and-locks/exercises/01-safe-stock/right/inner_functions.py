import threading


class Stock:
    def __init__(self, store):
        self.store = store
        self.lock = threading.Lock()

    def _take(self, item, n):
        """Take from an item; the lock is held."""
        number = self.store.read(item)
        if number >= n:
            self.store.write(item, number - n)
        return number >= n

    def _add(self, item, n):
        """Add to an item; the lock is held."""
        self.store.write(item, self.store.read(item) + n)

    def add(self, item, n):
        with self.lock:
            self._add(item, n)

    def take(self, item, n):
        with self.lock:
            return self._take(item, n)

    def move(self, source, target, n):
        with self.lock:
            done = self._take(source, n)
            if done:
                self._add(target, n)
        return done

    def total(self, items):
        with self.lock:
            return sum([self.store.read(item) for item in items])
