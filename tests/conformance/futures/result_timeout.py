# Future.result and exception: a timeout raises TimeoutError and leaves the call running.
import threading
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError as FuturesTimeout

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    future = pool.submit(gate.wait)
    for call in (future.result, future.exception):
        started = time.monotonic()
        try:
            call(timeout=0.05)
        except TimeoutError:
            print(call.__name__, 0.04 < time.monotonic() - started < 5, FuturesTimeout is TimeoutError)
    print(future.running(), future.done())
    gate.set()
    print(future.result(30), future.running(), future.done())
