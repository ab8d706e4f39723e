# One of the programs whose recording is compared: contextmanager.
from contextlib import contextmanager


@contextmanager
def opened(name):
    log.append("open " + name)
    try:
        yield name.upper()
    finally:
        log.append("close")


log = []
with opened("a") as it:
    log.append(it)
