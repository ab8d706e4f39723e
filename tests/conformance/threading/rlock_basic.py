# threading.RLock: the owner may acquire again and must release as often; others' release is a RuntimeError.
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
found = []


def other():
    found.append(lock.acquire(blocking=False))
    try:
        lock.release()
    except RuntimeError as error:
        found.append(type(error).__name__)


def try_it():
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()


try_it()
lock.release()
lock.release()
try_it()
lock.release()
print(found)
try:
    lock.release()
except RuntimeError as error:
    print(type(error).__name__)
with lock:
    with lock:
        print("nested")
