"""One at a time."""

from contextlib import contextmanager
from pathlib import Path


class Locked(Exception):
    pass


@contextmanager
def LockFile(path):
    path = Path(path)
    try:
        try:
            path.open("x").close()
        except FileExistsError:
            raise Locked(path) from None
        yield
    finally:
        path.unlink()
