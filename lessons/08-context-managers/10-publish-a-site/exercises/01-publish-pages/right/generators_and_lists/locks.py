"""One at a time."""

import os
from contextlib import contextmanager


class Locked(Exception):
    pass


@contextmanager
def LockFile(path):
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError as error:
        raise Locked(path) from error
    os.close(descriptor)
    try:
        yield
    finally:
        os.remove(path)
