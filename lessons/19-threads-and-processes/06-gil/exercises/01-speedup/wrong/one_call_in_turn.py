# expect: not_the_same_work
import threading
import time


def speedup(job, n):
    start = time.perf_counter()
    job()
    one = time.perf_counter() - start
    threads = [threading.Thread(target=job) for _ in range(n)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return n * one / (time.perf_counter() - start)
