# Executor.map: an exception is raised when its place in the results is reached.
from concurrent.futures import ThreadPoolExecutor


def invert(n):
    return 6 // n


with ThreadPoolExecutor(2) as pool:
    results = pool.map(invert, [1, 2, 0, 3])
    print(next(results), next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print(type(error).__name__)
    print(list(results))
