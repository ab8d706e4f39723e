# expect: too_many
import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect, self.size = connect, size
        self.free = []
        self.lock = threading.Lock()

    @contextmanager
    def connection(self, timeout=None):
        with self.lock:
            connection = self.free.pop() if self.free else None
        connection = connection or self.connect()
        try:
            yield connection
        finally:
            with self.lock:
                self.free.append(connection)
