# threading.Thread.join: with a timeout it returns None early and the thread goes on; without it waits for the end.
import threading
import time

release = threading.Event()
thread = threading.Thread(target=release.wait)
thread.start()
started = time.monotonic()
print(thread.join(0.05), thread.is_alive())
waited = time.monotonic() - started
print(0.04 < waited < 5)
print(thread.join(0), thread.is_alive(), thread.join(-1), thread.is_alive())
release.set()
print(thread.join(30), thread.is_alive())
