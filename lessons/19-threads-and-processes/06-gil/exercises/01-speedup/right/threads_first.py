import threading
import time


def speedup(job, n):
    threads = []
    for _ in range(n):
        threads.append(threading.Thread(target=job, daemon=True))
    threads_start = time.perf_counter()
    for thread in threads:
        thread.start()
    while threads:
        threads.pop().join()
    threads_time = time.perf_counter() - threads_start
    turn_start = time.perf_counter()
    for _ in range(n):
        job()
    return (time.perf_counter() - turn_start) / threads_time
