# queue.Queue: get and put with a timeout wait that long, then raise Empty or Full; a negative one is a ValueError.
import queue
import time

q = queue.Queue(1)


def timed(call):
    started = time.monotonic()
    try:
        call()
    except (queue.Empty, queue.Full, ValueError) as error:
        waited = time.monotonic() - started
        print(type(error).__name__, "waited" if 0.04 < waited < 5 else "at once")


timed(lambda: q.get(timeout=0.05))
timed(lambda: q.get(timeout=-1))
q.put(1)
timed(lambda: q.put(2, timeout=0.05))
timed(lambda: q.put(2, timeout=-1))
timed(lambda: q.put(2, block=False, timeout=5))
print(q.qsize())
