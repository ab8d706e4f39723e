from functools import wraps


def limited(function=None, /, *, calls=1):
    if calls < 1:
        raise ValueError(calls)

    def decorate(function):
        used = []

        @wraps(function)
        def wrapper(*args, **kwargs):
            if len(used) >= calls:
                raise RuntimeError("used up")
            used.append(1)
            return function(*args, **kwargs)
        return wrapper
    return decorate(function) if function else decorate
