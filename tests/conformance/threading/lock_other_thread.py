# threading.Lock: any thread may release it, and a blocked acquire then goes on.
import threading

lock = threading.Lock()
lock.acquire()
order = []


def releaser():
    order.append("release")
    lock.release()


thread = threading.Thread(target=releaser)
thread.start()
lock.acquire()
order.append("acquired")
thread.join()
print(order, lock.locked())
