# time.process_time: counts computing, not sleeping.
import time

before_wall, before = time.perf_counter(), time.process_time()
time.sleep(0.3)
print(time.process_time() - before < 0.2, time.perf_counter() - before_wall >= 0.29)
before = time.process_time()
n = 0
while time.process_time() - before < 0.02:
    n += 1
print(n > 0)
