"""One line for the alert: an exception and what led to it."""


def chain(error):
    """Return the exceptions a traceback of `error` shows, earliest first."""
    # TODO: follow the chain.
    return [error]


def headline(error):
    """Return the whole chain as one line."""
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))
