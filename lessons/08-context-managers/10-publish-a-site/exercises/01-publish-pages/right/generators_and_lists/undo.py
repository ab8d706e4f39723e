"""All steps, or none."""

from contextlib import contextmanager


@contextmanager
def undoing():
    notes = []
    try:
        yield lambda function, *args: notes.append((function, args))
    except BaseException:
        for function, args in reversed(notes):
            function(*args)
        raise
