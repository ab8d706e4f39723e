# threading.Condition.wait: returns False after the timeout and True when notified, holding the lock both times.
import threading
import time

condition = threading.Condition(threading.Lock())
with condition:
    started = time.monotonic()
    print(condition.wait(0.05), 0.04 < time.monotonic() - started < 5, condition._lock.locked())


def notify():
    with condition:
        condition.notify()


with condition:
    thread = threading.Thread(target=notify)
    thread.start()
    print(condition.wait(30), condition._lock.locked())
thread.join()
