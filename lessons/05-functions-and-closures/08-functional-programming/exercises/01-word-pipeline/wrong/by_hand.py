# expect: by_hand
from functools import partial, reduce


def compose(*steps):
    return lambda value: reduce(lambda so_far, step: step(so_far), steps, value)


def keep(test):
    return partial(filter, test)


def change(function):
    return partial(map, function)


def slug(title):
    return "-".join(word for word in title.lower().split() if len(word) >= 3)
