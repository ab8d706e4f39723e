import functools


def limited(function=None, /, *, calls=1):
    def decorate(function):
        if calls < 1:
            raise ValueError("calls must be at least 1")
        used = 0

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal used
            if used == calls:
                raise RuntimeError(f"{calls} calls are used up")
            result = function(*args, **kwargs)
            used += 1
            return result

        return wrapper

    return decorate if function is None else decorate(function)
