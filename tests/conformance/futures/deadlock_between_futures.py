# ThreadPoolExecutor: a call that waits for another one in the same pool of one worker gets nowhere until the timeout.
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:

    def outer():
        inner = pool.submit(int)
        try:
            return inner.result(timeout=0.05)
        except TimeoutError:
            return "TimeoutError", inner.cancel()

    print(pool.submit(outer).result())
