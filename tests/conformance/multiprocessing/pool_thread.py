# multiprocessing.pool.ThreadPool: the same interface over threads; arguments need not be picklable.
import threading
from multiprocessing.pool import ThreadPool

with ThreadPool(3) as pool:
    print(pool.map(lambda n: n + 1, range(5)), pool.apply(threading.active_count) > 3)
    print(list(pool.imap(lambda n: n * n, range(4))), sorted(pool.imap_unordered(abs, [-1, 2])))
    result = pool.apply_async(int, ("x",))
    try:
        result.get(30)
    except ValueError:
        print("ValueError")
