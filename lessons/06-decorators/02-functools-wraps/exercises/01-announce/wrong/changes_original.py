# expect: original_changed
"""Marks functions that should not be used any more."""

import functools


def deprecated(function):
    """Return the function, with a warning at each call."""
    name = getattr(function, "__name__", repr(function))

    function.__doc__ = f"Deprecated. {function.__doc__ or ''}".rstrip()

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(name, "is deprecated")
        return function(*args, **kwargs)

    return wrapper


if __name__ == "__main__":
    @deprecated
    def area(width, height=1):
        """Return the area."""
        return width * height

    print(area(2), area.__name__, area.__doc__)
