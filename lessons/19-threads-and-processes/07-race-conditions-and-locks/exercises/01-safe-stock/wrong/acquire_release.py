# expect: lock_kept
import threading


class Stock:
    def __init__(self, store):
        self.store = store
        self.lock = threading.RLock()

    def add(self, item, n):
        self.lock.acquire()
        self.store.write(item, self.store.read(item) + n)
        self.lock.release()

    def take(self, item, n):
        self.lock.acquire()
        number = self.store.read(item)
        enough = number >= n
        if enough:
            self.store.write(item, number - n)
        self.lock.release()
        return enough

    def move(self, source, target, n):
        self.lock.acquire()
        taken = self.take(source, n)
        if taken:
            self.add(target, n)
        self.lock.release()
        return taken

    def total(self, items):
        self.lock.acquire()
        number = sum(self.store.read(item) for item in items)
        self.lock.release()
        return number
