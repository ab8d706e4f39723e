import threading
import time
from contextlib import contextmanager


class Pool:
    """Lends out a limited number of connections."""

    def __init__(self, connect, size):
        self.connect = connect
        self._places = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._free = []

    @contextmanager
    def connection(self, timeout=None):
        if not self._places.acquire(timeout=timeout):
            raise TimeoutError(f"no connection was free for {timeout} seconds")
        try:
            with self._lock:
                connection = self._free.pop() if self._free else self.connect()
            try:
                yield connection
            finally:
                with self._lock:
                    self._free.append(connection)
        finally:
            self._places.release()


def use(pool, name):
    with pool.connection() as connection:
        print(name, "has", connection)
        time.sleep(0.1)


if __name__ == "__main__":
    numbers = iter(range(1, 100))
    shared = Pool(lambda: f"connection {next(numbers)}", 2)
    for name in ("Ada", "Bob", "Cem", "Dee"):
        threading.Thread(target=use, args=(shared, name)).start()
