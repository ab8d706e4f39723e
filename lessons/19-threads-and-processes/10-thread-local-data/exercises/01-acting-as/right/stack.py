import threading
from contextlib import contextmanager

acting = threading.local()


def stack():
    if not hasattr(acting, "names"):
        acting.names = ["nobody"]
    return acting.names


def user():
    return stack()[-1]


@contextmanager
def acting_as(name):
    stack().append(name)
    try:
        yield name
    finally:
        stack().pop()
