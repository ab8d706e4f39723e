# threading.Condition: a bounded buffer of several producers and consumers loses and doubles nothing.
import threading

condition = threading.Condition()
buffer, taken = [], []
LIMIT, EACH = 3, 30


def produce(base):
    for n in range(EACH):
        with condition:
            condition.wait_for(lambda: len(buffer) < LIMIT)
            buffer.append(base + n)
            condition.notify_all()


def consume():
    for _ in range(EACH):
        with condition:
            condition.wait_for(lambda: buffer)
            taken.append(buffer.pop(0))
            condition.notify_all()


threads = [threading.Thread(target=produce, args=(base * 100,)) for base in range(3)]
threads += [threading.Thread(target=consume) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(taken), sorted(taken) == sorted(base * 100 + n for base in range(3) for n in range(EACH)), buffer)
