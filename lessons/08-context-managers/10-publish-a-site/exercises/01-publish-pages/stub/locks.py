"""One at a time."""


class Locked(Exception):
    """Somebody else is at work."""


class LockFile:
    """Hold a lock file while a block runs."""

    # TODO: step 1
