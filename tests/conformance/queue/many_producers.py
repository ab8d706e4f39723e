# queue.Queue: several producers and consumers over a small queue lose and double nothing.
import queue
import threading

q = queue.Queue(4)
taken = [[] for _ in range(4)]


def produce(base):
    for n in range(50):
        q.put(base * 1000 + n)


def consume(mine):
    while (item := q.get()) is not None:
        mine.append(item)


producers = [threading.Thread(target=produce, args=(base,)) for base in range(4)]
consumers = [threading.Thread(target=consume, args=(mine,)) for mine in taken]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    q.put(None)
for thread in consumers:
    thread.join()
print(sorted(sum(taken, [])) == [base * 1000 + n for base in range(4) for n in range(50)])
ordered = all(
    [n for n in mine if n // 1000 == base] == sorted(n for n in mine if n // 1000 == base)
    for mine in taken
    for base in range(4)
)
print(ordered)
