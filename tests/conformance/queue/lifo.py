# queue.LifoQueue: last in, first out.
import queue

q = queue.LifoQueue(maxsize=3)
for item in "abc":
    q.put(item)
print(q.full(), q.get(), q.get())
q.put("d")
print(q.get(), q.get(), q.empty())
