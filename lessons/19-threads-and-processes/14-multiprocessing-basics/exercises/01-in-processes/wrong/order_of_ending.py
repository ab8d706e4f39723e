# expect: wrong_order
import multiprocessing


def run(function, item, results):
    results.put(function(item))


def in_processes(function, items):
    results = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=run, args=(function, item, results)) for item in items]
    for process in processes:
        process.start()
    values = sorted(results.get() for _ in processes)
    for process in processes:
        process.join()
    return values
