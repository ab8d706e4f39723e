"""Gives classes a repr."""


def auto_repr(cls):
    """Add a repr that shows the public attributes."""
    return cls  # TODO


if __name__ == "__main__":
    @auto_repr
    class Point:
        def __init__(self, x, y):
            self.x, self.y, self._cache = x, y, None

    print(Point(1, "a"))
