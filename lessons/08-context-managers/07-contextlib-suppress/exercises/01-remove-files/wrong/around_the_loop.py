# expect: stops_early
import os
from contextlib import suppress


def remove_files(paths):
    removed = 0
    with suppress(FileNotFoundError):
        for path in paths:
            os.remove(path)
            removed += 1
    return removed
