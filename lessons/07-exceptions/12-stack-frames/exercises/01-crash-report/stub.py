"""A crash report as plain data."""


def crash_report(error):
    """Return one dictionary for each entry of the traceback of `error`."""
    # TODO
    return []
