# ThreadPoolExecutor.submit: calls the function in a worker thread; result() waits and returns its value.
import threading
from concurrent.futures import Future, ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
    future = pool.submit(lambda a, b=0: (a + b, threading.current_thread().name.split("_")[0]), 1, b=2)
    print(isinstance(future, Future), future.result(), future.done(), future.running(), future.cancelled())
    print(future.exception(), future.result(timeout=0))
    print(pool.submit(pow, 2, 10).result())
