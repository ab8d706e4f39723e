# signal: a handler's exception interrupts Lock.acquire, Event.wait, Queue.get and Thread.join of the main thread.
import queue
import signal
import threading


class Timeout(Exception):
    pass


def handler(number, frame):
    raise Timeout


signal.signal(signal.SIGALRM, handler)
lock = threading.Lock()
lock.acquire()
gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
for name, wait in (
    ("acquire", lock.acquire), ("wait", threading.Event().wait), ("get", queue.Queue().get), ("join", thread.join),
):
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    try:
        wait()
    except Timeout:
        print(name, "Timeout")
gate.set()
thread.join()
