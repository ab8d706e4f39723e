# expect: not_returned
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
        if not self.places.acquire(timeout=timeout):
            raise TimeoutError
        with self.lock:
            connection = self.free.pop() if self.free else self.connect()
        yield connection
        with self.lock:
            self.free.append(connection)
        self.places.release()
