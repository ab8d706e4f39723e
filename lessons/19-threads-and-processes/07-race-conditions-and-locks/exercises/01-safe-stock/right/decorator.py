import functools
import threading


def locked(method):
    """Let a method run under the lock of its object."""

    @functools.wraps(method)
    def run(self, *args):
        self.lock.acquire()
        try:
            return method(self, *args)
        finally:
            self.lock.release()

    return run


class Stock:
    lock = threading.RLock()

    def __init__(self, store):
        self.store = store

    @locked
    def add(self, item, n):
        self.store.write(item, self.store.read(item) + n)

    @locked
    def take(self, item, n):
        left = self.store.read(item) - n
        if left < 0:
            return False
        self.store.write(item, left)
        return True

    @locked
    def move(self, source, target, n):
        return self.take(source, n) and (self.add(target, n), True)[1]

    @locked
    def total(self, items):
        return sum(map(self.store.read, items))
