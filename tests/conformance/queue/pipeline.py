# queue.Queue: bounded queues between three stages lose nothing and keep the order of a single producer.
import queue
import threading

first, second = queue.Queue(2), queue.Queue(2)
results = []
END = object()


def square():
    while (item := first.get()) is not END:
        second.put(item * item)
    second.put(END)


def collect():
    while (item := second.get()) is not END:
        results.append(item)


threads = [threading.Thread(target=square), threading.Thread(target=collect)]
for thread in threads:
    thread.start()
for n in range(100):
    first.put(n)
first.put(END)
for thread in threads:
    thread.join()
print(results == [n * n for n in range(100)])
