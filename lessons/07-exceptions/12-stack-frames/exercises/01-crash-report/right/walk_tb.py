"""A crash report as plain data."""

import traceback


def describe(value):
    try:
        return repr(value)
    except Exception:
        return "<unreadable>"


def entry(frame, line):
    variables = {}
    for name in frame.f_locals:
        variables[name] = describe(frame.f_locals[name])
    return {"function": frame.f_code.co_name, "line": line, "variables": variables}


def crash_report(error):
    return [entry(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
