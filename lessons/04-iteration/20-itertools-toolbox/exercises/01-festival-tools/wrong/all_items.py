# expect: not_lazy
from itertools import chain, groupby, islice, product
from operator import itemgetter


def all_acts(*stages):
    """Hand out the acts of all stages."""
    return chain.from_iterable(stages)


def page(values, number, size):
    """Return the list of values on a page."""
    return list(islice(values, (number - 1) * size, number * size))


def by_day(events):
    """Return the titles of each day."""
    day_of = itemgetter(0)
    groups = groupby(sorted(events, key=day_of), key=day_of)
    return {day: [title for _, title in group] for day, group in groups}


def runs(values):
    """Return (value, n) for each run of equal values."""
    return [(value, len(list(group))) for value, group in groupby(values)]


def menus(starters, mains, budget, n):
    """Return the first n pairs within the budget."""
    pairs = product(starters.items(), mains.items())
    return [(a, b) for (a, x), (b, y) in pairs if x + y <= budget][:n]
