# threading.Condition: wait releases the lock and takes it back; notify wakes one, notify(n) that many, notify_all all.
import threading

condition = threading.Condition()
arrived = threading.Semaphore(0)
awake = threading.Semaphore(0)
order = []


def work(n):
    with condition:
        arrived.release()
        condition.wait()
        order.append(n)
    awake.release()


threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
for thread in threads:
    thread.start()
for _ in threads:
    arrived.acquire()
for wake, count in ((condition.notify, 1), (lambda: condition.notify(2), 2), (condition.notify_all, 3)):
    with condition:
        wake()
    for _ in range(count):
        awake.acquire()
    with condition:
        print(len(order), awake.acquire(timeout=0.01))
for thread in threads:
    thread.join()
print(sorted(order))
