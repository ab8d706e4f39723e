# expect: needs_name
"""Marks functions that should not be used any more."""

import functools


def deprecated(function):
    """Return the function, with a warning at each call."""
    name = function.__name__

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(name, "is deprecated")
        return function(*args, **kwargs)

    wrapper.__doc__ = f"Deprecated. {function.__doc__ or ''}".rstrip()
    return wrapper


if __name__ == "__main__":
    @deprecated
    def area(width, height=1):
        """Return the area."""
        return width * height

    print(area(2), area.__name__, area.__doc__)
