# queue.Queue.put: blocks while the queue is full, and goes on when another thread has taken something.
import queue
import threading

q = queue.Queue(1)
q.put("first")
order = []


def producer():
    q.put("second")
    order.append("put")


thread = threading.Thread(target=producer)
thread.start()
thread.join(0.03)
print(thread.is_alive(), order)
print(q.get())
thread.join()
print(order, q.get())
