# expect: one_by_one
import threading


def in_threads(function, items):
    results = []
    for item in items:
        thread = threading.Thread(target=lambda: results.append(function(item)))
        thread.start()
        thread.join()
    return results
