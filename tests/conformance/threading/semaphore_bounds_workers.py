# threading.Semaphore: never more than its value are inside at once, and all get through.
import threading
import time

semaphore = threading.Semaphore(3)
guard = threading.Lock()
inside = most = done = 0


def work():
    global inside, most, done
    with semaphore:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.005)
        with guard:
            inside -= 1
            done += 1


threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most, done)
