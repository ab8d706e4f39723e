# expect: not_a_class
"""Gives classes a repr."""


def auto_repr(cls):
    """Add a repr that shows the public attributes."""
    if "__repr__" in vars(cls):
        return cls

    def __repr__(self):
        fields = ", ".join(
            f"{name}={value!r}" for name, value in vars(self).items() if not name.startswith("_")
        )
        return f"{type(self).__name__}({fields})"

    cls.__repr__ = __repr__
    return lambda *args, **kwargs: cls(*args, **kwargs)


if __name__ == "__main__":
    @auto_repr
    class Point:
        def __init__(self, x, y):
            self.x, self.y, self._cache = x, y, None

    print(Point(1, "a"))
