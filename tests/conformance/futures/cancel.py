# Future.cancel: succeeds while the call waits in the queue; not when it runs or has run.
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate, started = threading.Event(), threading.Event()
calls = []


def block():
    started.set()
    gate.wait()
    calls.append("block")


with ThreadPoolExecutor(1) as pool:
    running = pool.submit(block)
    waiting = pool.submit(calls.append, "waiting")
    started.wait()
    print(running.cancel(), waiting.cancel(), waiting.cancel())
    print(running.cancelled(), waiting.cancelled(), waiting.done(), waiting.running())
    for call in (waiting.result, waiting.exception):
        try:
            call()
        except CancelledError:
            print(call.__name__, "CancelledError")
    gate.set()
print(running.cancel(), calls)
