# threading.Lock: read, switch, write under the lock loses no update.
import sys
import threading

sys.setswitchinterval(0.0001)
lock = threading.Lock()
counter = 0


def work():
    global counter
    for _ in range(2000):
        with lock:
            value = counter
            for _ in range(5):
                pass
            counter = value + 1


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
