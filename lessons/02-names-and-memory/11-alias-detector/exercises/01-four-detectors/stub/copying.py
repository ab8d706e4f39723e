"""Copies that keep their inner sharing."""


def duplicate(value):
    """Return a copy whose containers are all new."""
    # TODO: step 2
    return value
