"""The plus, made by hand; no import operator is needed."""

operator = {"left": "__add__", "right": "__radd__"}


def find(cls, name):
    """Return the method as Python does: along the classes, without the object."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    return lambda one, other: NotImplemented


def add(a, b):
    for one, side, other in ((a, "left", b), (b, "right", a)):
        result = find(type(one), operator[side])(one, other)
        if result is not NotImplemented:
            return result
    raise TypeError("cannot add " + type(a).__name__ + " and " + type(b).__name__)


def check_against_plus():
    for a, b in ((2, 3), (2, 0.5), ([1], [2])):
        assert add(a, b) == a + b


if __name__ == "__main__":
    check_against_plus()
