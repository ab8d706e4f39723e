import threading
import time
from contextlib import contextmanager


class Pool:
    """Lends out a limited number of connections."""

    def __init__(self, connect, size):
        self.connect = connect
        self.size = size

    @contextmanager
    def connection(self, timeout=None):
        yield self.connect()  # TODO: limit, reuse, time-out


def use(pool, name):
    with pool.connection() as connection:
        print(name, "has", connection)
        time.sleep(0.1)


if __name__ == "__main__":
    numbers = iter(range(1, 100))
    shared = Pool(lambda: f"connection {next(numbers)}", 2)
    for name in ("Ada", "Bob", "Cem", "Dee"):
        threading.Thread(target=use, args=(shared, name)).start()
