# threading.Semaphore: acquire counts down and blocks at zero; release(n) adds n; a negative start is a ValueError.
import threading
import time

semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
started = time.monotonic()
print(semaphore.acquire(timeout=0.05), 0.04 < time.monotonic() - started < 5)
semaphore.release(3)
print([semaphore.acquire(blocking=False) for _ in range(4)])
for bad in (lambda: threading.Semaphore(-1), lambda: semaphore.release(0), lambda: semaphore.acquire(False, 1)):
    try:
        bad()
        print("taken")
    except ValueError:
        print("ValueError")
threading.Timer(0.02, semaphore.release).start()
print(semaphore.acquire())
with threading.Semaphore() as entered:
    print(entered)
