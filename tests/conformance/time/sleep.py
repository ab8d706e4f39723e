# time.sleep: waits at least that long; zero returns, a negative number is a ValueError.
import time

started = time.monotonic()
print(time.sleep(0.05), 0.045 <= time.monotonic() - started < 5)
print(time.sleep(0))
for bad, error in ((-1, ValueError), ("1", TypeError), (float("nan"), ValueError)):
    try:
        time.sleep(bad)
    except error:
        print(error.__name__)
