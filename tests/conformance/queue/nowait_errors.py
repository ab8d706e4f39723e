# queue: get_nowait of an empty one is queue.Empty, put_nowait into a full one queue.Full.
import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind(1)
    try:
        q.get_nowait()
    except queue.Empty as error:
        print(kind.__name__, type(error).__name__, isinstance(error, Exception))
    q.put_nowait(1)
    try:
        q.put_nowait(2)
    except queue.Full as error:
        print(kind.__name__, type(error).__name__, q.qsize())
    print(q.get(block=False))
