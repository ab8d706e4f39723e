# expect: failure_lost
import threading


def in_threads(function, items):
    results = [None] * len(items)

    def work(index, item):
        try:
            results[index] = function(item)
        except Exception as error:
            results[index] = error

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
