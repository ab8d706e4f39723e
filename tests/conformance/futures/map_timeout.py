# Executor.map: timeout counts from the call of map; the result that is not there by then raises TimeoutError.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()


def work(n):
    if n == 1:
        gate.wait()
    return n


with ThreadPoolExecutor(2) as pool:
    results = pool.map(work, range(3), timeout=0.2)
    print(next(results))
    try:
        next(results)
    except TimeoutError:
        print("TimeoutError")
    gate.set()
