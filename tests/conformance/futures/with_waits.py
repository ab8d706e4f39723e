# Executor as context manager: leaving the block waits for all calls, also when the block raises.
import threading
from concurrent.futures import ThreadPoolExecutor

results = []
gate = threading.Event()
try:
    with ThreadPoolExecutor(2) as pool:
        pool.submit(lambda: (gate.wait(), results.append("done")))
        threading.Timer(0.02, gate.set).start()
        raise KeyError
except KeyError:
    print(results)
