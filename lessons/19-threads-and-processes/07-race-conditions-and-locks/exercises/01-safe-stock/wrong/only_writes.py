# expect: lost_update
import threading


class Stock:
    def __init__(self, store):
        self.store = store
        self.lock = threading.Lock()

    def write(self, item, number):
        with self.lock:
            self.store.write(item, number)

    def add(self, item, n):
        self.write(item, self.store.read(item) + n)

    def take(self, item, n):
        number = self.store.read(item)
        if number >= n:
            self.write(item, number - n)
        return number >= n

    def move(self, source, target, n):
        if not self.take(source, n):
            return False
        self.add(target, n)
        return True

    def total(self, items):
        return sum(self.store.read(item) for item in items)
