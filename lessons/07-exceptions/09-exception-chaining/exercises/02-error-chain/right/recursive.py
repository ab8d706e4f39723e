"""One line for the alert: an exception and what led to it."""


def chain(error):
    if error is None:
        return []
    if error.__suppress_context__:
        return [*chain(error.__cause__), error]
    return [*chain(error.__cause__ or error.__context__), error]


def headline(error):
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))
