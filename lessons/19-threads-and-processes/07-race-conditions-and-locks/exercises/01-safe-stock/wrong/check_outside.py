# expect: oversold
import threading


class Stock:
    def __init__(self, store):
        self.store = store
        self.lock = threading.RLock()

    def add(self, item, n):
        with self.lock:
            self.store.write(item, self.store.read(item) + n)

    def take(self, item, n):
        if self.store.read(item) < n:
            return False
        self.add(item, -n)
        return True

    def move(self, source, target, n):
        with self.lock:
            if not self.take(source, n):
                return False
            self.add(target, n)
            return True

    def total(self, items):
        with self.lock:
            return sum(self.store.read(item) for item in items)
