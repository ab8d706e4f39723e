# ThreadPoolExecutor: reuses an idle worker before it starts another one.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=5) as pool:
    idents = set()
    for _ in range(5):
        idents.add(pool.submit(threading.get_ident).result())
        time.sleep(0.01)
    print(len(idents))
    barrier = threading.Barrier(5)
    print(len({it.result() for it in [pool.submit(lambda: (barrier.wait(), threading.get_ident())[1]) for _ in range(5)]}))
