import queue
from contextlib import contextmanager

UNMADE = object()


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.places = queue.LifoQueue()
        for _ in range(size):
            self.places.put(UNMADE)

    @contextmanager
    def connection(self, timeout=None):
        try:
            connection = self.places.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        try:
            if connection is UNMADE:
                connection = self.connect()
            yield connection
        finally:
            self.places.put(connection)
