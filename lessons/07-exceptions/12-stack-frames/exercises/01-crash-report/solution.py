"""A crash report as plain data."""


def describe(value):
    """Return the repr of a value, whatever its class does."""
    try:
        return repr(value)
    except Exception:
        return "<unreadable>"


def crash_report(error):
    """Return one dictionary for each entry of the traceback of `error`."""
    report = []
    entry = error.__traceback__
    while entry is not None:
        frame = entry.tb_frame
        report.append(
            {
                "function": frame.f_code.co_name,
                "line": entry.tb_lineno,
                "variables": {name: describe(value) for name, value in frame.f_locals.items()},
            }
        )
        entry = entry.tb_next
    return report
