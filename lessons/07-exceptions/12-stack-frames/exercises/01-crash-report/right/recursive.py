"""A crash report as plain data."""


def describe(value):
    try:
        text = repr(value)
    except Exception:
        text = "<unreadable>"
    return text


def entries(entry):
    if entry is None:
        return []
    frame = entry.tb_frame
    here = {"function": frame.f_code.co_name, "line": entry.tb_lineno, "variables": {}}
    for name, value in list(frame.f_locals.items()):
        here["variables"][name] = describe(value)
    return [here] + entries(entry.tb_next)


def crash_report(error):
    return entries(error.__traceback__)
