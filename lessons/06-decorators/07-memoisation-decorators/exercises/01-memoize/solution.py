"""A cache for results."""

import functools


def is_hashable(value):
    """Say whether the value can be a key."""
    try:
        hash(value)
    except TypeError:
        return False
    return True


def memoize(maxsize):
    """Keep up to so many results of the function."""

    def decorate(function):
        results = {}

        @functools.wraps(function)
        def wrapper(*args):
            if not is_hashable(args):
                return function(*args)
            result = results.pop(args) if args in results else function(*args)
            results[args] = result
            if len(results) > maxsize:
                del results[next(iter(results))]
            return result

        wrapper.results = results
        return wrapper

    return decorate


if __name__ == "__main__":
    @memoize(2)
    def load(page):
        print("loading", page)
        return page.upper()

    print(load("a"), load("a"), load.results)
