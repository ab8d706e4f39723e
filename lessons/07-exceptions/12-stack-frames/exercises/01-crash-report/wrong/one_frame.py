# expect: innermost_only
def describe(value):
    """Return the repr of a value, whatever its class does."""
    try:
        return repr(value)
    except Exception:
        return "<unreadable>"


def crash_report(error):
    entry = error.__traceback__
    while entry.tb_next is not None:
        entry = entry.tb_next
    frame = entry.tb_frame
    variables = {name: describe(value) for name, value in frame.f_locals.items()}
    return [{"function": frame.f_code.co_name, "line": entry.tb_lineno, "variables": variables}]
