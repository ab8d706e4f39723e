# time.get_clock_info: tells of each clock whether it can be adjusted and is monotonic; another name is a ValueError.
import time

for name in ("monotonic", "perf_counter", "process_time", "time"):
    info = time.get_clock_info(name)
    print(name, info.adjustable, info.monotonic, 0 < info.resolution <= 1, bool(info.implementation))
try:
    time.get_clock_info("sundial")
except ValueError:
    print("ValueError")
