# expect: runs_early
from functools import partial


def compose(*steps):
    value = "The Art of  Code"
    for step in steps:
        value = step(value)
    return value


def keep(test):
    return partial(filter, test)


def change(function):
    return partial(map, function)


slug = compose(str.lower, str.split, keep(lambda word: len(word) >= 3), "-".join)
