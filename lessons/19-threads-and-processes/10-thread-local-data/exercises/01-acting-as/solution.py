import threading
from contextlib import contextmanager


class _Acting(threading.local):
    user = "nobody"  # the default in each thread


_acting = _Acting()


def user():
    """Return the name of the user for whom this thread acts."""
    return _acting.user


@contextmanager
def acting_as(name):
    """Let this thread act for a user inside the block."""
    before = _acting.user
    _acting.user = name
    try:
        yield
    finally:
        _acting.user = before


if __name__ == "__main__":
    with acting_as("ada"):
        print(user())
    print(user())
