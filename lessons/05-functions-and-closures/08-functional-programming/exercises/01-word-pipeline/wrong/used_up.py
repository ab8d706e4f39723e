# expect: once_only
from functools import partial


def compose(*steps):
    rest = iter(steps)

    def run(value):
        for step in rest:
            value = step(value)
        return value
    return run


def keep(test):
    return partial(filter, test)


def change(function):
    return partial(map, function)


slug = compose(str.lower, str.split, keep(lambda word: len(word) >= 3), "-".join)
