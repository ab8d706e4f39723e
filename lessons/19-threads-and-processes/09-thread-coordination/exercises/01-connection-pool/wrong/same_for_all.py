# expect: shared
import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connections = [connect()]
        self.places = threading.BoundedSemaphore(size)

    @contextmanager
    def connection(self, timeout=None):
        if not self.places.acquire(timeout=timeout):
            raise TimeoutError
        try:
            yield self.connections[0]
        finally:
            self.places.release()
