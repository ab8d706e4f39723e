# ThreadPoolExecutor: at most max_workers calls run at once, the others wait; zero workers are a ValueError.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
running = most = 0


def work(n):
    global running, most
    with lock:
        running += 1
        most = max(most, running)
    time.sleep(0.005)
    with lock:
        running -= 1
    return threading.current_thread().name


with ThreadPoolExecutor(max_workers=3) as pool:
    names = set(pool.map(work, range(12)))
print(most, 1 <= len(names) <= 3)
for bad in (0, -1):
    try:
        ThreadPoolExecutor(bad)
    except ValueError:
        print("ValueError")
