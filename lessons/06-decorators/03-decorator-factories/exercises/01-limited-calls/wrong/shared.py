# expect: shared_count
import functools


def limited(function=None, /, *, calls=1):
    if calls < 1:
        raise ValueError("calls has to be at least 1")
    left = calls

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal left
            if not left:
                raise RuntimeError("no more")
            left -= 1
            return function(*args, **kwargs)
        return wrapper
    return decorate if function is None else decorate(function)
