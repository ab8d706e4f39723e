# expect: starts_only
import threading
import time


def speedup(job, n):
    start = time.perf_counter()
    for _ in range(n):
        job()
    middle = time.perf_counter()
    for _ in range(n):
        threading.Thread(target=job).start()
    end = time.perf_counter()
    return (middle - start) / (end - middle)
