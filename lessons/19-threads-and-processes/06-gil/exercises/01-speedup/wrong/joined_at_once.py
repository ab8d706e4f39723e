# expect: join_in_loop
import threading
import time


def speedup(job, n):
    start = time.perf_counter()
    for _ in range(n):
        job()
    middle = time.perf_counter()
    for _ in range(n):
        thread = threading.Thread(target=job)
        thread.start()
        thread.join()
    return (middle - start) / (time.perf_counter() - middle)
