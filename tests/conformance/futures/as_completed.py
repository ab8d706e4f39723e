# as_completed: yields futures as they finish, those already finished first, each once.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

gates = [threading.Event() for _ in range(3)]


def work(n):
    gates[n].wait()
    return n


order = []
with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(work, n) for n in range(3)]
    gates[1].set()
    futures[1].result()
    for future in as_completed(futures + [futures[1]]):
        order.append(future.result())
        if len(order) < 3:
            gates[2 if len(order) == 1 else 0].set()
print(order)
