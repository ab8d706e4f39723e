"""Limits how often a function may be called."""

import functools


def limited(function=None, /, *, calls=1):
    """Allow so many calls of the function, and no more."""
    if calls < 1:
        raise ValueError("calls has to be at least 1")
    if function is None:
        return functools.partial(limited, calls=calls)
    left = calls

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal left
        if not left:
            raise RuntimeError(f"{wrapper.__name__} may not be called again")
        left -= 1
        return function(*args, **kwargs)

    return wrapper


if __name__ == "__main__":
    @limited(calls=2)
    def pay(amount):
        return f"paid {amount}"

    print(pay(1), pay(2))
