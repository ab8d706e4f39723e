# threading.Condition.wait_for: waits until the predicate is true and returns its value, or the last one after the timeout.
import threading

condition = threading.Condition()
items = []


def produce():
    for n in range(5):
        with condition:
            items.append(n)
            condition.notify()


with condition:
    thread = threading.Thread(target=produce)
    thread.start()
    print(condition.wait_for(lambda: len(items) == 5 and "all", 30))
    print(condition.wait_for(lambda: [], 0.02), condition.wait_for(lambda: "at once"))
thread.join()
print(items)
