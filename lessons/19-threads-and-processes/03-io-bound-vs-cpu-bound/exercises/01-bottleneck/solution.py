import time


def bottleneck(job, wall=time.perf_counter, cpu=time.process_time):
    """Run the job; return "waiting", "working" or "parallel"."""
    wall_start, cpu_start = wall(), cpu()
    job()
    wall_time, cpu_time = wall() - wall_start, cpu() - cpu_start
    if wall_time == 0 or cpu_time / wall_time < 0.5:
        return "waiting"
    if cpu_time / wall_time < 1.5:
        return "working"
    return "parallel"


if __name__ == "__main__":
    print(bottleneck(lambda: sum(number * number for number in range(100_000))))
