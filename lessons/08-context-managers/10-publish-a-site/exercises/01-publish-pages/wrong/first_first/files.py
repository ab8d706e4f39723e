"""A file is old or new, never half."""

from contextlib import contextmanager
from pathlib import Path


@contextmanager
def atomic_write(path):
    """Give a file to write to, which takes the place of `path` in the end."""
    path = Path(path)
    draft = path.with_name(path.name + ".draft")
    try:
        with draft.open("w", encoding="utf-8") as file:
            yield file
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
