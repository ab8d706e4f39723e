import multiprocessing

import jobs


def in_processes(function, items):
    """Call function(item) for all items, each in its own process; return the results in order."""
    return [function(item) for item in items]  # TODO


if __name__ == "__main__":
    print(in_processes(jobs.times_ten, [1, 2, 3]))
