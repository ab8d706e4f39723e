"""Generators: pipelines, delegation, and send."""


def numbers(limit):
    for number in range(limit):
        yield number


def squares(source):
    for number in source:
        yield number * number


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def averager():
    total = count = 0
    average = 0
    while True:
        total += yield average
        count += 1
        average = total / count


def run():
    assert sum(squares(numbers(80_000))) == sum(number * number for number in range(80_000))
    assert sum(1 for _ in tree(12)) == 4095
    average = averager()
    next(average)
    for number in range(20_000):
        last = average.send(number)
    assert last == 9999.5
