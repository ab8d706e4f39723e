# Executor.map: results come in the order of the arguments, whatever finishes first; it stops at the shortest iterable.
import threading
from concurrent.futures import ThreadPoolExecutor

last = threading.Event()


def work(n, m):
    if n == 0:
        last.wait()
    if n == 3:
        last.set()
    return n * m


with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(work, range(4), [10, 20, 30, 40, 50])))
    print(list(pool.map(len, [])))
