# queue.Queue.get: blocks until another thread puts something.
import queue
import threading

q = queue.Queue()
got = []
thread = threading.Thread(target=lambda: got.append(q.get()))
thread.start()
thread.join(0.03)
print(thread.is_alive(), got)
q.put("item")
thread.join()
print(got)
