import time


def bottleneck(job, wall=time.perf_counter, cpu=time.process_time):
    """Run the job; return "waiting", "working" or "parallel"."""
    job()
    return "waiting" if cpu() < wall() else "working"  # TODO


if __name__ == "__main__":
    print(bottleneck(lambda: sum(number * number for number in range(100_000))))
