# threading.Thread: 200 threads run at once and each is joined; active_count and enumerate see them.
import threading

before = threading.active_count()
gate = threading.Event()
arrived = threading.Semaphore(0)
total = []


def work(n):
    arrived.release()
    gate.wait()
    total.append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(200)]
for thread in threads:
    thread.start()
for _ in threads:
    arrived.acquire()
print(threading.active_count() - before, set(threads) <= set(threading.enumerate()))
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count() - before, sum(total), len(set(thread.ident for thread in threads)))
