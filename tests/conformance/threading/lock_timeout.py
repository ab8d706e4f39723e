# threading.Lock.acquire: a timeout ends the wait with False; bad combinations are ValueErrors, too large ones OverflowErrors.
import threading
import time

lock = threading.Lock()
lock.acquire()
started = time.monotonic()
print(lock.acquire(timeout=0.05), 0.04 < time.monotonic() - started < 5)
print(lock.acquire(timeout=0))
for args in ((False, 1), (True, -2), (False, 0.5)):
    try:
        lock.acquire(*args)
        print("taken", args)
    except ValueError:
        print("ValueError", args)
try:
    lock.acquire(timeout=threading.TIMEOUT_MAX * 2)
except OverflowError:
    print("OverflowError")
threading.Timer(0.02, lock.release).start()
print(lock.acquire(timeout=30))
