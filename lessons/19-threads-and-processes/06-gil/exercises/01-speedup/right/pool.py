import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def speedup(job, n):
    start = time.perf_counter()
    [job() for _ in range(n)]
    in_turn = time.perf_counter() - start
    ready = Barrier(n)

    def work():
        ready.wait()
        job()

    start = time.perf_counter()
    with ThreadPoolExecutor(n) as pool:
        for _ in range(n):
            pool.submit(work)
    return in_turn / (time.perf_counter() - start)
