# expect: not_waited
import threading


def in_threads(function, items):
    items = list(items)
    results = [None] * len(items)

    def work(index):
        results[index] = function(items[index])

    for index in range(len(items)):
        threading.Thread(target=work, args=(index,)).start()
    return results
