# signal.alarm: SIGALRM after that many seconds interrupts a sleep that goes on; a new alarm replaces the old and tells its rest.
import signal
import time

calls = []
signal.signal(signal.SIGALRM, lambda number, frame: calls.append(number == signal.SIGALRM))
print(signal.alarm(100), 90 < signal.alarm(1) <= 100)
started = time.monotonic()
time.sleep(1.3)
print(calls, 1.25 < time.monotonic() - started < 6, signal.alarm(0))
print(signal.alarm(50), signal.alarm(0) in (49, 50), signal.alarm(0))
