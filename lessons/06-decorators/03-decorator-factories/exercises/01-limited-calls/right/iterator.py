import functools


def limited(*functions, calls=1):
    if calls < 1:
        raise ValueError("at least one")
    if not functions:
        return lambda function: limited(function, calls=calls)
    (function,) = functions
    permits = iter(range(calls))

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for _ in permits:
            return function(*args, **kwargs)
        raise RuntimeError("no permit left")
    return wrapper
