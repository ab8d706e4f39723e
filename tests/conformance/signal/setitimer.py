# signal.setitimer: ITIMER_REAL delivers SIGALRM after a fraction of a second and then at each interval.
import signal
import time

calls = []


def handler(number, frame):
    calls.append(number)
    if len(calls) == 3:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, handler)
print(signal.setitimer(signal.ITIMER_REAL, 0.05, 0.02))
deadline = time.monotonic() + 20
while len(calls) < 3 and time.monotonic() < deadline:
    time.sleep(0.01)
time.sleep(0.1)
print(len(calls) >= 3, signal.getitimer(signal.ITIMER_REAL))
