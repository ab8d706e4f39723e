# threading.Event: wait blocks until set and returns True, or False after a timeout; clear makes it block again.
import threading
import time

event = threading.Event()
print(event.is_set(), event.wait(0.02), event.wait(timeout=0))
results = []
threads = [threading.Thread(target=lambda: results.append(event.wait())) for _ in range(5)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(results, event.is_set(), event.wait())
event.clear()
print(event.is_set())
threading.Timer(0.02, event.set).start()
print(event.wait(30))
