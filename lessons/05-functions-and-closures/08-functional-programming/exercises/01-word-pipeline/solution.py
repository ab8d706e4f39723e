"""A kit for pipelines."""

from functools import partial, reduce


def compose(*steps):
    """Return a function that sends its argument through all steps."""
    return lambda value: reduce(lambda so_far, step: step(so_far), steps, value)


def keep(test):
    """Return a step that keeps the items for which the test holds."""
    return partial(filter, test)


def change(function):
    """Return a step that applies the function to each item."""
    return partial(map, function)


slug = compose(str.lower, str.split, keep(lambda word: len(word) >= 3), "-".join)


if __name__ == "__main__":
    print(slug("The Art of  Code"))
