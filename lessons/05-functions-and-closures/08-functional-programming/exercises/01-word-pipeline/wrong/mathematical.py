# expect: wrong_order
from functools import partial, reduce


def compose(*steps):
    return lambda value: reduce(lambda so_far, step: step(so_far), steps[::-1], value)


def keep(test):
    return partial(filter, test)


def change(function):
    return partial(map, function)


slug = compose("-".join, keep(lambda word: len(word) >= 3), str.split, str.lower)
