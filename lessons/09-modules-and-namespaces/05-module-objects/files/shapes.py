"""Areas of things."""
from math import pi, sqrt

UNIT = "cm"


def circle(radius):
    return pi * radius ** 2


class Square:
    pass


def _helper():
    return sqrt(2)
