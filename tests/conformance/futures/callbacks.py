# Future.add_done_callback: called with the future when it is done, in order; at once if it is done; errors are logged, not raised.
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

logging.getLogger("concurrent.futures").addHandler(logging.NullHandler())
logging.getLogger("concurrent.futures").propagate = False
gate = threading.Event()
calls = []


def bad(future):
    calls.append("bad")
    raise RuntimeError


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(gate.wait)
    future.add_done_callback(lambda it: calls.append(("first", it is future, it.result())))
    future.add_done_callback(bad)
    future.add_done_callback(lambda it: calls.append("last"))
    print(calls)
    gate.set()
print(calls)
future.add_done_callback(lambda it: calls.append("at once"))
print(calls[-1])
cancelled = []
from concurrent.futures import Future

lone = Future()
lone.add_done_callback(lambda it: cancelled.append(it.cancelled()))
lone.cancel()
print(cancelled)
