# expect: no_steps
from functools import partial, reduce


def compose(*steps):
    return reduce(lambda first, second: lambda value: second(first(value)), steps)


def keep(test):
    return partial(filter, test)


def change(function):
    return partial(map, function)


slug = compose(str.lower, str.split, keep(lambda word: len(word) >= 3), "-".join)
