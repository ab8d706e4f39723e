# expect: main_thread
import threading


def in_threads(function, items):
    results = []
    threads = [threading.Thread(target=results.append(function(item))) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
