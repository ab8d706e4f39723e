"""A cache for results."""

import functools


def memoize(maxsize):
    """Keep up to so many results of the function."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return function(*args)  # TODO

        wrapper.results = {}
        return wrapper

    return decorate


if __name__ == "__main__":
    @memoize(2)
    def load(page):
        print("loading", page)
        return page.upper()

    print(load("a"), load("a"), load.results)
