# expect: changes_input
from functools import partial, reduce


def compose(*steps):
    return lambda value: reduce(lambda so_far, step: step(so_far), steps, value)


def keep(test):
    return partial(filter, test)


def change(function):
    def step(items):
        if not isinstance(items, list):
            items = list(items)
        for index, item in enumerate(items):
            items[index] = function(item)
        return items
    return step


slug = compose(str.lower, str.split, keep(lambda word: len(word) >= 3), "-".join)
