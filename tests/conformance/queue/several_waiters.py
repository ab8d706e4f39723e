# queue.Queue: several threads blocked in get each receive one of the items put later.
import queue
import threading

q = queue.Queue()
got = queue.SimpleQueue()
threads = [threading.Thread(target=lambda: got.put(q.get(timeout=30))) for _ in range(5)]
for thread in threads:
    thread.start()
for n in range(5):
    q.put(n)
for thread in threads:
    thread.join()
print(sorted(got.get() for _ in range(5)), got.empty(), q.empty())
