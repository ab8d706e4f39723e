# threading.RLock: another thread's acquire blocks until the last release of the owner.
import threading

lock = threading.RLock()
order = []
trying = threading.Event()


def other():
    trying.set()
    with lock:
        order.append("other")


lock.acquire()
lock.acquire()
thread = threading.Thread(target=other)
thread.start()
trying.wait()
lock.release()
thread.join(0.03)
order.append(f"still waiting: {thread.is_alive()}")
lock.release()
thread.join()
print(order)
print(lock.acquire(timeout=0.01))
print(type(lock).__name__, "owner" in repr(lock))
