import threading
import time


class Stock:
    """The stock of a shop, kept in a slow store."""

    def __init__(self, store):
        self.store = store
        self._lock = threading.RLock()  # move() calls take() and add() while it holds it

    def add(self, item, n):
        with self._lock:
            self.store.write(item, self.store.read(item) + n)

    def take(self, item, n):
        with self._lock:
            number = self.store.read(item)
            if number < n:
                return False
            self.store.write(item, number - n)
            return True

    def move(self, source, target, n):
        with self._lock:
            if not self.take(source, n):
                return False
            self.add(target, n)
            return True

    def total(self, items):
        with self._lock:
            return sum(self.store.read(item) for item in items)


class SlowStore(dict):
    def read(self, item):
        number = self[item]
        time.sleep(0.01)
        return number

    def write(self, item, number):
        time.sleep(0.01)
        self[item] = number


if __name__ == "__main__":
    stock = Stock(SlowStore(lamp=0))
    threads = [threading.Thread(target=stock.add, args=("lamp", 1)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(stock.total(["lamp"]), "lamps")
