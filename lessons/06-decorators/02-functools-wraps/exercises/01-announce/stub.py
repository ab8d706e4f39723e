"""Marks functions that should not be used any more."""


def deprecated(function):
    """Return the function, with a warning at each call."""
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)  # TODO

    return wrapper


if __name__ == "__main__":
    @deprecated
    def area(width, height=1):
        """Return the area."""
        return width * height

    print(area(2), area.__name__, area.__doc__)
