# expect: no_default
import threading
from contextlib import contextmanager

acting = threading.local()
acting.user = "nobody"


def user():
    return acting.user


@contextmanager
def acting_as(name):
    before = acting.user
    acting.user = name
    try:
        yield
    finally:
        acting.user = before
