# threading.Condition: with its default RLock, wait gives up all of a nested ownership and restores it.
import threading

condition = threading.Condition()
order = []


def other():
    with condition:
        order.append("other has the lock")
        condition.notify()


with condition:
    with condition:
        thread = threading.Thread(target=other)
        thread.start()
        condition.wait(30)
        order.append("back")
    try:
        condition.notify()
        order.append("still owned once")
    except RuntimeError:
        order.append("not owned")
thread.join()
print(order)
