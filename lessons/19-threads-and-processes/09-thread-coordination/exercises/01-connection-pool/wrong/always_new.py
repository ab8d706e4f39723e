# expect: no_reuse
import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.places = threading.BoundedSemaphore(size)

    @contextmanager
    def connection(self, timeout=None):
        if not self.places.acquire(timeout=timeout):
            raise TimeoutError
        try:
            yield self.connect()
        finally:
            self.places.release()
