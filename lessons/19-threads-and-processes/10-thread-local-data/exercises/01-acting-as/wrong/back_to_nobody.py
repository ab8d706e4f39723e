# expect: not_put_back
import threading
from contextlib import contextmanager

acting = threading.local()


def user():
    return getattr(acting, "user", "nobody")


@contextmanager
def acting_as(name):
    acting.user = name
    try:
        yield
    finally:
        acting.user = "nobody"
