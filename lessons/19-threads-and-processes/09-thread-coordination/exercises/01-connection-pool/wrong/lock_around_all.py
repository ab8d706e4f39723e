# expect: one_at_a_time
import threading
from contextlib import contextmanager


class Pool:
    def __init__(self, connect, size):
        self.connect, self.size = connect, size
        self.free = []
        self.lock = threading.Lock()

    @contextmanager
    def connection(self, timeout=None):
        if not self.lock.acquire(timeout=-1 if timeout is None else timeout):
            raise TimeoutError
        try:
            connection = self.free.pop() if self.free else self.connect()
            try:
                yield connection
            finally:
                self.free.append(connection)
        finally:
            self.lock.release()
