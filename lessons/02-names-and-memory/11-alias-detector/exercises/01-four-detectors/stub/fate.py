"""How does an object end?"""


def fate(make):
    """Say what becomes of an object that nobody wants."""
    # TODO: step 4
    return "kept"
