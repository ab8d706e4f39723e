# queue.PriorityQueue: the smallest entry comes first; entries that cannot be compared are a TypeError.
import queue

q = queue.PriorityQueue()
for item in ((3, "c"), (1, "z"), (2, "b"), (1, "a")):
    q.put(item)
print([q.get() for _ in range(4)])
q.put((1, object()))
try:
    q.put((1, object()))
except TypeError:
    print("TypeError")
small = queue.PriorityQueue(1)
small.put(5)
try:
    small.put_nowait(1)
except queue.Full:
    print("Full")
