# expect: lock_per_call
import threading


class Stock:
    def __init__(self, store):
        self.store = store

    def add(self, item, n):
        with threading.Lock():
            self.store.write(item, self.store.read(item) + n)

    def take(self, item, n):
        with threading.Lock():
            number = self.store.read(item)
            if number < n:
                return False
            self.store.write(item, number - n)
            return True

    def move(self, source, target, n):
        with threading.Lock():
            if not self.take(source, n):
                return False
            self.add(target, n)
            return True

    def total(self, items):
        with threading.Lock():
            return sum(self.store.read(item) for item in items)
