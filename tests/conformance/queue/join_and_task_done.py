# queue.Queue: join blocks until task_done was called for each item; one call too many is a ValueError.
import queue
import threading

q = queue.Queue()
done = []
q.join()
print("an empty queue does not block")


def worker():
    while (item := q.get()) is not None:
        done.append(item)
        q.task_done()
    q.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
    thread.start()
for n in range(20):
    q.put(n)
q.join()
print(sorted(done) == list(range(20)), q.unfinished_tasks)
for _ in threads:
    q.put(None)
q.join()
for thread in threads:
    thread.join()
try:
    q.task_done()
except ValueError as error:
    print(type(error).__name__)
