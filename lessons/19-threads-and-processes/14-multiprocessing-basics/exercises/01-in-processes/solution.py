import multiprocessing

import jobs


def run(function, index, item, results):
    """Runs in the child."""
    results.put((index, function(item)))


def in_processes(function, items):
    """Call function(item) for all items, each in its own process; return the results in order."""
    results = multiprocessing.Queue()
    processes = [
        multiprocessing.Process(target=run, args=(function, index, item, results))
        for index, item in enumerate(items)
    ]
    for process in processes:
        process.start()
    by_index = dict(results.get() for _ in processes)
    for process in processes:
        process.join()
    return [by_index[index] for index in range(len(processes))]


if __name__ == "__main__":
    print(in_processes(jobs.times_ten, [1, 2, 3]))
