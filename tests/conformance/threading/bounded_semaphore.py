# threading.BoundedSemaphore: a release beyond the initial value is a ValueError.
import threading

semaphore = threading.BoundedSemaphore(2)
for call in (semaphore.release, lambda: semaphore.release(2)):
    try:
        call()
        print("taken")
    except ValueError:
        print("ValueError")
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
semaphore.release(2)
try:
    semaphore.release()
except ValueError:
    print("ValueError")
with semaphore:
    print(semaphore.acquire(False), semaphore.acquire(False))
