# threading: the repr of locks, conditions, events, semaphores and barriers tells their state.
import re
import threading


def shape(thing):
    return re.sub(r" at 0x[0-9a-f]+", " at X", repr(thing))


event, semaphore, barrier = threading.Event(), threading.Semaphore(3), threading.Barrier(2)
print(shape(event).split(" at ")[1], shape(semaphore).split(" at ")[1], shape(barrier).split(" at ")[1])
event.set()
semaphore.acquire()
barrier.abort()
print(shape(event).split(" at ")[1], shape(semaphore).split(" at ")[1], shape(barrier).split(" at ")[1])
lock = threading.Lock()
print(shape(lock))
lock.acquire()
print(shape(lock))
thread = threading.Thread(name="t")
print(repr(thread))
thread.start()
thread.join()
print(re.sub(r"\d+", "N", repr(thread)))
