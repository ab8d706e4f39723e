# threading.Condition: several conditions can share one lock, each with waiters of its own.
import threading

lock = threading.Lock()
not_empty, not_full = threading.Condition(lock), threading.Condition(lock)
buffer, seen = [], []


def consume():
    for _ in range(20):
        with not_empty:
            while not buffer:
                not_empty.wait()
            seen.append(buffer.pop(0))
            not_full.notify()


thread = threading.Thread(target=consume)
thread.start()
for n in range(20):
    with not_full:
        while len(buffer) >= 2:
            not_full.wait()
        buffer.append(n)
        not_empty.notify()
thread.join()
print(seen == list(range(20)))
