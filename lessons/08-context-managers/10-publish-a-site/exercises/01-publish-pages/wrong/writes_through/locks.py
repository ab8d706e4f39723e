"""One at a time."""

from pathlib import Path


class Locked(Exception):
    """Somebody else is at work."""


class LockFile:
    """Hold a lock file while a block runs."""

    def __init__(self, path):
        self.path = Path(path)

    def __enter__(self):
        try:
            self.path.open("x").close()
        except FileExistsError:
            raise Locked(f"{self.path} says that somebody is at work") from None
        return self

    def __exit__(self, kind, error, trace):
        self.path.unlink()
