import threading
import time


def in_threads(function, items):
    """Call function(item) for all items at the same time; return the results in order."""
    items = list(items)
    results = [None] * len(items)
    errors = [None] * len(items)

    def work(index, item):
        try:
            results[index] = function(item)
        except Exception as error:
            errors[index] = error

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        if error is not None:
            raise error
    return results


def slow_len(text):
    time.sleep(0.2)
    return len(text)


if __name__ == "__main__":
    start = time.perf_counter()
    print(in_threads(slow_len, ["a", "bb", ""]))
    print(f"{time.perf_counter() - start:.1f} seconds")
