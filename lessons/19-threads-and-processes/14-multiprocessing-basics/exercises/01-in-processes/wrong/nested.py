# expect: nested_function
import multiprocessing


def in_processes(function, items):
    results = multiprocessing.Queue()

    def run(index, item):
        results.put((index, function(item)))

    processes = [multiprocessing.Process(target=run, args=pair) for pair in enumerate(items)]
    for process in processes:
        process.start()
    by_index = dict(results.get() for _ in processes)
    return [by_index[index] for index in range(len(processes))]
