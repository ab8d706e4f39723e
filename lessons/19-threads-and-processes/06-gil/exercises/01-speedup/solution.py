import threading
import time


def elapsed(function):
    """Return the seconds that a call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def speedup(job, n):
    """Return how many times as fast n calls are in threads."""

    def in_turn():
        for _ in range(n):
            job()

    def in_threads():
        threads = [threading.Thread(target=job) for _ in range(n)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return elapsed(in_turn) / elapsed(in_threads)


if __name__ == "__main__":
    print("waiting:", speedup(lambda: time.sleep(0.1), 4))
    print("working:", speedup(lambda: sum(number * number for number in range(100_000)), 4))
