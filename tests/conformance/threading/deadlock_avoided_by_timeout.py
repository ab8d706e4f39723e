# threading.Lock: two threads that take two locks in opposite order get out again by acquire(timeout).
import threading

a, b = threading.Lock(), threading.Lock()
both = threading.Barrier(2)
results = []


def work(first, second):
    with first:
        both.wait()
        got = second.acquire(timeout=0.05)
        both.wait()
        results.append(got)
        if got:
            second.release()


threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results, a.locked(), b.locked())
