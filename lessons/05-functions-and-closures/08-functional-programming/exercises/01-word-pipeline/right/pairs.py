from functools import reduce


def same(value):
    return value


def after(first, second):
    return lambda value: second(first(value))


def compose(*steps):
    return reduce(after, steps, same)


def keep(test):
    def step(items):
        return [item for item in items if test(item)]
    return step


def change(function):
    def step(items):
        return map(function, items)
    return step


slug = compose(str.split, change(str.lower), keep(lambda word: not len(word) < 3), "-".join)
