import threading
import time


def speedup(job, n):
    """Return how many times as fast n calls are in threads."""
    start = time.perf_counter()
    for _ in range(n):
        job()
    in_turn = time.perf_counter() - start
    return in_turn  # TODO


if __name__ == "__main__":
    print("waiting:", speedup(lambda: time.sleep(0.1), 4))
    print("working:", speedup(lambda: sum(number * number for number in range(100_000)), 4))
