def all_acts(*stages):
    """Hand out the acts of all stages."""
    acts = []
    for stage in stages:  # TODO: a stage may be endless
        acts.extend(stage)
    return acts


def page(values, number, size):
    """Return the list of values on a page."""
    # TODO


def by_day(events):
    """Return the titles of each day."""
    # TODO


def runs(values):
    """Return (value, n) for each run of equal values."""
    # TODO


def menus(starters, mains, budget, n):
    """Return the first n pairs within the budget."""
    # TODO


if __name__ == "__main__":
    print(by_day([(2, "C"), (1, "B"), (2, "A")]))
    print(runs("aab"))
