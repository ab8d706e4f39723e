# Executor.shutdown: waits for what is submitted; then submit is a RuntimeError; cancel_futures cancels what has not begun.
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
results = []
for n in range(5):
    pool.submit(results.append, n)
pool.shutdown()
print(results)
try:
    pool.submit(int)
except RuntimeError as error:
    print(type(error).__name__)
pool.shutdown()
gate, started = threading.Event(), threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(lambda: (started.set(), gate.wait())[1])
waiting = [pool.submit(int) for _ in range(3)]
started.wait()
pool.shutdown(wait=False, cancel_futures=True)
print([it.cancelled() for it in waiting], running.done())
gate.set()
print(running.result())
