from contextlib import contextmanager
from types import SimpleNamespace


@contextmanager
def Raises(kind):
    caught = SimpleNamespace(error=None)
    try:
        yield caught
    except kind as error:
        caught.error = error
    else:
        raise AssertionError(f"{kind!r} was not raised")
