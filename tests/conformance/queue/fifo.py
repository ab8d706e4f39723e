# queue.Queue: first in, first out; qsize, empty and full tell its state.
import queue

q = queue.Queue(maxsize=3)
print(q.qsize(), q.empty(), q.full(), q.maxsize)
for item in "abc":
    q.put(item)
print(q.qsize(), q.empty(), q.full())
print(q.get(), q.get(), q.get(), q.qsize(), q.empty())
unlimited = queue.Queue()
for n in range(1000):
    unlimited.put(n)
print(unlimited.full(), [unlimited.get() for _ in range(1000)] == list(range(1000)))
