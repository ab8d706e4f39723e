"""One line for the alert: an exception and what led to it."""


def earlier(error):
    """Return the exception that a traceback shows above `error`, or None."""
    if error.__cause__ is not None:
        return error.__cause__
    if error.__suppress_context__:
        return None
    return error.__context__


def chain(error):
    """Return the exceptions a traceback of `error` shows, earliest first."""
    found = []
    while error is not None:
        found.append(error)
        error = earlier(error)
    return found[::-1]


def headline(error):
    """Return the whole chain as one line."""
    return " < ".join(f"{type(link).__name__}: {link}" for link in chain(error))
