# expect: waits_for_ever
import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.places = threading.BoundedSemaphore(size)
        self.lock = threading.Lock()
        self.free = []

    @contextmanager
    def connection(self, timeout=None):
        with self.places:
            with self.lock:
                connection = self.free.pop() if self.free else self.connect()
            try:
                yield connection
            finally:
                with self.lock:
                    self.free.append(connection)
