# expect: stays_after_error
import threading
from contextlib import contextmanager

acting = threading.local()


def user():
    return getattr(acting, "user", "nobody")


@contextmanager
def acting_as(name):
    before = user()
    acting.user = name
    yield
    acting.user = before
