# threading.Lock: acquire, locked, release; not reentrant; a release of an unlocked lock is a RuntimeError.
import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(False))
print(lock.release(), lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(type(error).__name__)
with lock as entered:
    print(entered, lock.locked())
print(lock.locked())
try:
    with lock:
        raise KeyError
except KeyError:
    print("released", not lock.locked())
