"""Checks for auto-repr."""
import lab


def make():
    class Point:
        limit = 3

        def __init__(self, x, y):
            self.y, self.x = y, x
    return Point


def decorated(cls):
    found = lab.load().auto_repr(cls)
    lab.true(found is cls, f"auto_repr(cls) returned {found!r}, not the class itself.", reply="not_a_class")
    return found


@lab.check("the class stays the same, and shows its attributes")
def shows():
    Point = decorated(make())
    lab.true(Point.__repr__ is not object.__repr__, "After decorating, Point still has the __repr__ of object.",
             reply="inherited_kept")
    lab.equal(repr(Point(1, "a")), "Point(y='a', x=1)", call="repr(Point(1, 'a')), where y is set before x,")

    class Empty:
        pass
    lab.equal(repr(decorated(Empty)()), "Empty()", call="the repr of an instance without attributes")


@lab.check("the repr follows the attributes")
def follows():
    point = decorated(make())(1, 2)
    repr(point)
    point.x = 9
    point.z = None
    lab.equal(repr(point), "Point(y=2, x=9, z=None)", call="the repr after point.x = 9 and point.z = None",
              reply="frozen_values")


@lab.check("attributes with a leading underscore are left out")
def private():
    point = decorated(make())(1, 2)
    point._cache = point.__dict__["__secret"] = 7
    lab.equal(repr(point), "Point(y=2, x=1)", call="the repr with _cache and __secret", reply="private_shown")


@lab.check("a repr of the class itself is kept")
def kept():
    class Own:
        def __repr__(self):
            return "mine"
    lab.equal(repr(decorated(Own)()), "mine", call="the repr of a class that defines one", reply="own_replaced")


@lab.check("an inherited repr is replaced")
def inherited():
    class Base:
        def __repr__(self):
            return "base"

    class Child(Base):
        pass
    lab.equal(repr(decorated(Child)()), "Child()", call="the repr of a class that inherits one", reply="inherited_kept")
    lab.equal(repr(Base()), "base", call="the repr of the base class")


@lab.check("subclasses show their own name")
def subclasses():
    class Pixel(decorated(make())):
        pass
    lab.equal(repr(Pixel(1, 2)), "Pixel(y=2, x=1)", call="the repr of a subclass Pixel", reply="wrong_name")
