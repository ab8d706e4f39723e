# threading: all lock-like objects are context managers and release on an exception.
import threading

for name in ("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore"):
    thing = getattr(threading, name)()
    try:
        with thing:
            raise LookupError
    except LookupError:
        pass
    found = []
    thread = threading.Thread(target=lambda: found.append(thing.acquire(blocking=False)))
    thread.start()
    thread.join()
    print(name, found)
