# expect: no_parentheses
import functools


def limited(*, calls=1):
    if calls < 1:
        raise ValueError("calls has to be at least 1")

    def decorate(function):
        left = calls

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal left
            if not left:
                raise RuntimeError("no more")
            left -= 1
            return function(*args, **kwargs)
        return wrapper
    return decorate
