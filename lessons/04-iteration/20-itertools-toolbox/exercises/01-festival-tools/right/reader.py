from itertools import chain, groupby, islice, product


def all_acts(*stages):
    """Hand out the acts of all stages."""
    return chain(*stages)


def page(values, number, size):
    """Return the list of values on a page."""
    start = size * (number - 1)
    return list(islice(values, start, start + size))


def by_day(events):
    """Return the titles of each day."""
    ordered = sorted(events, key=lambda event: event[0])
    return {
        day: [title for _, title in group]
        for day, group in groupby(ordered, key=lambda event: event[0])
    }


def runs(values):
    """Return (value, n) for each run of equal values."""
    return [(value, sum(1 for _ in group)) for value, group in groupby(values)]


def menus(starters, mains, budget, n):
    """Return the first n pairs within the budget."""
    pairs = product(starters, mains)
    return list(islice((p for p in pairs if starters[p[0]] + mains[p[1]] <= budget), n))
