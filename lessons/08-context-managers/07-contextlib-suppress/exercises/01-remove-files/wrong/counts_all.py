# expect: counts_missing
import os
from contextlib import suppress


def remove_files(paths):
    """Remove the files that are there; return how many."""
    removed = 0
    for path in paths:
        with suppress(FileNotFoundError):
            os.remove(path)
        removed += 1
    return removed


if __name__ == "__main__":
    open("a.tmp", "w").close()
    open("b.tmp", "w").close()
    print(remove_files(["a.tmp", "missing.tmp", "b.tmp"]))
