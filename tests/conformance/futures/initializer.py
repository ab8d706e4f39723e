# ThreadPoolExecutor: initializer runs once in each worker; when it fails the pool is broken.
import logging
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

logging.getLogger("concurrent.futures").propagate = False
logging.getLogger("concurrent.futures").addHandler(logging.NullHandler())
local = threading.local()
runs = []


def prepare(value):
    local.value = value
    runs.append(threading.get_ident())


with ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as pool:
    print(set(pool.map(lambda _: local.value, range(6))), len(runs) == len(set(runs)))


def broken():
    raise OSError


with ThreadPoolExecutor(1, initializer=broken) as pool:
    future = pool.submit(int)
    print(type(future.exception()).__name__)
    try:
        pool.submit(int)
    except BrokenThreadPool as error:
        print(type(error).__name__, isinstance(error, BrokenExecutor))
