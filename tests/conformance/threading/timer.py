# threading.Timer: calls its function once after the interval, in a thread; cancel() before that prevents it.
import threading
import time

calls = []
done = threading.Event()


def work(*args, **kwargs):
    calls.append((args, kwargs, threading.current_thread() is timer))
    done.set()


timer = threading.Timer(0.05, work, [1], {"k": 2})
started = time.monotonic()
timer.start()
print(done.wait(30), 0.04 < time.monotonic() - started < 10)
timer.join()
print(calls)
cancelled = threading.Timer(60, work)
cancelled.start()
cancelled.cancel()
cancelled.join()
print(len(calls), cancelled.is_alive(), isinstance(cancelled, threading.Thread))
