"""Exceptions: raising, catching through frames, finally."""


class Refused(ValueError):
    pass


def check(number):
    if number % 3 == 0:
        raise Refused(number)
    return number


def through(depth, number):
    try:
        return check(number) if depth == 0 else through(depth - 1, number)
    finally:
        through.left += 1


def run():
    through.left = 0
    caught = 0
    for number in range(9_000):
        try:
            through(3, number)
        except Refused as error:
            caught += error.args[0] % 3 == 0
    assert caught == 3_000 and through.left == 36_000
