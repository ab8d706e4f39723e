# expect: late_binding
import threading


def in_threads(function, items):
    results = {}
    threads = []
    for index, item in enumerate(items):
        threads.append(threading.Thread(target=lambda: results.update({index: function(item)})))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get(index) for index in range(len(threads))]
