# Threads: between reading and writing a variable another thread can run, so that an update is lost.
import threading

counter = 0
has_read = threading.Event()
may_write = threading.Event()


def slow():
    global counter
    value = counter
    has_read.set()
    may_write.wait()
    counter = value + 1


thread = threading.Thread(target=slow)
thread.start()
has_read.wait()
counter += 10
may_write.set()
thread.join()
print(counter)
