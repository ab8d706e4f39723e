# time: monotonic and perf_counter never go back, their _ns forms are integers, time() is seconds since 1970.
import time

for clock in (time.monotonic, time.perf_counter, time.process_time, time.thread_time):
    values = [clock() for _ in range(200)]
    print(clock.__name__, values == sorted(values), type(values[0]).__name__)
for clock in (time.time_ns, time.monotonic_ns, time.perf_counter_ns, time.process_time_ns):
    print(clock.__name__, type(clock()).__name__)
print(abs(time.time() - time.time_ns() / 1e9) < 1, time.time() > 1_600_000_000)
