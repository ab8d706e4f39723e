# expect: order_of_ending
import threading


def in_threads(function, items):
    results = []
    threads = []
    for item in items:
        threads.append(threading.Thread(target=lambda item=item: results.append(function(item))))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
