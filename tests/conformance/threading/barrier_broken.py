# threading.Barrier: a timeout or abort() breaks it for everybody; reset() makes it whole.
import threading
import time

barrier = threading.Barrier(2)
try:
    barrier.wait(timeout=0.02)
except threading.BrokenBarrierError as error:
    print("timeout", isinstance(error, RuntimeError), barrier.broken)
try:
    barrier.wait()
except threading.BrokenBarrierError:
    print("still broken")
barrier.reset()
print(barrier.broken)
found = []


def work():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        found.append("broken")


def wait_until_one_waits():
    while barrier.n_waiting == 0:
        time.sleep(0.001)


for end in (barrier.reset, barrier.abort):
    thread = threading.Thread(target=work)
    thread.start()
    wait_until_one_waits()
    end()
    thread.join()
    print(end.__name__, found, barrier.broken)
