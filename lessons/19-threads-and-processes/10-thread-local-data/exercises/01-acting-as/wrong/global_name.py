# expect: seen_by_others
from contextlib import contextmanager

current = "nobody"


def user():
    return current


@contextmanager
def acting_as(name):
    global current
    before, current = current, name
    try:
        yield
    finally:
        current = before
