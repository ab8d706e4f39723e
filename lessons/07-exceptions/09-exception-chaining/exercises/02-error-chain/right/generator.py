"""One line for the alert: an exception and what led to it."""


def newest_first(error):
    while error is not None:
        yield error
        hidden = error.__suppress_context__
        error = error.__cause__ if hidden else error.__context__


def chain(error):
    return list(newest_first(error))[::-1]


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))
