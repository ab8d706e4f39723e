# expect: other_dictionary
from contextlib import contextmanager


@contextmanager
def changed(settings, **values):
    yield {**settings, **values}
