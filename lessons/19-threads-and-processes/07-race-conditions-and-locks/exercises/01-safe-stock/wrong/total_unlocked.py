# expect: half_a_move
import threading


class Stock:
    def __init__(self, store):
        self.store = store
        self.lock = threading.RLock()

    def add(self, item, n):
        with self.lock:
            self.store.write(item, self.store.read(item) + n)

    def take(self, item, n):
        with self.lock:
            number = self.store.read(item)
            if number < n:
                return False
            self.store.write(item, number - n)
            return True

    def move(self, source, target, n):
        with self.lock:
            if not self.take(source, n):
                return False
            self.add(target, n)
            return True

    def total(self, items):
        return sum(self.store.read(item) for item in items)
