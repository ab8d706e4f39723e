# expect: no_results
import multiprocessing


def run(function, index, item, results):
    results[index] = function(item)


def in_processes(function, items):
    results = [None] * len(items)
    processes = [multiprocessing.Process(target=run, args=(function, index, item, results))
                 for index, item in enumerate(items)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return results
