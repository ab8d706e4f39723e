# threading.stack_size: returns the old size; too small a size is a ValueError, and a set size serves new threads.
import threading

old = threading.stack_size()
print(old == 0 or old >= 32768)
for bad in (1, -1, 16384):
    try:
        threading.stack_size(bad)
        print("taken", bad)
    except ValueError:
        print("ValueError", bad)
threading.stack_size(1024 * 1024)
print(threading.stack_size())
result = []
thread = threading.Thread(target=lambda: result.append(sum(range(10))))
thread.start()
thread.join()
print(result, threading.stack_size(0), threading.stack_size())
