# expect: place_lost
import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.places = threading.Semaphore(size)
        self.lock = threading.Lock()
        self.free = []

    @contextmanager
    def connection(self, timeout=None):
        try:
            if not self.places.acquire(timeout=timeout):
                raise TimeoutError
            with self.lock:
                connection = self.free.pop() if self.free else self.connect()
            try:
                yield connection
            finally:
                with self.lock:
                    self.free.append(connection)
        finally:
            self.places.release()
