# queue.Queue.join: taking an item is not enough, join waits for its task_done.
import queue
import threading

q = queue.Queue()
q.put(1)
joined = threading.Event()


def joiner():
    q.join()
    joined.set()


threading.Thread(target=joiner).start()
q.get()
print(joined.wait(0.03))
q.task_done()
print(joined.wait(30))
