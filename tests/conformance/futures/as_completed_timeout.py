# as_completed: raises TimeoutError if not all are finished in time, after having yielded those that are.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

gate = threading.Event()
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(int, 5), pool.submit(gate.wait)]
    seen = []
    try:
        for future in as_completed(futures, timeout=0.1):
            seen.append(future.result())
    except TimeoutError:
        print("TimeoutError", seen)
    gate.set()
