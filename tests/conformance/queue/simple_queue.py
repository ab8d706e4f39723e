# queue.SimpleQueue: unbounded, put never blocks, get can wait or time out; no task tracking.
import queue
import threading
import time

q = queue.SimpleQueue()
print(q.empty(), q.qsize())
for n in range(3):
    q.put(n, block=False, timeout=0)
print(q.qsize(), q.get(), q.get_nowait(), q.get(block=False), q.empty())
for call in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.02), lambda: q.get(timeout=-1)):
    try:
        call()
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__)
threading.Timer(0.02, q.put, ["late"]).start()
print(q.get(timeout=30), hasattr(q, "task_done"), hasattr(q, "join"))
