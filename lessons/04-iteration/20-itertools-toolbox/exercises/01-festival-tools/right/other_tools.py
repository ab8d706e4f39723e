from itertools import chain, groupby, islice, product, starmap


def all_acts(*stages):
    return chain(*stages)


def page(values, number, size):
    it = iter(values)
    next(islice(it, (number - 1) * size, (number - 1) * size), None)
    return list(islice(it, size))


def by_day(events):
    events = list(events)
    days = sorted({day for day, _ in events})
    return {day: [title for d, title in events if d == day] for day in days}


def runs(values):
    return list(starmap(lambda value, group: (value, sum(1 for _ in group)), groupby(values)))


def menus(starters, mains, budget, n):
    pairs = product(starters.items(), mains.items())
    found = ((a, b) for (a, x), (b, y) in pairs if x + y <= budget)
    return [pair for pair, _ in zip(found, range(n))]
