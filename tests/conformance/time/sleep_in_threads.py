# time.sleep: suspends the calling thread only; threads that sleep at once do so together.
import threading
import time

started = time.monotonic()
order = []


def work(seconds):
    time.sleep(seconds)
    order.append(seconds)


threads = [threading.Thread(target=work, args=(seconds,)) for seconds in (0.4, 0.2, 0.3, 0.01)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order, 0.39 < time.monotonic() - started < 0.89)
