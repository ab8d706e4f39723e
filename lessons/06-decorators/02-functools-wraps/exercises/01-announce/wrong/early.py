# expect: warns_early
"""Marks functions that should not be used any more."""

import functools


def deprecated(function):
    """Return the function, with a warning at each call."""
    print(getattr(function, "__name__", repr(function)), "is deprecated")

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    wrapper.__doc__ = f"Deprecated. {function.__doc__ or ''}".rstrip()
    return wrapper


if __name__ == "__main__":
    @deprecated
    def area(width, height=1):
        """Return the area."""
        return width * height

    print(area(2), area.__name__, area.__doc__)
