# multiprocessing.managers.BaseManager: registered classes are made in the server; proxies offer their public methods.
import os
from multiprocessing import get_context
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self, start):
        self.count = start

    def add(self, n):
        self.count += n
        return self.count

    def pid(self):
        return os.getpid()

    def fail(self):
        raise KeyError("in the server")


class Custom(BaseManager):
    pass


Custom.register("Counter", Counter)

if __name__ == "__main__":
    with Custom(ctx=get_context("spawn")) as manager:
        counter = manager.Counter(10)
        print(counter.add(1), counter.add(5), counter.pid() != os.getpid())
        try:
            counter.fail()
        except KeyError as error:
            print(error)
        print(hasattr(counter, "count"))
