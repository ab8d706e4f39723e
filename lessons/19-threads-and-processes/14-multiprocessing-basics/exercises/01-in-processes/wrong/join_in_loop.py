# expect: one_by_one
import multiprocessing


def run(function, item, results):
    results.put(function(item))


def in_processes(function, items):
    results = multiprocessing.Queue()
    values = []
    for item in items:
        process = multiprocessing.Process(target=run, args=(function, item, results))
        process.start()
        values.append(results.get())
        process.join()
    return values
