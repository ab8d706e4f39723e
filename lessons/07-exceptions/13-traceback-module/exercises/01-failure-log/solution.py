"""Runs the jobs of the night and tells what failed."""

import traceback


def describe(name, error):
    """Return the record of a failure, as plain data."""
    report = traceback.TracebackException.from_exception(error)
    last = report.stack[-1]
    return {
        "job": name,
        "summary": "".join(report.format_exception_only()).strip(),
        "where": (last.name, last.lineno),
        "details": "".join(report.format()),
    }


def run_all(jobs):
    """Call each job; return one dictionary for each that raised an exception."""
    failures = []
    for name, job in jobs.items():
        try:
            job()
        except Exception as error:
            failures.append(describe(name, error))
    return failures
