# signal: an exception raised by a handler comes up in the main thread, out of what it is waiting in.
import signal
import time


class Timeout(Exception):
    pass


def handler(number, frame):
    raise Timeout


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.05)
started = time.monotonic()
try:
    time.sleep(30)
except Timeout:
    print("Timeout", time.monotonic() - started < 10)
