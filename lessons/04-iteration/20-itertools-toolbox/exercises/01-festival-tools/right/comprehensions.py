from itertools import groupby, islice


def all_acts(*stages):
    return (act for stage in stages for act in stage)


def page(values, number, size):
    start = size * (number - 1)
    return list(islice(values, start, start + size))


def by_day(events):
    pairs = sorted(enumerate(events), key=lambda it: (it[1][0], it[0]))
    return {
        day: [title for _, (_, title) in group] for day, group in groupby(pairs, lambda it: it[1][0])
    }


def runs(values):
    groups = ((value, list(group)) for value, group in groupby(values))
    return [(value, len(group)) for value, group in groups]


def menus(starters, mains, budget, n):
    return list(islice(((a, b) for a in starters for b in mains if starters[a] + mains[b] <= budget), n))
