"""Runs the jobs of the night and tells what failed."""

import io
import traceback


def summary(error):
    text = str(error)
    return f"{type(error).__qualname__}: {text}" if text else type(error).__qualname__


def run_all(jobs):
    failures = []
    for name in jobs:
        try:
            jobs[name]()
        except Exception as error:
            entry = error.__traceback__
            while entry.tb_next is not None:
                entry = entry.tb_next
            stream = io.StringIO()
            traceback.print_exception(error, file=stream)
            function = entry.tb_frame.f_code.co_name
            failures.append(
                {
                    "job": name,
                    "summary": summary(error),
                    "where": (function, entry.tb_lineno),
                    "details": stream.getvalue(),
                }
            )
    return failures
