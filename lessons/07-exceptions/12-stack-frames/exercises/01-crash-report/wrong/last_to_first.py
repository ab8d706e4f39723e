# expect: walks_callers
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
    report = []
    while frame is not error.__traceback__.tb_frame.f_back:
        variables = {name: describe(value) for name, value in frame.f_locals.items()}
        report.append(
            {"function": frame.f_code.co_name, "line": frame.f_lineno, "variables": variables}
        )
        frame = frame.f_back
    return report
