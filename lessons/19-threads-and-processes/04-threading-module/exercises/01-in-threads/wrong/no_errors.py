# expect: failure_lost
import threading


def in_threads(function, items):
    results = {}

    def work(index, item):
        results[index] = function(item)

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [results.get(index) for index in range(len(threads))]
