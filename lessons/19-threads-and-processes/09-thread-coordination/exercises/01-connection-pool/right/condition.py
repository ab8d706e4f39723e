import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.n_unmade = size
        self.free = []
        self.changed = threading.Condition()

    def borrow(self, timeout):
        with self.changed:
            if not self.changed.wait_for(lambda: self.free or self.n_unmade, timeout):
                raise TimeoutError
            if self.free:
                return self.free.pop()
            self.n_unmade -= 1
        return self.connect()

    @contextmanager
    def connection(self, timeout=None):
        connection = self.borrow(timeout)
        try:
            yield connection
        finally:
            with self.changed:
                self.free.append(connection)
                self.changed.notify()
