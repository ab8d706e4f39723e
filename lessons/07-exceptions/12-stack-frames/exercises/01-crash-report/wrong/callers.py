# expect: walks_callers
def describe(value):
    """Return the repr of a value, whatever its class does."""
    try:
        return repr(value)
    except Exception:
        return "<unreadable>"


def crash_report(error):
    report = []
    frame = error.__traceback__.tb_frame
    while frame is not None:
        variables = {name: describe(value) for name, value in frame.f_locals.items()}
        report.append(
            {"function": frame.f_code.co_name, "line": frame.f_lineno, "variables": variables}
        )
        frame = frame.f_back
    return report
