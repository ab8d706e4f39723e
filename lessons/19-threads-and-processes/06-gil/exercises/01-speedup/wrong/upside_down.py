# expect: upside_down
import threading
import time


def speedup(job, n):
    start = time.perf_counter()
    for _ in range(n):
        job()
    middle = time.perf_counter()
    threads = [threading.Thread(target=job) for _ in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    end = time.perf_counter()
    return (end - middle) / (middle - start)
